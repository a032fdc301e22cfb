import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import { tabId, userId } from '../breakout/ids';
import { beatRecord } from './beat';
import { FakeStorage, type ClientOptions } from './fake-storage';
import type { Arrived } from './owned-copy';
import { OwnedRecord } from './owned-record';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

const beat = (term: number, seq: number, user = 'u1'): Beat => ({
  term,
  seq,
  user: userId(user),
  tab: tabId('t1'),
  visible: true,
  at: Date.now(),
  planDigest: 'p',
  seatsDigest: 's',
  runDigest: '',
});

function join(
  storage: FakeStorage,
  client: ClientOptions = {},
  heir?: () => boolean,
): OwnedRecord<Beat> {
  const record = new OwnedRecord({
    storage: storage.client(client),
    definition: beatRecord,
    timers: realTimers,
    ...(heir && { heir }),
  });
  void record.open();
  return record;
}

describe('[M9] a record with one writer', () => {
  test('tells a change from the first value of a subscription', async () => {
    const storage = new FakeStorage();
    storage.put(beatRecord.write(beat(1, 1), undefined));
    const reader = join(storage);
    const arrivals: (Arrived<Beat> | undefined)[] = [];
    reader.subscribe((arrived) => arrivals.push(arrived));
    await wait(1_000);
    expect(arrivals).toMatchObject([{ changed: false, value: { seq: 1 } }]);

    storage.put(beatRecord.write(beat(1, 2), undefined));
    await wait(1_000);
    expect(arrivals.at(-1)).toMatchObject({ changed: true, value: { seq: 2 } });
    expect(arrivals.at(-1)?.at).toBe(Date.now() - 980);
  });

  test('takes neither a repeated push nor a rereading for a change', async () => {
    const storage = new FakeStorage();
    const stored = beatRecord.write(beat(1, 1), undefined);
    storage.put(stored);
    const reader = join(storage);
    await wait(1_000);
    storage.put(stored);
    await wait(1_000);
    expect(reader.arrived?.changed).toBe(false);
    storage.value = beatRecord.write(beat(1, 2), undefined);
    await Promise.all([reader.reread(), wait(1_000)]);
    expect(reader.arrived).toMatchObject({ changed: false, value: { seq: 2 } });
  });

  test('never goes back to an older value', async () => {
    const storage = new FakeStorage();
    const reader = join(storage);
    await wait(1_000);
    for (const value of [beat(2, 5), beat(2, 4), beat(1, 9, 'zzz')]) {
      storage.put(beatRecord.write(value, undefined));
      await wait(100);
      expect(reader.value).toMatchObject({ term: 2, seq: 5 });
    }
    storage.put(beatRecord.write(beat(2, 5, 'u2'), undefined));
    await wait(100);
    expect(reader.value?.user).toBe('u2');
  });

  test('gives up what nobody else knows for what has stayed in storage for half a minute', async () => {
    const storage = new FakeStorage();
    const reader = join(storage);
    const arrivals: (Arrived<Beat> | undefined)[] = [];
    reader.subscribe((arrived) => arrivals.push(arrived));
    await wait(1_000);
    storage.put(beatRecord.write(beat(2, 1, 'u2'), undefined));
    await wait(1_000);
    for (const seq of [1, 2, 3]) {
      storage.put(beatRecord.write(beat(2, seq), undefined));
      await wait(10_000);
      expect(reader.value?.user).toBe('u2');
    }
    storage.put(beatRecord.write(beat(2, 4), undefined));
    await wait(1_000);
    expect(reader.value).toMatchObject({ user: 'u1', seq: 4 });
    expect(arrivals.at(-1)).toMatchObject({ changed: true, instead: true });
    // The greater one outranks it as before, should it be there after all.
    storage.put(beatRecord.write(beat(2, 2, 'u2'), undefined));
    await wait(1_000);
    expect(reader.value?.user).toBe('u2');
    expect(arrivals.at(-1)).toMatchObject({ instead: false });
  });

  test('what comes back in time is waited for anew the next time', async () => {
    const storage = new FakeStorage();
    const reader = join(storage);
    await wait(1_000);
    for (const value of [beat(2, 1, 'u2'), beat(2, 1), beat(2, 2, 'u2'), beat(2, 2), beat(2, 3)]) {
      storage.put(beatRecord.write(value, undefined));
      await wait(20_000);
      expect(reader.value?.user).toBe('u2');
    }
  });

  test('is not given up by an heir, nor by whoever wrote it', async () => {
    const storage = new FakeStorage();
    const refuses = () => (storage.writes > 0 ? 'unknown' : undefined);
    const heir = join(storage, { refuses }, () => true);
    const writer = join(storage, { refuses });
    await wait(1_000);
    void writer.write(beat(2, 1, 'u2'));
    await wait(1_000);
    for (let seq = 1; seq < 6; seq++) {
      storage.put(beatRecord.write(beat(2, seq), undefined));
      await wait(10_000);
      expect(writer.value?.user).toBe('u2');
      expect(heir.value?.user).toBe('u2');
    }
  });

  test('resolves a write when its value, or a newer one, has been stored', async () => {
    const storage = new FakeStorage();
    const writer = join(storage, { latencyMs: () => 500 });
    await wait(5_000);
    const done: number[] = [];
    for (const seq of [1, 2, 3]) {
      void writer.write(beat(1, seq)).then((stored) => {
        if (stored) done.push(seq);
      });
      await wait(100);
    }
    expect(writer.value?.seq).toBe(3);
    await wait(1_000);
    expect(done).toEqual([1]);
    await wait(2_000);
    expect(done).toEqual([1, 2, 3]);
    expect(storage.writes).toBe(2);
    expect(storage.mostInFlight).toBe(1);
  });

  test('says false to a write that failed, and stores it later', async () => {
    const storage = new FakeStorage();
    let refusals = 1;
    const writer = join(storage, { refuses: () => (refusals-- > 0 ? 'disconnected' : undefined) });
    await wait(1_000);
    const written = writer.write(beat(1, 1));
    await wait(100);
    await expect(written).resolves.toBe(false);
    expect(writer.failure?.fault).toBe('disconnected');
    await wait(5_000);
    expect(writer.failure).toBeUndefined();
    expect(beatRecord.read(storage.value)).toMatchObject({ type: 'ok', value: { seq: 1 } });
  });

  test('[I7] a writer restores its value over an older one; one who was outranked does not', async () => {
    const storage = new FakeStorage();
    const deposed = join(storage);
    const conductor = join(storage);
    await wait(1_000);
    void deposed.write(beat(1, 7, 'old'));
    await wait(1_000);
    void conductor.write(beat(2, 1, 'new'));
    await wait(1_000);
    storage.put(beatRecord.write(beat(1, 8, 'old'), undefined));
    await wait(5_000);
    expect(beatRecord.read(storage.value)).toMatchObject({ value: { term: 2, user: 'new' } });
    expect(await deposed.write(beat(1, 9, 'old'))).toBe(false);

    storage.put(beatRecord.write(beat(3, 1, 'newest'), undefined));
    const { writes } = storage;
    await wait(60_000);
    expect(storage.writes).toBe(writes);
    expect(conductor.value?.user).toBe('newest');
  });

  test('a wiped value is gone, and not written back', async () => {
    const storage = new FakeStorage();
    const writer = join(storage, { tellsMissing: true });
    await wait(100);
    void writer.write(beat(1, 1));
    await wait(5_000);
    expect(writer.value?.seq).toBe(1);
    storage.put(undefined);
    await wait(10_000);
    expect(writer.value).toBeUndefined();
    expect(storage.value).toBeUndefined();
  });

  test('echoes of its own older writes do not make it write again', async () => {
    const storage = new FakeStorage();
    const writer = join(storage, { latencyMs: () => 400 });
    await wait(5_000);
    for (let seq = 1; seq <= 10; seq++) {
      void writer.write(beat(1, seq));
      await wait(700);
    }
    await wait(20_000);
    expect(storage.writes).toBeLessThanOrEqual(10);
    expect(writer.arrived?.value.seq).toBe(10);
  });
});

