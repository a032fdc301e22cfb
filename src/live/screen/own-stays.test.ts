import { beforeEach, expect, test, vi } from 'vitest';
import { ana, apple, aRun, ben, birch, cem, MINUTE } from '../../breakout/fixtures';
import type { JournalChunk, Note } from '../../breakout/journal';
import type { Run } from '../../breakout/run';
import { journalRecord } from '../../records/journal';
import { keys } from '../../records/keys';
import { FakeWorld } from '../fake-board';
import { aSnapshot, users } from '../fixtures';
import { OwnStays } from './own-stays';

let world: FakeWorld;
let stays: OwnStays;
const onChange = vi.fn();

/** Ben's panel, after ten minutes. */
beforeEach(() => {
  world = new FakeWorld();
  onChange.mockClear();
  stays = new OwnStays({ board: world.client(users.ben).board, onChange });
});

const end = { at: 10 * MINUTE, planned: 10 * MINUTE, tookPart: 2, neverJoined: 0 };

function note(n: number, notes: readonly Note[], change: Partial<JournalChunk> = {}): void {
  const chunk: JournalChunk = {
    ...{ keeps: 'names', openedAt: 0, names: new Map(), rooms: new Map() },
    ...{ notes, end: undefined, full: false, ...change },
  };
  world.put(keys.journal(1, { term: 1, n }), journalRecord.write(chunk));
}

const closed = (change: Partial<Run> = {}): Run =>
  aRun({ phase: 'closed', journal: { keeps: 'names', chunks: [1, 2].map(chunk) }, ...change });
const chunk = (n: number) => ({ term: 1, n });

async function follow(run: Run): Promise<void> {
  stays.follow(aSnapshot({ me: users.ben, run }));
  await world.timers.advance(0);
}

const bensDay = (): void => {
  note(1, [
    { what: 'in', at: MINUTE, user: ben, room: apple },
    { what: 'in', at: 0, user: cem, room: birch },
    { what: 'out', at: 3 * MINUTE, user: ben },
  ]);
  note(2, [{ what: 'in', at: 6 * MINUTE, user: ben, room: apple }], { end });
};

test('[J6] the minutes are one’s own: breaks do not count, nor do the others', async () => {
  bensDay();
  await follow(closed());
  expect([...(stays.known?.keys() ?? [])]).toEqual([apple]);
  expect(stays.known?.get(apple)?.ms).toBe(6 * MINUTE);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('[J6] by room, for whoever has moved', async () => {
  note(1, [
    { what: 'in', at: 0, user: ben, room: apple },
    { what: 'in', at: 4 * MINUTE, user: ben, room: birch },
  ]);
  note(2, [], { end });
  await follow(closed());
  expect(stays.known?.get(apple)?.ms).toBe(4 * MINUTE);
  expect(stays.known?.get(birch)?.ms).toBe(6 * MINUTE);
});

test('[J6] beside whom: whoever was there at the same time, by the name that was noted', async () => {
  note(
    1,
    [
      { what: 'in', at: 0, user: ben, room: apple },
      { what: 'in', at: 0, user: cem, room: birch },
      { what: 'in', at: MINUTE, user: ana, room: apple },
      { what: 'out', at: 2 * MINUTE, user: ana },
      { what: 'out', at: 5 * MINUTE, user: ben },
      { what: 'in', at: 5 * MINUTE, user: cem, room: apple },
    ],
    { names: new Map([[ana, 'Ana']]) },
  );
  note(2, [], { end });
  await follow(closed());
  expect([...(stays.known?.get(apple)?.beside ?? [])]).toEqual([[ana, 'Ana']]);
});

test('[J6] they are said once the end has been noted, which comes after the rooms have closed', async () => {
  note(1, [{ what: 'in', at: 0, user: ben, room: apple }]);
  note(2, [{ what: 'out', at: 9 * MINUTE, user: cem }]);
  await follow(closed());
  expect(stays.known).toBeUndefined();
  note(2, [{ what: 'out', at: 9 * MINUTE, user: cem }], { end });
  expect(stays.known?.get(apple)?.ms).toBe(10 * MINUTE);
});

test.each<[string, () => void]>([
  ['a chunk is missing', () => note(2, [], { end })],
  [
    'not everything could be noted',
    () => {
      note(1, [{ what: 'in', at: 0, user: ben, room: apple }]);
      note(2, [], { end, full: true });
    },
  ],
  ['nothing can be read', () => world.put(keys.journal(1, chunk(2)), 'nonsense')],
])('[J6] nothing is said where %s', async (_, prepare) => {
  prepare();
  await follow(closed());
  expect(stays.known).toBeUndefined();
});

test('[J2] where only counts are kept nothing is looked for', async () => {
  bensDay();
  await follow(closed({ journal: { keeps: 'counts', chunks: [1, 2].map(chunk) } }));
  expect(world.subscriptions).toEqual([]);
});

test('[J6] read once, and forgotten with the next opening', async () => {
  bensDay();
  const run = closed();
  for (let look = 0; look < 3; look++) await follow(run);
  expect(world.subscriptions).toEqual([keys.journal(1, chunk(2))]);
  await follow(aRun({ epoch: 2 }));
  expect(stays.known).toBeUndefined();
});
