import { describe, expect, test } from 'vitest';
import { ana, apple, ben, birch, cem } from './fixtures';
import type { RoomId, UserId } from './ids';
import type { Stay } from './recap';
import { pairsTogether } from './together';

const stay = (user: UserId, room: RoomId, fromAt: number, toAt: number): Stay => ({
  user,
  room,
  fromAt,
  toAt,
});
const pair = (...users: readonly [UserId, UserId]) => [...users].sort();

describe('[N1] by the journal, people have met', () => {
  test('who were in one room at the same time, and nobody else', () => {
    const stays = [stay(ana, apple, 0, 10), stay(ben, apple, 5, 15), stay(cem, birch, 0, 20)];
    expect(pairsTogether(stays)).toEqual([pair(ana, ben)]);
  });

  test('not when one came as the other went', () => {
    expect(pairsTogether([stay(ana, apple, 0, 10), stay(ben, apple, 10, 20)])).toEqual([]);
  });

  test('in each room that somebody was moved to', () => {
    const stays = [
      stay(ana, apple, 0, 10),
      stay(ben, apple, 0, 20),
      stay(ana, birch, 10, 20),
      stay(cem, birch, 0, 20),
    ];
    expect([...pairsTogether(stays)].sort()).toEqual([pair(ana, ben), pair(ana, cem)].sort());
  });

  test('once in a round, however often they came back', () => {
    const stays = [stay(ana, apple, 0, 5), stay(ana, apple, 40, 60), stay(ben, apple, 0, 60)];
    expect(pairsTogether(stays)).toEqual([pair(ana, ben)]);
  });
});