describe('[M8] what cannot be read', () => {
  test.each([
    ['newer', { v: 9, data: {} }],
    ['malformed', { v: 1, data: { term: -1 } }],
    ['', 7],
  ])('is not overwritten: %s', async (_, raw) => {
    const storage = new FakeStorage();
    storage.put(raw);
    const writer = join(storage);
    await wait(1_000);
    expect(writer.writable).toBe(false);
    expect(await writer.write(beat(1, 1))).toBe(false);
    await wait(10_000);
    expect(storage.value).toEqual(raw);
  });

  test('fields that this version does not know are kept', async () => {
    const storage = new FakeStorage();
    const first = beatRecord.write(beat(1, 1), undefined);
    storage.put({
      ...(first as object),
      data: { ...(first as { data: object }).data, mood: 'fine' },
    });
    const writer = join(storage);
    await wait(1_000);
    void writer.write(beat(1, 2));
    await wait(1_000);
    expect(storage.value).toMatchObject({ data: { seq: 2, mood: 'fine' } });
  });

  test('an heir brings back the last word of a writer that has gone, others do not', async () => {
    const storage = new FakeStorage();
    const last = beatRecord.write(beat(2, 5), undefined);
    storage.put(last);
    const bystander = join(storage);
    await wait(1_000);
    storage.put(beatRecord.write(beat(1, 9), undefined));
    await wait(20_000);
    expect(storage.value).not.toEqual(last);

    storage.put(last);
    const heir = join(storage, {}, () => true);
    await wait(1_000);
    storage.put(beatRecord.write(beat(1, 9), undefined));
    await wait(3_000);
    expect(storage.value).not.toEqual(last);
    await wait(6_000);
    expect(storage.value).toEqual(last);
    bystander.close();
    heir.close();
  });
});
