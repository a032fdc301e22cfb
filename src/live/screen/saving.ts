import type { BoardFault } from '../../board/errors';
import type { MergedRecord } from '../../records/merged-record';
import type { SavingState } from '../snapshot';

type Saved = Pick<MergedRecord<unknown>, 'saving' | 'retry'>;

/** The worst of several records' states. */
export function savingOf(records: readonly Pick<Saved, 'saving'>[]): SavingState {
  for (const { saving } of records) {
    if (saving.state !== 'failed') continue;
    return { state: 'failed', fault: faultOf(saving.fault), detail: saving.detail };
  }
  return { state: records.some(({ saving }) => saving.state === 'saving') ? 'saving' : 'saved' };
}

/** "Try again". */
export function retryIn(records: readonly Saved[]): void {
  for (const record of records) if (record.saving.state === 'failed') record.retry();
}

function faultOf(fault: BoardFault): 'forbidden' | 'disconnected' | 'other' {
  switch (fault) {
    case 'forbidden':
      return 'forbidden';
    case 'disconnected':
    case 'timed-out':
      return 'disconnected';
    default:
      return 'other';
  }
}
