/**
 * Carries out what this user has ordered on the board: long jobs, which outlive the panel that
 * ordered them and this page, too. Their code is loaded when there is one.
 */
import { BoardError, type BoardFault } from '../board/errors';
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, TabId, WriterId } from '../breakout/ids';
import { isForgotten } from '../breakout/traces';
import { dueOf, type Blueprint, type Work } from '../breakout/work';
import type { Workshop } from '../live/jobs/board/perform';
import { problemOf } from '../live/problem';
import { blueprintRecord } from '../records/blueprint';
import { labelsRecord, type Labels } from '../records/labels';
import { MergedRecord } from '../records/merged-record';
import { OwnedRecord } from '../records/owned-record';
import { workEdits, workRecord } from '../records/work';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import { FillerClaims } from './filler-claims';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

/** A page that has gone may have left a call under way: so long until what it made is looked for. */
const TAKE_OVER_MS: Millis = 4_000;

/** The same call may work a little later; anything else waits for "Try again". */
const PASSING: readonly BoardFault[] = [
  'timed-out',
  'disconnected',
  'rate-limited-minute',
  'rate-limited-hour',
];

export interface WorkerDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly lead: LeadingTab;
  readonly conducting: Pick<Conducting, 'run'>;
  readonly tab: TabId;
  readonly writer: WriterId;
  readonly wake: () => void;
}

interface Desk {
  readonly work: MergedRecord<Work>;
  readonly labels: MergedRecord<Labels>;
  readonly blueprint: OwnedRecord<Blueprint>;
}

export class Worker {
  readonly #deps: WorkerDeps;
  readonly #backOff = new BackOff();
  readonly #claims: FillerClaims;
  #desk: Desk | undefined;
  /** The order, what is wanted of it, and how often that was said. */
  #attempt = '';
  /** The one that only the user can have repeated. */
  #givenUp = '';
  /** Somebody else's progress, and since when it has stood still. */
  #others: { readonly seen: string; readonly sinceAt: Millis } | undefined;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
    const { board, timers, writer } = deps;
    this.#claims = new FillerClaims({ storage: board.storage, timers, writer, me: board.me.id });
  }

  /** To be called for facilitators only. */
  evaluate(): void {
    const { held, lead, timers, conducting } = this.#deps;
    const { work, labels, blueprint } = (this.#desk ??= this.#open());
    const isReady = work.writable && labels.writable && blueprint.writable && held.plan.usable;
    if (!isReady || !lead.leading) return;
    if (dueOf(work.value) === undefined) {
      if (isForgotten(conducting.run)) work.edit(workEdits.forgetNames(work.value));
      return;
    }
    const attempt = attemptOf(work.value);
    // Whoever presses "Try again" is not kept waiting for what failed before.
    if (attempt !== this.#attempt) this.#backOff.reset();
    this.#attempt = attempt;
    if (attempt === this.#givenUp || !this.#backOff.mayTry('job', timers.monotonic())) return;
    if (this.#isUnderWayElsewhere(work.value)) return;
    this.#backOff.begin('job');
    this.#perform(attempt).catch((error: unknown) => {
      this.#backOff.failed('job', timers.monotonic());
      this.#givenUp = attempt;
      this.#couldNotBegin(work.value, error);
    });
  }

  close(): void {
    this.#claims.close();
    if (this.#desk === undefined) return;
    const { work, labels, blueprint } = this.#desk;
    for (const record of [work, labels, blueprint]) record.close();
  }

  #open(): Desk {
    const { board, timers, writer, wake } = this.#deps;
    const { storage, me } = board;
    const common = { storage, writer, timers };
    const desk = {
      work: new MergedRecord({
        ...common,
        definition: workRecord(me.id),
        repair: () => 'conductor',
      }),
      labels: new MergedRecord({ ...common, definition: labelsRecord, repair: () => 'others' }),
      blueprint: new OwnedRecord({ storage, timers, definition: blueprintRecord(me.id) }),
    };
    for (const record of [desk.work, desk.labels, desk.blueprint]) {
      record.subscribe(wake);
      void record.open();
    }
    return desk;
  }

  /** A second tab, or this one before it was reloaded, may still be at it. */
  #isUnderWayElsewhere({ progress }: Work): boolean {
    const { tab, timers, wake } = this.#deps;
    const busy = progress?.state === 'working' || progress?.state === 'undoing';
    if (!busy || progress.tab === tab) return false;
    const seen = `${progress.tab} ${progress.state} ${progress.done}`;
    const now = timers.monotonic();
    if (this.#others?.seen !== seen) {
      this.#others = { seen, sinceAt: now };
      timers.after(TAKE_OVER_MS, wake);
    }
    return now - this.#others.sinceAt < TAKE_OVER_MS;
  }

  async #perform(attempt: string): Promise<void> {
    const { timers, wake } = this.#deps;
    const { perform } = await import('../live/jobs/board/perform');
    const fault = await perform(this.#workshop());
    const now = timers.monotonic();
    if (fault === undefined) {
      this.#backOff.succeeded('job');
    } else {
      this.#backOff.failed('job', now);
      const passes = fault instanceof BoardError && PASSING.includes(fault.code);
      if (passes) timers.after((this.#backOff.nextAt() ?? now) - now, wake);
      else this.#givenUp = attempt;
    }
    wake();
  }

  /** Not even the code for it could be loaded, perhaps because a newer version was put in its place. */
  #couldNotBegin({ order }: Work, error: unknown): void {
    const { tab, timers } = this.#deps;
    const problem = problemOf(error, timers.now());
    const progress = {
      state: 'failed',
      tab,
      done: 0,
      of: 0,
      left: 0,
      frame: undefined,
      problem,
    } as const;
    if (order !== undefined) this.#desk?.work.edit(workEdits.progress(order.n, progress));
  }

  #workshop(): Workshop {
    const { board, timers, tab, held, lead } = this.#deps;
    const { work, labels, blueprint } = (this.#desk ??= this.#open());
    return {
      board,
      timers,
      tab,
      plan: () => held.plan.value,
      work: () => work.value,
      edit: (changes) => {
        if (work.edit(changes) === 'too-large')
          throw new BoardError('too-large', 'Too many items to remember.');
      },
      blueprint: () => blueprint.value,
      draw: async (drawn) => {
        if (!(await blueprint.write(drawn)))
          throw new BoardError('disconnected', 'What is to be made could not be stored.');
      },
      labels: () => labels.value,
      editLabels: (changes) => void labels.edit(changes),
      claims: this.#claims,
      leading: () => lead.leading,
    };
  }
}

function attemptOf({ order, wish }: Work): string {
  return `${order?.n ?? 0} ${wish.do} ${wish.tries}`;
}
