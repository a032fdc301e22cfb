import type { FrameId, RoomId } from '../../breakout/ids';
import { sameRoomName } from '../../breakout/roster/room-of';
import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { noEdits, type Edits } from './edits';
import { tidyName } from './names';

/**
 * Also takes back an order for a frame of its own. [O8] A room that nobody has named takes the
 * frame's title; else the frame is given the room's name, by a background.
 */
export function chooseFrame(
  { plan, frames }: Pick<Snapshot, 'plan' | 'frames'>,
  id: RoomId,
  frame: FrameId,
): Edits {
  const room = plan.rooms.find((each) => each.id === id);
  if (room === undefined) return noEdits;
  const title = tidyName(frames?.find((each) => each.id === frame)?.title ?? '');
  const isFree = title !== '' && !plan.rooms.some(({ name }) => sameRoomName(name, title));
  const name =
    room.named === 'by-app' && isFree ? { name: title, title, given: null } : { title: null };
  return { plan: planEdits.setRoom(id, { frame, wantsFrame: null, ...name }) };
}
