import * as setups from '../edits/setups';
import type { FacilitatorActions } from '../views';
import type { Desk } from './desk';

type SetupActions = Pick<
  FacilitatorActions,
  'loadSetups' | 'keepSetup' | 'removeSetup' | 'useSetup'
>;

export function setupActions(desk: Desk): SetupActions {
  const now = desk.snapshot;
  const { apply, attempt } = desk;
  return {
    loadSetups: () => attempt('setups', desk.loadSetups),
    keepSetup: (name) => apply(setups.keepSetup(now(), name, desk.random)),
    removeSetup: (id) => {
      const name = now().setups?.find((one) => one.id === id)?.name ?? '';
      apply(setups.removeSetup(id), { what: 'remove-setup', name });
    },
    // Frames of this board that have the rooms' names are used again, so they have to be known.
    useSetup: (setup) =>
      attempt('frames', async () => {
        if (now().frames === undefined) await desk.loadFrames();
        apply(setups.applySetup(now(), setup, desk.random), { what: 'use-setup', name: '' });
      }),
  };
}
