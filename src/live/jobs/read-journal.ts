import type { StoragePort } from '../../board/port';
import type { Epoch } from '../../breakout/ids';
import type { ChunkRef } from '../../breakout/journal';
import { recapOf, type Recap } from '../../breakout/recap';
import { journalRecord } from '../../records/journal';
import { keys } from '../../records/keys';

/** What the journal of one breakout says; `undefined`: there is none. @throws {BoardError} */
export async function readJournal(
  storage: Pick<StoragePort, 'read'>,
  round: Epoch,
  refs: readonly ChunkRef[],
): Promise<Recap | undefined> {
  const inOrder = [...refs].sort((a, b) => a.term - b.term || a.n - b.n);
  const chunks = await Promise.all(
    inOrder.map(async (ref) => {
      const reading = journalRecord.read(await storage.read(keys.journal(round, ref)));
      return reading.type === 'ok' ? [{ term: ref.term, chunk: reading.value }] : [];
    }),
  );
  const found = chunks.flat();
  return recapOf(found, found.length < refs.length);
}
