import type { Room } from './plan';

/** What brings a room and its frame in step; `nothing` when they are. */
export type TitleStep = 'nothing' | 'remember' | 'name-room' | 'title-frame';

/**
 * [O8] The name of a room and the title of its frame are one thing at two places, and people change
 * either. Compared with what both were last called alike: where only the frame is called otherwise
 * the room follows; where the room is, or both are, the frame does. A frame without a title has none
 * to give.
 *
 * @param title the frame's, tidied as names of rooms are
 */
export function titleStep(
  { name, title: agreed }: Pick<Room, 'name' | 'title'>,
  title: string,
): TitleStep {
  if (title === name) return agreed === name ? 'nothing' : 'remember';
  return name === agreed && title !== '' ? 'name-room' : 'title-frame';
}
