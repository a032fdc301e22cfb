/** Two facilitators prepare at the same moment: each on a screen that has not heard of the other. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctNames } from '../../breakout/distinct-names';
import { sameRoomName } from '../../breakout/roster/room-of';
import { planEdits } from '../../records/plan-edits';
import { FakeDesk } from '../fake-desk';
import { crowd, personId, users } from '../fixtures';
import type { Snapshot } from '../snapshot';
import type { Edits } from './edits';
import { setLength } from './phases';
import { keepInRoom } from './pins';
import { claim, makeFacilitator } from './roles';
import { createRooms, moveRoom, renameRoom, setLink, setRoomCount, setTask } from './rooms';
import { move } from './seating';

const ROOMS = 4;
const PEOPLE = 8;

/** Four rooms with eight people, and two facilitators. */
const prepared = new FakeDesk({ online: [users.ana, users.ben, ...crowd(PEOPLE)] }, 3);
prepared.apply(claim(prepared.snapshot()));
prepared.apply(makeFacilitator(prepared.snapshot(), users.ben.id));
prepared.apply(createRooms(prepared.snapshot(), ROOMS, prepared));

const twoScreens = (): { readonly ana: FakeDesk; readonly ben: FakeDesk } => ({
  ana: prepared.fork({}, 1),
  ben: prepared.fork({ me: users.ben }, 2),
});

function meet(ana: FakeDesk, ben: FakeDesk): void {
  ana.hear(ben);
  ben.hear(ana);
}

/** One thing that somebody sets, and what it is then. */
interface Setting {
  /** Two settings of one thing contradict each other. */
  readonly thing: string;
  readonly edit: (snapshot: Snapshot) => Edits;
  readonly value: string;
  readonly read: (snapshot: Snapshot) => unknown;
}

const roomAt = ({ plan }: Snapshot, at: number) => {
  // By what never changes: their order may.
  const room = [...plan.rooms].sort((a, b) => a.hue - b.hue)[at];
  if (room === undefined) throw new Error('fixture');
  return room;
};

const aRoomNumber = fc.nat({ max: ROOMS - 1 });
const words = fc.constantFrom('one', 'two', 'three', 'four');
const aSetting: fc.Arbitrary<Setting> = fc.oneof(
  fc.tuple(aRoomNumber, words).map(([at, value]) => ({
    thing: `name ${at}`,
    edit: (now: Snapshot) => renameRoom(now, roomAt(now, at).id, value),
    value,
    read: (now: Snapshot) => roomAt(now, at).name,
  })),
  fc.tuple(aRoomNumber, words).map(([at, value]) => ({
    thing: `task ${at}`,
    edit: (now: Snapshot) => setTask(now, roomAt(now, at).id, value),
    value,
    read: (now: Snapshot) => roomAt(now, at).task,
  })),
  words.map((value) => ({
    thing: 'task of all',
    edit: (now: Snapshot) => setTask(now, undefined, value),
    value,
    read: (now: Snapshot) => now.plan.task,
  })),
  fc.integer({ min: 1, max: 90 }).map((minutes) => ({
    thing: 'length',
    edit: (now: Snapshot) => setLength(now, minutes * 60_000),
    value: String(minutes * 60_000),
    read: (now: Snapshot) => String(now.plan.length),
  })),
  fc.tuple(aRoomNumber, words).map(([at, value]) => ({
    thing: `link ${at}`,
    edit: (now: Snapshot) => setLink(now, roomAt(now, at).id, `https://meet.example/${value}`),
    value: `https://meet.example/${value}`,
    read: (now: Snapshot) => roomAt(now, at).link,
  })),
  fc.integer({ min: 1, max: PEOPLE }).map((person) => ({
    thing: `pin ${person}`,
    edit: (now: Snapshot) => keepInRoom(now, personId(person)),
    value: 'true',
    read: (now: Snapshot) => String(now.plan.pinned.has(personId(person))),
  })),
  fc.tuple(fc.integer({ min: 1, max: PEOPLE }), aRoomNumber).map(([person, at]) => ({
    thing: `seat ${person}`,
    edit: (now: Snapshot) => move(now, [[personId(person), roomAt(now, at).id]]),
    value: String(at),
    read: (now: Snapshot) => {
      const seat = now.seatsOf(1).get(personId(person))?.room;
      return String([0, 1, 2, 3].findIndex((each) => roomAt(now, each).id === seat));
    },
  })),
  fc.integer({ min: 10, max: 90 }).map((seconds) => ({
    thing: 'closing',
    edit: () => ({ plan: planEdits.setSettings({ closingMs: seconds * 1_000 }) }),
    value: String(seconds * 1_000),
    read: (now: Snapshot) => String(now.plan.settings.closingMs),
  })),
);

