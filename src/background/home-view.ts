import type { Board } from '../board/port';
import type { Viewport } from '../breakout/person';
import type { WayHome } from '../breakout/way-home';
import { wayNotGone } from '../breakout/way-home';
import { looksInto } from '../live/screen/in-frame';
import type { Held } from './held';
import { roomFrames } from './room-frames';

export interface HomeViewDeps {
  readonly board: Pick<Board, 'frames'>;
  readonly held: Pick<Held, 'plan' | 'person'>;
}

/**
 * [A4] Where somebody is at home: where they look, unless that is the frame of a room, which they visit or to
 * which they were brought and out of which nobody has brought them. Then it is what is known from before, of a
 * visit first, of this tab next, and last of any; if nothing is, or that is a room's frame, too, where they look.
 */
export async function homeView(
  now: Viewport,
  way: WayHome | undefined,
  { board, held }: HomeViewDeps,
): Promise<Viewport> {
  const plan = held.plan.value;
  const { visiting, home } = held.person.value;
  const back = way && wayNotGone(way);
  if (visiting === undefined && back === undefined && home === undefined) return now;
  // Nobody is kept out of a room because it cannot be told where they were.
  const frames = await roomFrames(plan, board).catch(() => []);
  const isOfRoom = (view: Viewport): boolean => frames.some((frame) => looksInto(view, frame));
  if (!isOfRoom(now)) return now;
  // From a visit that is long over nobody wants to come back.
  const visited = plan.rooms.find(({ id }) => id === visiting?.room)?.frame;
  const isVisit = frames.some((frame) => frame.id === visited && looksInto(now, frame));
  const known = [isVisit ? visiting?.from : undefined, back, home?.viewport];
  return known.find((view) => view !== undefined && !isOfRoom(view)) ?? now;
}
