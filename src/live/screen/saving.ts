import type { BoardFault } from '../../board/errors';
import type { SavingState as RecordSaving } from '../../records/merged-record';
import type { SavingState } from '../snapshot';

/** The worst of several records' states. */
export function savingOf(records: readonly RecordSaving[]): SavingState {
  for (const record of records) {
    if (record.state !== 'failed') continue;
    return { state: 'failed', fault: faultOf(record.fault), detail: record.detail };
  }
  return { state: records.some(({ state }) => state === 'saving') ? 'saving' : 'saved' };
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
