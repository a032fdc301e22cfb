import { describe, expect, test } from 'vitest';
import { aPerson, apple, aRun, birch, theSeats } from '../../breakout/fixtures';
import { writerId, type Epoch } from '../../breakout/ids';
import type { JournalChunk } from '../../breakout/journal';
import type { Json } from '../../breakout/json';
import { journalRecord } from '../../records/journal';
import { groupsOf } from '../../breakout/met';
import type { Seats } from '../../breakout/seats';
import { keys } from '../../records/keys';
import { edit, emptyDoc } from '../../records/merge';
import { seatsEdits, seatsRecord } from '../../records/seats';
import { FakeTimers } from '../fake-board';
import { aSnapshot, calmPlan, crowd, personId, users } from '../fixtures';
import type { Snapshot } from '../snapshot';
import { Rounds } from './rounds';

const one = personId(1);
const [two, three, four] = [2, 3, 4].map(personId) as [typeof one, typeof one, typeof one];
const answered = (epoch: Epoch, kind: 'yes' | 'later') =>
  aPerson({ answer: { epoch, room: apple, ask: 1, kind } });

/** Four people in two rooms: the pairs of round 1 are in storage, those of round 2 on this screen. */
function situation(change: Partial<Snapshot> = {}): Snapshot {
  const seats = new Map<Epoch, Seats>([
    [2, theSeats([one, apple], [three, apple], [two, birch], [four, birch])],
  ]);
  return aSnapshot({
    online: [users.ana, ...crowd(4)],
    plan: calmPlan(),
    run: aRun({ epoch: 2, phase: 'closed', closedAt: 1 }),
    seatsOf: (epoch) => seats.get(epoch) ?? new Map(),
    ...change,
  });
}

function setUp() {
  const timers = new FakeTimers();
  const stored = new Map<string, Json>();
  const seats = theSeats([one, apple], [two, apple], [three, birch], [four, birch]);
  const doc = edit(emptyDoc, seatsEdits.seat(seats), writerId('w'));
  stored.set(keys.seats(1), seatsRecord(1).write(doc));
  let changes = 0;
  const rounds = new Rounds({
    board: { storage: { read: async (key) => stored.get(key) } },
    timers,
    onChange: () => changes++,
  });
  const settle = async (snapshot: Snapshot) => {
    for (let paints = 0; paints < 4; paints++) {
      rounds.follow(snapshot);
      await timers.advance(400);
    }
  };
  return { rounds, settle, timers, stored, changes: () => changes };
}

