/** Reads the journal of one breakout, when somebody wants to see it. */
import type { Epoch } from '../../breakout/ids';
import type { Desk } from '../actions/desk';
import type { RecapState } from '../past-view';
import { lastRun } from '../stage';
import { readIndex } from './read-index';
import { readJournal } from './read-journal';

/** @throws {BoardError} storage did not answer; the screen says so, too */
export async function loadRecap(desk: Desk, round: Epoch): Promise<void> {
  const { recaps } = desk.snapshot().past;
  if (recaps.get(round)?.state !== 'ready') tell(desk, round, { state: 'loading' });
  try {
    const { epochs } = await readIndex(desk.board.storage);
    const run = lastRun(desk.snapshot().run);
    const noted = [...epochs].flatMap(([epoch, chunks]) => (chunks.length === 0 ? [] : [epoch]));
    const rounds = new Set([...noted, ...(run === undefined ? [] : [run.epoch])]);
    desk.remember({ rounds: [...rounds].sort((a, b) => a - b) });
    const refs = (run?.epoch === round ? run.journal.chunks : epochs.get(round)) ?? [];
    const recap = await readJournal(desk.board.storage, round, refs);
    tell(desk, round, recap === undefined ? { state: 'none' } : { state: 'ready', recap });
  } catch (error) {
    tell(desk, round, { state: 'failed' });
    throw error;
  }
}

function tell(desk: Desk, round: Epoch, state: RecapState): void {
  const recaps = new Map(desk.snapshot().past.recaps).set(round, state);
  desk.remember({ recaps });
}
