import type { RoomView } from '../../../live/views';

/** What keeps a room from taking somebody in. */
export type Obstacle = 'full' | 'locked';

/** @param coming how many who are not in it yet */
export function obstacleOf(room: RoomView, coming: number): Obstacle | undefined {
  if (room.locked === true) return 'locked';
  const { places, people } = room;
  return places !== undefined && people.length + coming > places ? 'full' : undefined;
}
