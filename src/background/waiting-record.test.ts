import { beforeEach, expect, test } from 'vitest';
import { apple, aPlan, aRun, ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import type { Seats } from '../breakout/seats';
import { FakeWorld } from '../live/fake-board';
import { users } from '../live/fixtures';
import { MergedRecord } from '../records/merged-record';
import { personEdits, personRecord } from '../records/person';
import { WaitingRecord } from './waiting-record';

const wish = { kind: 'room', epoch: 1, ask: 1, room: apple, seat: 0 } as const;
const definition = personRecord(ben);

let world: FakeWorld;
let person: MergedRecord<Person>;
let seats: Seats;
let waiting: WaitingRecord;
/** Pushes of Ben's record, as any reader gets them. */
let pushes: unknown[];
let answers: boolean;

const held = (name: string): MergedRecord<Person> =>
  new MergedRecord({
    storage: {
      ...world.storage,
      read: (key) => (answers ? world.storage.read(key) : Promise.reject(new Error('offline'))),
    },
    definition,
    writer: writerId(name),
    timers: world.timers,
    repair: () => 'conductor',
  });

/** The background of Ben, who is to choose a room. */
beforeEach(async () => {
  world = new FakeWorld();
  seats = new Map();
  answers = true;
  person = held('background');
  await person.open();
  const plan = aPlan({ settings: { ...aPlan().settings, seating: 'chosen' } });
  waiting = new WaitingRecord({
    board: { me: users.ben },
    timers: world.timers,
    held: {
      plan: { usable: true, value: plan },
      person,
      seats: () => ({ usable: true, value: seats }),
    },
    conducting: { run: aRun() },
  });
  pushes = [];
  await world.storage.watch(definition.key, (raw) => pushes.push(raw));
});

/** As the background evaluates: every second. */
async function seconds(count: number): Promise<void> {
  for (let second = 0; second < count; second++) {
    await world.timers.advance(1_000);
    waiting.evaluate();
  }
}

/** Whoever watches has lost everything up to now. */
async function wishes(): Promise<void> {
  person.edit(personEdits.set({ choice: wish }));
  await seconds(5);
  pushes.length = 0;
}

test('[M14] a wish that nobody grants is stored again, ever more rarely', async () => {
  await wishes();
  await seconds(9);
  expect(pushes).toHaveLength(0);
  await seconds(6);
  expect(pushes).toEqual([definition.write(person.doc)]);
  await seconds(24);
  expect(pushes).toHaveLength(1);
  await seconds(600);
  expect(pushes.length).toBeGreaterThan(9);
  expect(pushes.length).toBeLessThan(13);
});

test('[M14] nothing is stored again once it is granted, nor where nobody waits', async () => {
  await seconds(60);
  expect(pushes).toEqual([undefined]);
  await wishes();
  seats = new Map([[ben, { room: apple, ask: 1 }]]);
  await seconds(300);
  expect(pushes).toHaveLength(0);
});

test('[M14] what a panel of the same person has written meanwhile stays', async () => {
  await wishes();
  const panel = held('panel');
  await panel.open();
  // The background loses the push, and the panel is closed before it could bring anything back.
  world.silent.add(definition.key);
  panel.edit(personEdits.set({ ready: 1 }));
  await world.timers.advance(100);
  panel.close();
  world.silent.delete(definition.key);
  expect(person.value.ready).toBeUndefined();
  await seconds(30);
  expect(person.value.ready).toBe(1);
  expect(world.stored.get(definition.key)).toEqual(definition.write(person.doc));
});

test('[I11] storage that does not answer is no fault: it is asked again', async () => {
  await wishes();
  answers = false;
  await seconds(30);
  expect(pushes).toHaveLength(0);
  answers = true;
  await seconds(30);
  expect(pushes).toHaveLength(1);
});
