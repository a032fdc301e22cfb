/** What this screen's own user has to know, in whichever role: it could not be sent, or not be done. */
import type { Problem } from '../breakout/run';
import type { Snapshot } from './snapshot';
import type { Notice } from './views';

export function ownNotices({ saving, failed }: Snapshot): Notice[] {
  return [...savingNotices(saving), ...(failed === undefined ? [] : [failure(failed)])];
}

export function savingNotices(saving: Snapshot['saving']): Notice[] {
  if (saving.state !== 'failed') return [];
  switch (saving.fault) {
    case 'disconnected':
      return [{ kind: 'offline' }];
    case 'forbidden':
      return [{ kind: 'read-only' }];
    case 'other':
      return [{ kind: 'not-saved', detail: saving.detail }];
  }
}

export function failure(cause: { readonly step: string; readonly problem: Problem }): Notice {
  return { kind: 'step-failed', step: cause.step, problem: cause.problem };
}
