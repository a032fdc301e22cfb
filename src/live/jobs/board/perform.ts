/** One attempt at an order, from the first look at the board to the last word in the ledger. */
import type { Board } from '../../../board/port';
import type { Timers } from '../../../board/timers';
import type { TabId } from '../../../breakout/ids';
import type { Plan } from '../../../breakout/plan';
import { dueOf, type Blueprint, type Work } from '../../../breakout/work';
import type { Labels } from '../../../records/labels';
import type { Changes } from '../../../records/merge';
import { problemOf } from '../../problem';
import type { Bench, Claims } from './job';
import { Ledger } from './ledger';
import { runnerOf } from './runner-of';

export interface Workshop {
  readonly board: Pick<Board, 'me' | 'items' | 'frames' | 'view'>;
  readonly timers: Timers;
  readonly tab: TabId;
  readonly plan: () => Plan;
  /** The newest at each call. */
  readonly work: () => Work;
  readonly edit: (changes: Changes) => void;
  readonly blueprint: () => Blueprint | undefined;
  /** @throws {BoardError} when it cannot be stored */
  readonly draw: (blueprint: Blueprint) => Promise<void>;
  readonly labels: () => Labels;
  readonly editLabels: (changes: Changes) => void;
  readonly claims: Claims;
  /** This background still acts for its user. */
  readonly leading: () => boolean;
}

/**
 * Goes on with the order, or undoes it, until it is through, told otherwise, or something fails.
 * Nobody else may be at the same order meanwhile. Never rejects: what failed is in the record.
 * @returns the failure, if there was one
 */
export async function perform(workshop: Workshop): Promise<unknown> {
  const { timers, tab, work, edit, leading } = workshop;
  const { order, progress, made } = work();
  const due = dueOf(work());
  if (order === undefined || due === undefined) return undefined;
  const { n, job } = order;
  const ledger = new Ledger({
    timers,
    n,
    made,
    edit,
    progress: {
      state: due === 'go' ? 'working' : 'undoing',
      tab,
      done: due === 'go' ? (progress?.done ?? 0) : 0,
      of: progress?.of ?? 0,
      left: 0,
      frame: progress?.frame,
      problem: undefined,
    },
  });
  const isWanted = (): boolean => work().order?.n === n && dueOf(work()) === due;
  try {
    const bench = await benchFor(workshop, { n, ledger, goesOn: () => leading() && isWanted() });
    const runner = runnerOf(job);
    const through = await (due === 'go' ? runner.go(bench) : runner.undo(bench));
    // A newer order or another tab has the word now.
    if (work().order?.n !== n || !leading()) ledger.drop();
    else if (through) ledger.end({ state: due === 'go' ? 'done' : 'undone', problem: undefined });
    else ledger.end({ state: 'stopped', problem: undefined });
    return undefined;
  } catch (error) {
    if (work().order?.n !== n || !leading()) ledger.drop();
    else ledger.end({ state: 'failed', problem: problemOf(error, timers.now()) });
    return error;
  }
}

async function benchFor(
  workshop: Workshop,
  { n, ledger, goesOn }: Pick<Bench, 'goesOn'> & { readonly n: number; readonly ledger: Ledger },
): Promise<Bench> {
  const { board, plan, work, blueprint, draw, labels, editLabels, claims } = workshop;
  const items = await board.items();
  const drawn = blueprint();
  return {
    me: board.me.id,
    items,
    frames: board.frames,
    view: board.view,
    plan: plan(),
    found: await items.list(),
    frame: work().progress?.frame,
    blueprint: drawn?.n === n ? drawn : undefined,
    draw: async (next) => {
      const whole = { n, ...next };
      await draw(whole);
      return whole;
    },
    labels,
    editLabels,
    claims,
    ledger,
    goesOn,
  };
}