describe('after a round', () => {
  test('[N1] [N3] earlier rounds are read, and groups looked for ahead: here each person has one left to meet', async () => {
    const { rounds, settle, changes } = setUp();
    const snapshot = situation();
    expect(rounds.facts(snapshot)).toBeUndefined();
    await settle(snapshot);
    expect(rounds.facts(snapshot)).toEqual({
      past: [1, 2],
      unreadable: 0,
      newGroups: 0,
      prepared: undefined,
    });
    expect(changes()).toBeGreaterThan(0);
    const groups = groupsOf(await rounds.newGroups(() => snapshot));
    expect(groups.map((group) => [...group].sort()).sort()).toEqual([
      [one, four],
      [two, three],
    ]);
  });

  test('[N1] who is known not to have come has met nobody in that round', async () => {
    const { rounds, settle } = setUp();
    const people = new Map([
      [one, answered(2, 'yes')],
      [three, answered(2, 'later')],
    ]);
    const snapshot = situation({
      people,
      online: [users.ana, { id: one, name: '1' }, { id: three, name: '3' }],
      plan: calmPlan({ rooms: calmPlan().rooms.slice(0, 1) }),
    });
    await settle(snapshot);
    expect(rounds.facts(snapshot)?.newGroups).toBe(0);
    const came = { ...snapshot, people: new Map([...people, [three, answered(2, 'yes')]]) };
    await settle(came);
    expect(rounds.facts(came)?.newGroups).toBe(1);
  });

  test('[N1] by the journal of that round, as soon as it is whole', async () => {
    const { rounds, settle, stored } = setUp();
    const ref = { term: 1, n: 1 };
    const snapshot = situation({
      run: aRun({
        epoch: 2,
        phase: 'closed',
        closedAt: 1,
        journal: { keeps: 'names', chunks: [ref] },
      }),
      online: [users.ana, { id: one, name: '1' }, { id: three, name: '3' }],
      plan: calmPlan({ rooms: calmPlan().rooms.slice(0, 1) }),
    });
    const chunk: JournalChunk = {
      keeps: 'names',
      openedAt: 0,
      names: new Map(),
      rooms: new Map(),
      // The third has refused to be moved to the first.
      notes: [
        { what: 'in', at: 0, user: one, room: apple },
        { what: 'in', at: 0, user: three, room: birch },
      ],
      end: undefined,
      full: false,
    };
    stored.set(keys.journal(2, ref), journalRecord.write(chunk));
    await settle(snapshot);
    expect(rounds.facts(snapshot)?.newGroups).toBe(1);
    const end = { at: 60_000, planned: 'none', tookPart: 2, neverJoined: 0 } as const;
    stored.set(keys.journal(2, ref), journalRecord.write({ ...chunk, end }));
    await settle(snapshot);
    await settle(snapshot);
    expect(rounds.facts(snapshot)?.newGroups).toBe(0);
  });

  test('what was found is found anew when the people change', async () => {
    const { rounds, settle } = setUp();
    await settle(situation());
    const more = situation({ online: [users.ana, ...crowd(5)] });
    expect((await rounds.newGroups(() => situation())).size).toBe(4);
    await settle(more);
    expect((await rounds.newGroups(() => more)).size).toBe(5);
  });

  test('[S5] whoever is kept stays in the room of the last round', async () => {
    const { rounds, settle } = setUp();
    const snapshot = situation({ plan: calmPlan({ pinned: new Set([one, two]) }) });
    await settle(snapshot);
    const groups = await rounds.newGroups(() => snapshot);
    expect([groups.get(one), groups.get(two)]).toEqual([apple, birch]);
  });

  test('the groups of an earlier round are at hand; of one that never was, none', async () => {
    const { rounds } = setUp();
    const groups = await rounds.groupsOf(1, situation);
    expect([groups.get(one), groups.get(four)]).toEqual([apple, birch]);
    expect((await rounds.groupsOf(9, situation)).size).toBe(0);
  });
});

describe('while the next one is being prepared', () => {
  const prepared = (seats: Seats) => {
    const base = situation();
    return situation({
      plan: calmPlan({ prepared: 3 }),
      seatsOf: (epoch) => (epoch === 3 ? seats : base.seatsOf(epoch)),
    });
  };

  test('[N2] the pairs of the preview that repeat are counted', async () => {
    const { rounds, settle } = setUp();
    const repeating = prepared(theSeats([one, apple], [two, apple], [three, birch]));
    await settle(repeating);
    expect(rounds.facts(repeating)?.prepared).toBe(1);
    const fresh = prepared(theSeats([one, apple], [four, apple], [two, birch], [three, birch]));
    expect(rounds.facts(fresh)?.prepared).toBe(0);
  });

  test('other groups are looked for each time they are asked for', async () => {
    const { rounds, settle, timers } = setUp();
    const snapshot = prepared(new Map());
    await settle(snapshot);
    const seen = new Set<string>();
    for (let times = 0; times < 6; times++) {
      const searching = rounds.otherGroups(() => snapshot);
      await timers.advance(400);
      const groups = await searching;
      expect(groups.get(one)).toBe(groups.get(four));
      seen.add(String(groups.get(one)));
    }
    expect(seen).toEqual(new Set([apple, birch]));
  }, 20_000);
});

test('[I6] while a round is open nothing is known, and nothing read', async () => {
  const { rounds, settle } = setUp();
  const snapshot = situation({ run: aRun({ epoch: 2 }) });
  await settle(snapshot);
  expect(rounds.facts(snapshot)).toBeUndefined();
});
