import { expect, test } from 'vitest';
import { roomId, userId } from '../../../breakout/ids';
import type { PersonView, RoomView } from '../../../live/views';
import { pairs } from './pairs';

const room = (name: string, person: Partial<PersonView> = {}): RoomView => ({
  id: roomId(name),
  number: 1,
  name,
  hue: 1,
  task: '',
  link: undefined,
  frame: 'here',
  people: [{ id: userId(`in ${name}`), name, state: 'in', facilitator: false, ...person }],
  inside: 1,
  problem: undefined,
  alone: userId(`in ${name}`),
});
const moves = (rooms: readonly RoomView[]) =>
  pairs(rooms).map(({ person, to }) => `${person.name} to ${to.name}`);

test('[Y1] [S5] a host gets company, and is never asked to leave the room', () => {
  expect(moves([room('Apple', { pinned: true }), room('Birch')])).toEqual(['Birch to Apple']);
  expect(moves([room('Apple'), room('Birch', { pinned: true })])).toEqual(['Apple to Birch']);
  expect(moves([room('Apple', { pinned: true }), room('Birch', { pinned: true })])).toEqual([]);
});

test('[Y1] whoever is asked to move already is not asked again', () => {
  const move = { to: roomId('Cedar'), name: 'Cedar', refused: false };
  expect(moves([room('Apple', { move }), room('Birch')])).toEqual([]);
});
