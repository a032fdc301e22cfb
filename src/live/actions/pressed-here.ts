import type { TabId } from '../../breakout/ids';
import type { Changes } from '../../records/merge';
import { personEdits } from '../../records/person';
import { tabIn } from '../../records/read-panel-data';
import type { Edits } from '../edits/edits';
import type { Desk } from './desk';

/**
 * [A8] Whoever presses something means the window in which they press: its background leads from then on. The
 * claim goes in the same write as the wish, so that no other one begins to fulfil it.
 */
export function pressedHere(desk: Desk): Desk {
  let here: TabId | undefined;
  desk.board.ui.panelData().then(
    (data) => (here = tabIn(data)),
    // Not known: then the one that leads does it, as good as any.
    () => undefined,
  );
  const claim = (): Changes => (here === undefined ? {} : personEdits.set({ lead: here }));
  const claiming = (edits: Edits): Edits =>
    Object.keys(edits).length === 0 ? edits : { ...edits, person: { ...edits.person, ...claim() } };
  return {
    ...desk,
    apply: (edits, undo) => desk.apply(claiming(edits), undo),
    undo: () => {
      desk.apply({ person: claim() });
      desk.undo();
    },
  };
}
