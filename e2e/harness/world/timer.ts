import type { BoardView, Json } from './api';
import { amount, type JsonObject } from './args';
import type { Command, CommandTable } from './commands';
import type { Core } from './core';
import { LEVEL_1 } from './credits';
import type { Link, Tab } from './model';
import { announce } from './network';
import { sentences } from './sentences';

type State =
  | { readonly status: 'STOPPED'; readonly totalMs: number }
  | { readonly status: 'PAUSED'; readonly totalMs: number; readonly restMs: number }
  | { readonly status: 'STARTED'; readonly totalMs: number; readonly endsAt: number };

export interface BoardTimer {
  readonly commands: CommandTable;
  view(): BoardView['timer'];
  /** By hand, with Miro's own widget. */
  start(tab: Tab, lengthMs: number): void;
  stop(tab: Tab): void;
}

/** Miro's one built-in timer (D:websdk-reference-timer), shared by apps and people. */
export function createTimer(core: Core): BoardTimer {
  let state: State = { status: 'STOPPED', totalMs: 0 };
  let cancelEnd: () => void = () => {};

  const rest = (): number => {
    if (state.status === 'STARTED') return Math.max(0, state.endsAt - core.clock.now());
    return state.status === 'PAUSED' ? state.restMs : 0;
  };
  const shown = () => ({
    restDuration: rest(),
    totalDuration: state.totalMs,
    status: state.status,
  });

  function tell(event: 'start' | 'update' | 'finish', tab: Tab): Json {
    const links =
      core.dialect.timerEvents === 'everyone'
        ? core.links
        : [...core.links].filter((link) => link.tab === tab);
    announce(core, links, { name: `timer:${event}`, payload: { timer: shown() } });
    core.changes.board();
    return shown();
  }
  function become(next: State, tab: Tab): void {
    cancelEnd();
    state = next;
    if (next.status !== 'STARTED') return;
    cancelEnd = core.clock.after(next.endsAt - core.clock.now(), () => {
      state = { status: 'STOPPED', totalMs: next.totalMs };
      tell('finish', tab);
    });
  }
  const begin = (tab: Tab, restMs: number, totalMs: number): void =>
    become({ status: 'STARTED', totalMs, endsAt: core.clock.now() + restMs }, tab);

  function duration(args: JsonObject): number {
    const ms = amount(args, 'duration');
    if (ms <= 0) throw new Error(sentences.timerLength());
    return ms;
  }
  function requireRunning(): void {
    if (state.status === 'STOPPED') throw new Error(sentences.timerNotRunning());
  }
  function start(tab: Tab, lengthMs: number): Json {
    if (state.status !== 'STOPPED' && core.dialect.timerStartWhileRunning === 'rejects')
      throw new Error(sentences.timerRunning());
    begin(tab, lengthMs, lengthMs);
    return tell('start', tab);
  }
  function stop(tab: Tab): Json {
    requireRunning();
    become({ status: 'STOPPED', totalMs: state.totalMs }, tab);
    return tell('update', tab);
  }
  function pause(tab: Tab): Json {
    if (state.status !== 'STARTED') throw new Error(sentences.timerNotRunning());
    become({ status: 'PAUSED', totalMs: state.totalMs, restMs: rest() }, tab);
    return tell('update', tab);
  }
  function resume(tab: Tab): Json {
    if (state.status !== 'PAUSED') throw new Error(sentences.timerNotRunning());
    begin(tab, state.restMs, state.totalMs);
    return tell('update', tab);
  }
  function prolong(tab: Tab, byMs: number): Json {
    requireRunning();
    const totalMs = state.totalMs + byMs;
    if (state.status === 'PAUSED')
      become({ status: 'PAUSED', totalMs, restMs: rest() + byMs }, tab);
    else begin(tab, rest() + byMs, totalMs);
    return tell('update', tab);
  }

  /** D:websdk-reference-timer: Starter plan and above; judged by the current user's plan. */
  const paid = (run: (link: Link, args: JsonObject) => Json): Command => ({
    price: LEVEL_1,
    run(link, args) {
      if (link.user.plan === 'free') throw new Error(sentences.paidOnly('timer'));
      return run(link, args);
    },
  });

  return {
    view: () => ({ status: state.status, restMs: rest(), totalMs: state.totalMs }),
    start(tab, lengthMs) {
      begin(tab, lengthMs, lengthMs);
      tell('start', tab);
    },
    stop(tab) {
      if (state.status !== 'STOPPED') stop(tab);
    },
    commands: {
      TIMER_GET: paid(() => shown()),
      TIMER_IS_STARTED: paid(() => state.status === 'STARTED'),
      TIMER_START: paid(({ tab }, args) => start(tab, duration(args))),
      TIMER_STOP: paid(({ tab }) => stop(tab)),
      TIMER_PAUSE: paid(({ tab }) => pause(tab)),
      TIMER_RESUME: paid(({ tab }) => resume(tab)),
      TIMER_PROLONG: paid(({ tab }, args) => prolong(tab, duration(args))),
      CHECK_FEATURE_ENTITLEMENT: {
        price: LEVEL_1,
        scope: 'boards:read',
        run: ({ user }) => user.plan === 'paid',
      },
    },
  };
}