const settings = fc.array(aSetting, { maxLength: 12 });

/** What must stand afterwards: the last word of one, on things that the other left alone. */
function unopposed(own: readonly Setting[], others: readonly Setting[]): readonly Setting[] {
  return own.filter(
    ({ thing }, index) =>
      !own.slice(index + 1).some((later) => later.thing === thing) &&
      !others.some((other) => other.thing === thing),
  );
}

describe('[I2] two facilitators who prepare at the same moment lose nothing', () => {
  test('of any two lists of edits each that the other does not contradict is there on both screens', () => {
    fc.assert(
      fc.property(settings, settings, (hers, his) => {
        const { ana, ben } = twoScreens();
        // In whichever order what they write arrives: after all of it, or now and then.
        for (const { edit } of hers) ana.apply(edit(ana.snapshot()));
        for (const { edit } of his) ben.apply(edit(ben.snapshot()));
        meet(ana, ben);
        const expected = [...unopposed(hers, his), ...unopposed(his, hers)];
        for (const screen of [ana, ben]) {
          const now = screen.snapshot();
          for (const { thing, read, value } of expected) {
            expect({ thing, value: read(now) }).toEqual({ thing, value });
          }
        }
        expect(ana.snapshot().planDigest).toBe(ben.snapshot().planDigest);
        expect(ana.snapshot().seatsOf(1)).toEqual(ben.snapshot().seatsOf(1));
      }),
      { numRuns: 50 },
    );
  });

  test('[O7] rooms added at once have different names once somebody has seen all of them', () => {
    const count = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(count, count, (more, still) => {
        const { ana, ben } = twoScreens();
        ana.apply(setRoomCount(ana.snapshot(), ROOMS + more, ana));
        ben.apply(setRoomCount(ben.snapshot(), ROOMS + still, ben));
        meet(ana, ben);
        // Both of their backgrounds see it at once.
        for (const screen of [ana, ben]) {
          for (const [room, name] of distinctNames(screen.snapshot().plan.rooms)) {
            screen.apply({ plan: planEdits.setRoom(room, { name }) });
          }
        }
        meet(ana, ben);
        const { rooms } = ana.snapshot().plan;
        expect(rooms).toHaveLength(ROOMS + more + still);
        expect(ben.snapshot().plan.rooms).toEqual(rooms);
        for (const { id, name } of rooms) {
          expect(rooms.filter((other) => sameRoomName(other.name, name))).toMatchObject([{ id }]);
        }
      }),
      { numRuns: 20 },
    );
  });

  test('[O6] of two moves of different rooms each is made', () => {
    fc.assert(
      fc.property(aRoomNumber, aRoomNumber, (one, other) => {
        const { ana, ben } = twoScreens();
        if (one === other) return;
        const [mine, theirs] = [roomAt(ana.snapshot(), one).id, roomAt(ana.snapshot(), other).id];
        const first = ana.snapshot().plan.rooms.find(({ id }) => id !== mine)?.id;
        ana.apply(moveRoom(ana.snapshot(), mine, first));
        ben.apply(moveRoom(ben.snapshot(), theirs, undefined));
        meet(ana, ben);
        const order = ana.snapshot().plan.rooms.map(({ id }) => id);
        expect(ben.snapshot().plan.rooms.map(({ id }) => id)).toEqual(order);
        expect([order[0], order.at(-1)]).toEqual([mine, theirs]);
      }),
    );
  });
});
