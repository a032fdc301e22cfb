import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import { MAX_COUNTER } from '../breakout/counter';
import { roomId, tabId, userId, writerId } from '../breakout/ids';
import type { Plan } from '../breakout/plan';
import { beatRecord } from './beat';
import { compact } from './compact';
import { FakeStorage } from './fake-storage';
import { emptyDoc, type Doc } from './merge';
import { mend, mendingOf, mendOwned, mendTheirs } from './mend';
import { MergedRecord } from './merged-record';
import { OwnedRecord } from './owned-record';
import { People } from './people';
import { personEdits, personRecord } from './person';
import { planRecord } from './plan';
import { planEdits } from './plan-edits';
import { written } from './written';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const junk = { v: 1, data: 'junk' };

function join(storage: FakeStorage, name: string, holds = false): MergedRecord<Plan> {
  const record = new MergedRecord({
    storage: storage.client(),
    definition: planRecord,
    writer: writerId(name),
    timers: realTimers,
    repair: () => 'others',
    holds,
  });
  void record.open();
  return record;
}

/** A board whose plan says "first", and then something that nobody can read. */
async function broken(holds = false) {
  const storage = new FakeStorage();
  const record = join(storage, 'a', holds);
  await wait(100);
  record.edit(planEdits.setTask('first'));
  await wait(5_000);
  storage.put(junk);
  await wait(1_000);
  return { storage, record };
}

const storedDoc = (storage: FakeStorage): Doc => {
  const reading = planRecord.read(storage.value);
  return reading.type === 'ok' ? reading.value : emptyDoc;
};
const storedTask = (storage: FakeStorage) => planRecord.decode(storedDoc(storage)).task;

describe('[M11] a record that has become malformed', () => {
  test('is gone on with, but neither written nor edited', async () => {
    const { storage, record } = await broken();
    expect(record).toMatchObject({ usable: true, writable: false });
    expect(mendingOf(record)).toBe('repair');
    expect(record.value.task).toBe('first');
    expect(record.edit(planEdits.setTask('second'))).toBe('unreadable');
    await wait(20_000);
    expect(storage.value).toEqual(junk);
  });

  test('is repaired from the copy at hand, on a press', async () => {
    const { storage, record } = await broken();
    expect(mend(record)).toBeUndefined();
    await wait(5_000);
    expect(storedTask(storage)).toBe('first');
    expect(record).toMatchObject({ writable: true });
    expect(mendingOf(record)).toBe(undefined);
    expect(record.saving).toEqual({ state: 'saved' });
  });

  test('is begun afresh without a copy, and comes back from whoever has one', async () => {
    const { storage, record: hers } = await broken();
    const his = join(storage, 'b');
    await wait(1_000);
    expect(his).toMatchObject({ usable: false });
    expect(mendingOf(his)).toBe('afresh');
    mend(his);
    await wait(10_000);
    expect(storedTask(storage)).toBe('first');
    expect(his.value.task).toBe('first');
    expect(mendingOf(hers)).toBeUndefined();
  });

  test('of a newer version is never written over', async () => {
    const { storage, record } = await broken();
    storage.put({ v: 99, data: {} });
    await wait(1_000);
    expect(mendingOf(record)).toBeUndefined();
    mend(record);
    await wait(10_000);
    expect(storage.value).toEqual({ v: 99, data: {} });
  });

  test('that holds edits says that they are not stored, and stores them when it is mended', async () => {
    const { storage, record } = await broken(true);
    expect(record.edit(planEdits.setTask('second'))).toBeUndefined();
    expect(record.value.task).toBe('second');
    expect(record.saving.state).toBe('failed');
    await expect(written(record)).rejects.toThrow();
    expect(storage.value).toEqual(junk);
    storage.put(planRecord.write(emptyDoc));
    await wait(10_000);
    expect(storedTask(storage)).toBe('second');
  });

  test('nothing at all is edited before there is a copy, held or not', async () => {
    const storage = new FakeStorage();
    storage.put(junk);
    const record = join(storage, 'a', true);
    await wait(1_000);
    expect(record.edit(planEdits.setTask('x'))).toBe('unreadable');
  });
});

describe('[M11] a record with one writer that has become malformed', () => {
  const beat = (seq: number): Beat => ({
    term: 1,
    seq,
    user: userId('u1'),
    tab: tabId('t1'),
    visible: true,
    at: 0,
    planDigest: 'p',
    seatsDigest: 's',
    runDigest: '',
  });
  const open = (storage: FakeStorage): OwnedRecord<Beat> => {
    const record = new OwnedRecord({
      storage: storage.client(),
      definition: beatRecord,
      timers: realTimers,
    });
    void record.open();
    return record;
  };

  test('is repaired on a press, and then says what its writer knows best', async () => {
    const storage = new FakeStorage();
    const [writer, reader] = [open(storage), open(storage)];
    await wait(100);
    void writer.write(beat(1));
    await wait(1_000);
    storage.put(junk);
    await wait(1_000);
    expect(await writer.write(beat(2))).toBe(false);
    expect(writer.value).toEqual(beat(2));
    await wait(20_000);
    expect(storage.value).toEqual(junk);

    expect(reader).toMatchObject({ usable: true, writable: false });
    expect(mendingOf(reader)).toBe('repair');
    void mendOwned(reader, beatRecord, storage.client());
    await wait(5_000);
    expect(beatRecord.read(storage.value)).toEqual({ type: 'ok', value: beat(2) });
  });

  test('without a copy only what is handed in is written', async () => {
    const storage = new FakeStorage();
    storage.put(junk);
    const reader = open(storage);
    await wait(1_000);
    expect(reader).toMatchObject({ usable: false });
    expect(mendingOf(reader)).toBe('afresh');
    void mendOwned(reader, beatRecord, storage.client());
    await wait(1_000);
    expect(storage.value).toEqual(junk);
    void mendOwned(reader, beatRecord, storage.client(), beat(1));
    await wait(1_000);
    expect(reader.value).toEqual(beat(1));
  });

  test('[I11] what nobody could read again is a failure, and is not written', async () => {
    const storage = new FakeStorage();
    const writer = open(storage);
    await wait(100);
    expect(await writer.write({ ...beat(1), term: MAX_COUNTER + 1 })).toBe(false);
    expect(writer.failure).toMatchObject({ fault: 'unknown' });
    void writer.write(beat(1));
    await wait(1_000);
    expect(writer.failure).toBeUndefined();
  });
});

