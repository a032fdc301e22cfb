/** Whether a view is one of a room: its middle lies within the frame. */
import type { Board, FrameInfo } from '../board/port';
import type { FrameId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import { looksInto } from '../live/screen/in-frame';

type Frames = Pick<Board, 'frames'>;

/** `undefined`: none of them is there any more. */
export async function looksIntoOneOf(
  view: Viewport,
  frames: readonly FrameId[],
  board: Frames,
): Promise<boolean | undefined> {
  const infos = await Promise.all(frames.map((frame) => board.frames.get(frame)));
  const there = infos.filter((info) => info !== undefined);
  return there.length === 0 ? undefined : there.some((info) => looksInto(view, info));
}

/** The frames of all rooms, in one call however many there are. */
export async function roomFrames(
  { rooms }: { readonly rooms: readonly { readonly frame?: FrameId | undefined }[] },
  board: Frames,
): Promise<readonly FrameInfo[]> {
  const ours = new Set(rooms.flatMap(({ frame }) => frame ?? []));
  return ours.size === 0 ? [] : (await board.frames.list()).filter(({ id }) => ours.has(id));
}
