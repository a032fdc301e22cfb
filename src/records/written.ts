import { BoardError } from '../board/errors';
import type { MergedRecord } from './merged-record';

/**
 * Resolves when a write has carried every edit made so far; an echo may still be on its way.
 * @throws {BoardError} when the write failed; it is tried again all the same
 */
export async function written(
  record: Pick<MergedRecord<unknown>, 'unwritten' | 'saving' | 'subscribe'>,
): Promise<void> {
  while (record.unwritten) {
    const { saving } = record;
    if (saving.state === 'failed') throw new BoardError(saving.fault, saving.detail);
    await new Promise<void>((resolve) => {
      const stop = record.subscribe(() => {
        stop();
        resolve();
      });
    });
  }
}
