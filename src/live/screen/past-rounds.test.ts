import { expect, test } from 'vitest';
import { apple, ben, birch, cem } from '../../breakout/fixtures';
import { writerId, type RoomId, type UserId } from '../../breakout/ids';
import type { Json } from '../../breakout/json';
import { keys } from '../../records/keys';
import { edit, emptyDoc } from '../../records/merge';
import { seatsEdits, seatsRecord } from '../../records/seats';
import { PastRounds, ROUNDS_REMEMBERED } from './past-rounds';

const seated = (...entries: readonly (readonly [UserId, RoomId])[]): Json => {
  const changes = seatsEdits.seat(entries.map(([user, room]) => [user, { room, ask: 1 }]));
  return seatsRecord(1).write(edit(emptyDoc, changes, writerId('w')));
};

class Storage {
  readonly stored = new Map<string, Json>();
  readonly asked: string[] = [];
  /** So many reads fail first. */
  failing = 0;

  readonly read = async (key: string): Promise<unknown> => {
    this.asked.push(key);
    if (this.failing-- > 0) throw new Error('offline');
    return this.stored.get(key);
  };
}

test('[N1] the groups of earlier rounds, oldest first; a round that nobody sat in is none', async () => {
  const storage = new Storage();
  storage.stored.set(keys.seats(1), seated([ben, apple], [cem, apple]));
  storage.stored.set(keys.seats(3), seated([ben, birch]));
  const past = new PastRounds(storage);
  expect(past.upTo(3)).toBeUndefined();
  await past.read(3);
  expect(past.upTo(3)).toEqual([
    [
      1,
      new Map([
        [ben, apple],
        [cem, apple],
      ]),
    ],
    [3, new Map([[ben, birch]])],
  ]);
  expect(past.unreadable).toBe(0);
});

test('[N1] each round is read once, and no more than are remembered', async () => {
  const storage = new Storage();
  const past = new PastRounds(storage);
  await Promise.all([past.read(40), past.read(40)]);
  await past.read(41);
  expect(storage.asked).toHaveLength(ROUNDS_REMEMBERED + 1);
  expect(new Set(storage.asked).size).toBe(ROUNDS_REMEMBERED + 1);
  expect(storage.asked).not.toContain(keys.seats(10));
});

test('[I10] what cannot be read is counted, and done without', async () => {
  const storage = new Storage();
  storage.stored.set(keys.seats(1), { v: 1, data: 'nonsense' });
  storage.stored.set(keys.seats(2), { v: 99, data: {} });
  storage.stored.set(keys.seats(3), seated([ben, apple]));
  const past = new PastRounds(storage);
  await past.read(3);
  expect(past.upTo(3)?.map(([epoch]) => epoch)).toEqual([3]);
  expect(past.unreadable).toBe(2);
});

test('a read that fails is tried again, and given up in the end', async () => {
  const storage = new Storage();
  storage.stored.set(keys.seats(1), seated([ben, apple]));
  storage.failing = 2;
  const past = new PastRounds(storage);
  await past.read(1);
  expect(past.upTo(1)).toHaveLength(1);

  storage.failing = Infinity;
  await past.read(2);
  expect(past.upTo(2)).toHaveLength(1);
  expect(past.unreadable).toBe(1);
});
