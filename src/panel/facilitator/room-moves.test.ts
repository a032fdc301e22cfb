import { expect, test } from 'vitest';
import { roomId } from '../../breakout/ids';
import type { RoomView } from '../../live/views';
import { moveTo } from './room-moves';

const names = ['Apple', 'Birch', 'Cedar', 'Daisy'];
const rooms = names.map((name) => ({ id: roomId(name), name }) as RoomView);

/** The list after a room was put at a place. */
function moved(name: string, place: number): readonly string[] {
  const order = names.filter((each) => each !== name);
  const moveRoom = (_: unknown, before: string | undefined): void => {
    order.splice(before === undefined ? order.length : order.indexOf(before), 0, name);
  };
  moveTo(rooms, { id: roomId(name) }, place, { moveRoom });
  return order;
}

test('[O6] a room is put at any place of the list at once', () => {
  for (const name of names) {
    for (const [at] of names.entries()) expect(moved(name, at + 1)[at]).toBe(name);
  }
  expect(moved('Daisy', 1)).toEqual(['Daisy', 'Apple', 'Birch', 'Cedar']);
  expect(moved('Apple', 4)).toEqual(['Birch', 'Cedar', 'Daisy', 'Apple']);
});
