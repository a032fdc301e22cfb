import { expect, test } from 'vitest';
import { ana, apple, aRun, ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { keys } from '../records/keys';
import { edit, emptyDoc } from '../records/merge';
import { personEdits, personRecord } from '../records/person';
import { planRecord } from '../records/plan';
import { planEdits } from '../records/plan-edits';
import { runRecord } from '../records/run';
import { untilConcerned } from './idle-watch';

const writer = writerId('w');
const facilitated = edit(
  emptyDoc,
  planEdits.setFacilitator(ana, { name: 'Ana', order: 0 }),
  writer,
);
const plan = planRecord.write(facilitated);
const changedPlan = planRecord.write(edit(facilitated, planEdits.setPrepared(2), writer));
const over = runRecord.write(aRun({ phase: 'closed' }), undefined);
const person = personRecord(ben).write(edit(emptyDoc, personEdits.set({ here: true }), writer));

/** Storage of many keys that answers at once. */
class Board {
  readonly me = { id: ben };
  readonly listeners = new Map<string, (raw: unknown) => void>();
  readonly #stored = new Map<string, Json>();

  constructor(stored: Readonly<Record<string, Json>> = {}) {
    this.#stored = new Map(Object.entries(stored));
  }

  readonly storage = {
    watch: async (key: string, listen: (raw: unknown) => void) => {
      this.listeners.set(key, listen);
      listen(this.#stored.get(key));
      return () => void this.listeners.delete(key);
    },
    read: async (key: string) => this.#stored.get(key),
    remove: async (key: string) => void this.#stored.delete(key),
  };

  has(key: string): boolean {
    return this.#stored.has(key);
  }

  remove(key: string): void {
    this.#stored.delete(key);
    this.push(key, undefined);
  }

  push(key: string, value: Json | undefined): void {
    this.listeners.get(key)?.(structuredClone(value));
  }
}

/** Whether Ben's background has begun by the time that all promises have settled. */
function watching(board: Board): () => Promise<boolean> {
  let begun = false;
  void untilConcerned(board).then(() => {
    begun = true;
  });
  return async () => {
    await new Promise(setImmediate);
    return begun;
  };
}

const quiet = { [keys.plan]: plan, [keys.run]: over, [keys.person(ben)]: person };

test('[B1] a user who may have something to do begins at once', async () => {
  const board = new Board({ [keys.plan]: plan });
  expect(await watching(board)()).toBe(true);
  expect(board.listeners.size).toBe(0);
});

test('[B1] on a board without a plan, and after a breakout, nothing begins', async () => {
  expect(await watching(new Board())()).toBe(false);
  expect(await watching(new Board(quiet))()).toBe(false);
});

test('[B2] the same value once more is no change', async () => {
  const board = new Board(quiet);
  const begun = watching(board);
  await begun();
  board.push(keys.plan, plan);
  board.push(keys.run, over);
  board.push(keys.beat, undefined);
  expect(await begun()).toBe(false);
});

test.each<[string, Json]>([
  [keys.plan, changedPlan],
  [keys.run, runRecord.write(aRun(), undefined)],
  [keys.beat, { v: 1, data: {} }],
])('[B2] a change of %s begins, and ends the watch', async (key, value) => {
  const board = new Board(quiet);
  const begun = watching(board);
  await begun();
  board.push(key, value);
  expect(await begun()).toBe(true);
  expect(board.listeners.size).toBe(0);
});

test('[B2] a first plan begins', async () => {
  const board = new Board();
  const begun = watching(board);
  await begun();
  board.push(keys.plan, plan);
  expect(await begun()).toBe(true);
});

test('[B2] a wipe is no reason to begin', async () => {
  const board = new Board(quiet);
  const begun = watching(board);
  await begun();
  for (const key of [keys.run, keys.plan]) board.push(key, undefined);
  expect(await begun()).toBe(false);
});

test('a storage that does not answer is said', async () => {
  const storage = {
    watch: () => Promise.reject(new Error('no')),
    read: async () => undefined,
    remove: async () => undefined,
  };
  await expect(untilConcerned({ me: { id: ben }, storage })).rejects.toThrow('no');
});

test('[K3] when the plan is removed, this user’s record goes, too; an old push removes nothing', async () => {
  const board = new Board(quiet);
  const begun = watching(board);
  await begun();
  board.push(keys.plan, undefined);
  expect(await begun()).toBe(false);
  expect(board.has(keys.person(ben))).toBe(true);
  board.push(keys.plan, plan);

  const other = new Board(quiet);
  const otherBegun = watching(other);
  await otherBegun();
  other.remove(keys.plan);
  expect(await otherBegun()).toBe(false);
  expect(other.has(keys.person(ben))).toBe(false);
});

test('[A7] says whether its user was in a room as the page began, however long it was idle since', async () => {
  const at = { epoch: 1, room: apple, ask: 1, frame: undefined };
  const inRoom = personRecord(ben).write(edit(emptyDoc, personEdits.set({ at }), writer));
  const board = new Board({ ...quiet, [keys.person(ben)]: inRoom });
  expect(await untilConcerned(board)).toBe(false);
  expect(await untilConcerned(new Board({ [keys.plan]: plan }))).toBe(true);
  const idle = new Board(quiet);
  const begins = untilConcerned(idle);
  await new Promise(setImmediate);
  idle.push(keys.plan, changedPlan);
  expect(await begins).toBe(true);
});
