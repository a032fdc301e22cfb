/** A facilitator's way to a room and back. */
import { BoardError } from '../../board/errors';
import type { RoomId, TabId } from '../../breakout/ids';
import type { Viewport } from '../../breakout/person';
import { ownWayBack, withTab, type Visit } from '../../breakout/visit';
import { personEdits } from '../../records/person';
import { tabIn } from '../../records/read-panel-data';
import { GLIDE_MS, glideToFrame } from '../jobs/glide';
import { looksInto } from '../screen/in-frame';
import type { Desk } from './desk';

/**
 * The way back is stored before the view moves: the panel may be closed by the next click. From
 * one room to the next it stays the place where the first visit began.
 * @throws {BoardError} `not-found` when the frame has been deleted
 */
export async function visit(desk: Desk, room: RoomId): Promise<void> {
  const { plan, people, me } = desk.snapshot();
  const frame = plan.rooms.find(({ id }) => id === room)?.frame;
  if (frame === undefined) return;
  const visiting = people.get(me.id)?.visiting;
  const tab = await tabOf(desk);
  const from = (visiting && (await wayBack(desk, visiting, tab))) ?? (await desk.board.view.get());
  const begun = withTab({ room, from }, tab, visiting);
  desk.apply({ person: personEdits.set({ visiting: begun }) });
  if (await glideToFrame(desk.board, frame, glideMs(desk))) return;
  desk.apply({ person: personEdits.set({ visiting }) });
  throw frameGone();
}

/**
 * Forgotten only after the view has come back, so that a failure can be tried again. [V9] The other windows come
 * back then; one that was not moved stays where it is.
 */
export async function backFromVisit(desk: Desk): Promise<void> {
  const { people, me } = desk.snapshot();
  const visiting = people.get(me.id)?.visiting;
  if (visiting === undefined) return;
  const to = await wayBack(desk, visiting, await tabOf(desk));
  if (to !== undefined) await desk.board.view.glide(to, glideMs(desk));
  desk.apply({ person: personEdits.set({ visiting: undefined }) });
}

/**
 * [V9] Where this window looked before the visit; `undefined`: that has not moved it. One that is not known to have
 * been moved may have been reloaded: it was if it looks into the frame, or that has been deleted.
 */
async function wayBack(
  { snapshot, board }: Desk,
  visiting: Visit,
  tab: TabId | undefined,
): Promise<Viewport | undefined> {
  const own = ownWayBack(visiting, tab);
  if (own !== undefined) return own;
  const frame = snapshot().plan.rooms.find(({ id }) => id === visiting.room)?.frame;
  // Of a room that has gone nobody can tell.
  if (frame === undefined) return undefined;
  const info = await board.frames.get(frame);
  const isThere = info === undefined || looksInto(await board.view.get(), info);
  return isThere ? visiting.from : undefined;
}

/** The window that this panel is in; `undefined`: nobody says. */
const tabOf = ({ board }: Desk): Promise<TabId | undefined> =>
  board.ui.panelData().then(tabIn, () => undefined);

/** To the frame of a room, leaving no trace. @throws {BoardError} as `visit` */
export async function lookAt(desk: Desk, room: RoomId | undefined): Promise<void> {
  const frame = desk.snapshot().plan.rooms.find(({ id }) => id === room)?.frame;
  if (frame === undefined || !(await glideToFrame(desk.board, frame, glideMs(desk)))) {
    throw frameGone();
  }
}

/** [I11] The view stays where it is, and that has to be said. */
const frameGone = (): BoardError => new BoardError('not-found', 'The frame has been deleted.');

function glideMs({ lessMotion }: Desk): number {
  return lessMotion() ? 0 : GLIDE_MS;
}
