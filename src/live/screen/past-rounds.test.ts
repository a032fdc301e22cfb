import { describe, expect, test } from 'vitest';
import { ana, apple, ben, birch, cem } from '../../breakout/fixtures';
import { writerId, type RoomId, type UserId } from '../../breakout/ids';
import type { JournalChunk, Note } from '../../breakout/journal';
import type { Json } from '../../breakout/json';
import { journalRecord } from '../../records/journal';
import { keys } from '../../records/keys';
import { edit, emptyDoc } from '../../records/merge';
import { seatsEdits, seatsRecord } from '../../records/seats';
import { indexEdits, indexRecord } from '../../records/stored-index';
import { PastRounds, ROUNDS_REMEMBERED, type PastRound } from './past-rounds';

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
  const together = [ben, cem];
  expect(past.upTo(3)).toEqual([
    [
      1,
      {
        groups: new Map([
          [ben, apple],
          [cem, apple],
        ]),
        together: [together],
      },
    ],
    [3, { groups: new Map([[ben, birch]]), together: [[ben]] }],
  ]);
  expect(past.unreadable).toBe(0);
});

test('[N1] each round is read once, and no more than are remembered', async () => {
  const storage = new Storage();
  const past = new PastRounds(storage);
  await Promise.all([past.read(40), past.read(40)]);
  await past.read(41);
  const seats = storage.asked.filter((key) => key !== keys.index);
  expect(seats).toHaveLength(ROUNDS_REMEMBERED + 1);
  expect(new Set(seats).size).toBe(ROUNDS_REMEMBERED + 1);
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
  // The index, and then the seats.
  storage.failing = 2;
  const past = new PastRounds(storage);
  await past.read(1);
  expect(past.upTo(1)).toHaveLength(1);

  storage.failing = Infinity;
  await past.read(2);
  expect(past.upTo(2)).toHaveLength(1);
  expect(past.unreadable).toBe(1);
});

describe('[N1] who has met is known by the journal', () => {
  const at = 0;
  const journalled = async (change: Partial<JournalChunk>): Promise<PastRound | undefined> => {
    const storage = new Storage();
    storage.stored.set(keys.seats(1), seated([ben, apple], [cem, apple]));
    const ref = { term: 1, n: 1 };
    const index = edit(emptyDoc, indexEdits.setEpoch(1, [ref]), writerId('w'));
    storage.stored.set(keys.index, indexRecord.write(index));
    const chunk: JournalChunk = {
      keeps: 'names',
      openedAt: 0,
      names: new Map(),
      rooms: new Map(),
      notes: [{ what: 'in', at, user: ben, room: apple }],
      end: { at: 60_000, planned: 'none', tookPart: 1, neverJoined: 1 },
      full: false,
      ...change,
    };
    storage.stored.set(keys.journal(1, ref), journalRecord.write(chunk));
    const past = new PastRounds(storage);
    await past.read(1);
    return past.upTo(1)?.[0]?.[1];
  };

  test('whoever never came has met nobody; the groups stay what they were', async () => {
    const round = await journalled({});
    expect(round?.together).toEqual([]);
    expect(round?.groups.size).toBe(2);
  });

  test('whoever refused to be moved has met those who were where they stayed', async () => {
    const notes: readonly Note[] = [
      { what: 'in', at, user: ben, room: birch },
      { what: 'in', at, user: ana, room: birch },
      { what: 'in', at, user: cem, room: apple },
    ];
    const round = await journalled({ notes });
    expect(round?.together).toEqual([[ana, ben].sort()]);
  });

  test.each<[string, Partial<JournalChunk>]>([
    ['keeps numbers only', { keeps: 'counts', notes: [] }],
    ['was full', { full: true }],
    ['has no end', { end: undefined }],
  ])('by the seats if it %s', async (_, change) => {
    expect((await journalled(change))?.together).toEqual([[ben, cem]]);
  });
});