test('[M11] somebody else’s record is shown as it was last, and mended for them', async () => {
  const user = userId('u1');
  const storage = new FakeStorage();
  const definition = personRecord(user);
  const here = { ...emptyDoc, registers: { here: [true, 1, writerId('w')] as const } };
  storage.put(definition.write(here));
  const people = new People({
    storage: storage.client(),
    timers: realTimers,
    onChange: () => undefined,
  });
  people.follow([user]);
  await wait(1_000);
  storage.put(junk);
  await wait(1_000);
  expect(people.known.get(user)?.here).toBe(true);
  expect([...people.unreadable.keys()]).toEqual([user]);
  expect(people.docOf(user)).toEqual(here);
  void mendTheirs(people, user, storage.client());
  await wait(1_000);
  expect(people.unreadable.size).toBe(0);
  expect(definition.read(storage.value)).toEqual({ type: 'ok', value: here });
  people.close();
});

describe('[M12] bounds', () => {
  test('what its kind would not accept is not written', async () => {
    const record = join(new FakeStorage(), 'a');
    await wait(100);
    const tooLate = planEdits.setPrepared(MAX_COUNTER + 1);
    expect(record.edit(tooLate)).toBe('out-of-bounds');
    expect(record.edit({ 'room/x/hue': 99 })).toBe('out-of-bounds');
    expect(record.edit({ ['x'.repeat(300)]: 1 })).toBe('out-of-bounds');
    expect(record.edit(planEdits.setPrepared(MAX_COUNTER))).toBeUndefined();
  });

  test('a register at the end of its clock is mended with all that is known', async () => {
    const storage = new FakeStorage();
    const forged: Doc = {
      generation: 3,
      registers: {
        task: ['first', MAX_COUNTER, writerId('x')],
        length: [60_000, 2, writerId('x')],
        'later/thing': ['newer', 1, writerId('x')],
      },
    };
    storage.put(planRecord.write(forged));
    const record = join(storage, 'a');
    await wait(1_000);
    expect(record.edit(planEdits.setTask('second'))).toBe('out-of-bounds');
    expect(mendingOf(record)).toBe('repair');
    mend(record);
    expect(record.edit(planEdits.setTask('second'))).toBeUndefined();
    await wait(5_000);
    expect(storedDoc(storage).generation).toBe(4);
    expect(planRecord.decode(storedDoc(storage))).toMatchObject({ task: 'second', length: 60_000 });
  });

  test('a wiped plan whose generation was forged can be begun again', async () => {
    const storage = new FakeStorage();
    storage.put(planRecord.write({ generation: MAX_COUNTER, registers: {} }));
    const record = join(storage, 'a');
    await wait(1_000);
    storage.put(undefined);
    await wait(1_000);
    expect(record.edit(planEdits.setTask('anew'))).toBeUndefined();
    await wait(5_000);
    expect(storedTask(storage)).toBe('anew');
  });

  test('pushes of ever new junk do not make the copy grow', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a');
    await wait(100);
    record.edit(planEdits.setTask('first'));
    await wait(5_000);
    for (let push = 0; push < 12; push++) {
      const paths = Array.from({ length: 900 }, (_, index) => [
        `junk/${push}/${index}`,
        [push, 1, writerId('x')] as const,
      ]);
      storage.put(planRecord.write({ generation: 0, registers: Object.fromEntries(paths) }));
      await wait(30);
    }
    expect(JSON.stringify(planRecord.write(record.doc)).length).toBeLessThanOrEqual(60_000);
    expect(mendingOf(record)).toBe('repair');
    mend(record);
    await wait(5_000);
    expect(Object.keys(storedDoc(storage).registers)).toEqual(['task']);
  });

  test('[M7] a new generation does not bring back an edit of ours that was undone since', async () => {
    const storage = new FakeStorage();
    const [hers, his] = [join(storage, 'a'), join(storage, 'b')];
    await wait(100);
    hers.edit(planEdits.setRoom(roomId('r'), { name: 'Apple' }));
    hers.edit(planEdits.setTask('first'));
    await wait(3_000);
    his.edit(planEdits.setRoom(roomId('r'), { frame: null, name: 'Birch' }));
    his.edit({ task: null });
    await wait(3_000);
    his.replace(compact(his.doc, () => true));
    await wait(5_000);
    expect(hers.doc).toEqual(his.doc);
    expect(hers.value.task).toBe('');
    expect(hers.doc.generation).toBe(1);
  });
});

test('[M12] what a person does is edited in bounds', () => {
  const definition = personRecord(userId('u1'));
  for (const [path, value] of Object.entries(personEdits.set({ ready: MAX_COUNTER, here: true }))) {
    expect(definition.accepts(path, value)).toBe(true);
  }
});
