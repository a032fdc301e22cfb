import type { StoragePort } from '../../board/port';
import { emptyDoc } from '../../records/merge';
import { indexRecord, type StoredIndex } from '../../records/stored-index';

/**
 * What has keys on this board; nothing, as long as no conductor has noted any, or if what stands
 * there cannot be read. @throws {BoardError}
 */
export async function readIndex(storage: Pick<StoragePort, 'read'>): Promise<StoredIndex> {
  const reading = indexRecord.read(await storage.read(indexRecord.key));
  return indexRecord.decode(reading.type === 'ok' ? reading.value : emptyDoc);
}
