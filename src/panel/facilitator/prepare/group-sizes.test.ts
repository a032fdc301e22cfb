import { expect, test } from 'vitest';
import { roomId, userId } from '../../../breakout/ids';
import type { PersonView, RoomView } from '../../../live/views';
import { groupSizes, pinnedIn } from './group-sizes';

const person = (id: string): PersonView => ({
  id: userId(id),
  name: id,
  state: 'waiting',
  facilitator: false,
});
const pinned = (id: string): PersonView => ({ ...person(id), pinned: true });
const room = (id: string, people: readonly string[]): RoomView => ({
  id: roomId(id),
  number: 1,
  name: id,
  hue: 0,
  task: '',
  link: undefined,
  frame: 'here',
  people: people.map(person),
  inside: 0,
  problem: undefined,
  alone: undefined,
});

test('seated groups are counted as they are', () => {
  const rooms = [room('a', ['1', '2', '3']), room('b', ['4'])];
  expect(groupSizes({ rooms, unseated: [], people: 4 })).toEqual({ least: 1, most: 3 });
});

test('while somebody is unseated the even split is foretold', () => {
  const rooms = [room('a', []), room('b', [])];
  const unseated = ['1', '2', '3'].map(person);
  expect(groupSizes({ rooms, unseated, people: 3 })).toEqual({ least: 1, most: 2 });
});

test('no rooms, no groups', () => {
  expect(groupSizes({ rooms: [], unseated: [], people: 5 })).toEqual({ least: 0, most: 0 });
});

test('[S5] sizes that differ by more than one are put down to pins only if pins forbid even ones', () => {
  const hosts = { ...room('a', []), people: ['1', '2', '3'].map(pinned) };
  const rooms = [hosts, room('b', ['4'])];
  expect(pinnedIn({ rooms, unseated: [], people: 4 })).toEqual({ count: 3, uneven: true });
  const evenEnough = [{ ...hosts, people: hosts.people.slice(0, 2) }, room('b', ['4'])];
  expect(pinnedIn({ rooms: evenEnough, unseated: [], people: 3 }).uneven).toBe(false);
  // The facilitator has moved people by hand; one host alone forbids nothing.
  const byHand = [
    { ...room('a', ['1', '2', '3']), people: [pinned('0')] },
    room('b', ['1', '2', '3']),
  ];
  expect(pinnedIn({ rooms: byHand, unseated: [], people: 4 })).toEqual({ count: 1, uneven: false });
});
