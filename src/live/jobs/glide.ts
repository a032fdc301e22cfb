/** Moving this user's own view. Plain TypeScript: the background uses it, too. */
import type { Board, FrameInfo } from '../../board/port';
import type { FrameId, Millis } from '../../breakout/ids';
import type { Viewport } from '../../breakout/person';

/** 800 ms as the eye can follow it; none for people who asked for less motion. */
export const GLIDE_MS: Millis = 800;
/** Room around a frame, as a share of its size. */
const MARGIN = 0.06;

/** `false`: the frame has been deleted, and the view stays where it is. */
export async function glideToFrame(
  board: Pick<Board, 'frames' | 'view'>,
  frame: FrameId,
  durationMs: Millis,
): Promise<boolean> {
  const info = await board.frames.get(frame);
  if (info === undefined) return false;
  await board.view.glide(around(info), durationMs);
  return true;
}

/** A frame's x and y are its centre, a viewport's its top left corner. */
export function around({ x, y, width, height }: FrameInfo): Viewport {
  const wide = width * (1 + 2 * MARGIN);
  const high = height * (1 + 2 * MARGIN);
  return { x: x - wide / 2, y: y - high / 2, width: wide, height: high };
}
