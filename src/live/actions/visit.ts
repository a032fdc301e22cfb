/** A facilitator's way to a room and back. */
import { BoardError } from '../../board/errors';
import type { RoomId } from '../../breakout/ids';
import { personEdits } from '../../records/person';
import { GLIDE_MS, glideToFrame } from '../jobs/glide';
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
  const from = visiting?.from ?? (await desk.board.view.get());
  desk.apply({ person: personEdits.set({ visiting: { room, from } }) });
  if (await glideToFrame(desk.board, frame, glideMs(desk))) return;
  desk.apply({ person: personEdits.set({ visiting }) });
  throw frameGone();
}

/** Forgotten only after the view has come back, so that a failure can be tried again. */
export async function backFromVisit(desk: Desk): Promise<void> {
  const { people, me } = desk.snapshot();
  const visiting = people.get(me.id)?.visiting;
  if (visiting === undefined) return;
  await desk.board.view.glide(visiting.from, glideMs(desk));
  desk.apply({ person: personEdits.set({ visiting: undefined }) });
}

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
