/** Reads the journal of one breakout, when somebody wants to see it. */
import type { Epoch } from '../../breakout/ids';
import type { ChunkRef } from '../../breakout/journal';
import { recapOf } from '../../breakout/recap';
import { journalRecord } from '../../records/journal';
import { keys } from '../../records/keys';
import type { Desk } from '../actions/desk';
import type { RecapState } from '../past-view';
import { lastRun } from '../stage';
import { readIndex } from './read-index';

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
    tell(desk, round, await recapFrom(desk, round, refs));
  } catch (error) {
    tell(desk, round, { state: 'failed' });
    throw error;
  }
}

async function recapFrom(
  { board }: Desk,
  round: Epoch,
  refs: readonly ChunkRef[],
): Promise<RecapState> {
  const inOrder = [...refs].sort((a, b) => a.term - b.term || a.n - b.n);
  const chunks = await Promise.all(
    inOrder.map(async (ref) => {
      const reading = journalRecord.read(await board.storage.read(keys.journal(round, ref)));
      return reading.type === 'ok' ? [{ term: ref.term, chunk: reading.value }] : [];
    }),
  );
  const found = chunks.flat();
  const recap = recapOf(found, found.length < refs.length);
  return recap === undefined ? { state: 'none' } : { state: 'ready', recap };
}

function tell(desk: Desk, round: Epoch, state: RecapState): void {
  const recaps = new Map(desk.snapshot().past.recaps).set(round, state);
  desk.remember({ recaps });
}
