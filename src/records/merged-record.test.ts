import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import { roomId, userId, writerId } from '../breakout/ids';
import type { Plan } from '../breakout/plan';
import { FakeStorage, type ClientOptions } from './fake-storage';
import { edit, emptyDoc } from './merge';
import { MergedRecord, type Repair } from './merged-record';
import { planRecord } from './plan';
import { planEdits } from './plan-edits';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** Every write may lose pushes again, but there are not many to lose. */
const BEATS = 4;

interface Setting extends ClientOptions {
  readonly repair?: Repair;
  readonly onOverruled?: (paths: readonly string[]) => void;
}

/** Another iframe that follows the plan. */
function join(storage: FakeStorage, writer: string, setting: Setting = {}): MergedRecord<Plan> {
  const { repair = 'others', onOverruled, ...client } = setting;
  const record = new MergedRecord({
    storage: storage.client(client),
    definition: planRecord,
    writer: writerId(writer),
    timers: realTimers,
    repair: () => repair,
    ...(onOverruled === undefined ? {} : { onOverruled }),
  });
  void record.open();
  return record;
}

const task = (words: string) => planEdits.setTask(words);
const named = (id: string, name: string) => planEdits.setRoom(roomId(id), { alive: true, name });
const stored = (storage: FakeStorage) => {
  const reading = planRecord.read(storage.value);
  if (reading.type !== 'ok') throw new Error(`The stored plan is ${reading.type}`);
  return planRecord.decode(reading.value);
};

describe('[M8] before storage has answered', () => {
  test('the record is loading and takes no edits', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a');
    expect(record.status).toBe('loading');
    expect(record.edit(task('too early'))).toBe('loading');
    await wait(5_000);
    expect(record.status).toBe('ready');
    expect(record.known).toBe(false);
    expect(storage.writes).toBe(0);
  });

  test('a storage that refuses to be watched is asked again until it answers', async () => {
    const storage = new FakeStorage();
    const port = storage.client();
    let refusals = 3;
    const flaky = {
      ...port,
      watch: (...args: Parameters<typeof port.watch>) =>
        refusals-- > 0 ? Promise.reject(new Error('told')) : port.watch(...args),
    };
    const record = new MergedRecord({
      storage: flaky,
      definition: planRecord,
      writer: writerId('a'),
      timers: realTimers,
      repair: () => 'never',
    });
    const opened = vi.fn();
    void record.open().then(opened);
    await wait(6_000);
    expect(opened).not.toHaveBeenCalled();
    await wait(3_000);
    expect(opened).toHaveBeenCalledOnce();
    expect(record.writable).toBe(true);
  });
});

describe('an edit', () => {
  test('counts at once, and several of one turn are one write', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a');
    await wait(100);
    expect(record.edit(task('first'))).toBeUndefined();
    record.edit(named('r1', 'Apple'));
    record.edit(task('second'));
    expect(record.value.task).toBe('second');
    await wait(5_000);
    expect(storage.writes).toBe(1);
    expect(stored(storage).rooms.map(({ name }) => name)).toEqual(['Apple']);
  });

  test('never has two writes in flight, and the newest value is written', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { latencyMs: () => 300 });
    await wait(1_000);
    for (let typed = 1; typed <= 50; typed++) {
      record.edit(task('x'.repeat(typed)));
      await wait(20);
    }
    await wait(5_000);
    expect(storage.mostInFlight).toBe(1);
    expect(storage.writes).toBeLessThanOrEqual(4);
    expect(stored(storage).task).toBe('x'.repeat(50));
  });

  test('that would not fit is refused, with nothing changed', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a');
    await wait(100);
    const refusals: unknown[] = [];
    for (let room = 0; room < 100; room++) {
      const words = `${room} ${'界'.repeat(490)}`;
      const before = record.doc;
      const refusal = record.edit(planEdits.setRoom(roomId(`r${room}`), { task: words }));
      if (refusal !== undefined) expect(record.doc).toBe(before);
      refusals.push(refusal);
    }
    expect(refusals[0]).toBeUndefined();
    expect(refusals.at(-1)).toBe('too-large');
    const bytes = new TextEncoder().encode(JSON.stringify(planRecord.write(record.doc))).length;
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThanOrEqual(60_000);
    await wait(5_000);
    expect(record.saving).toEqual({ state: 'saved' });
  });

  test('tells its listeners, until they stop listening', async () => {
    const record = join(new FakeStorage(), 'a');
    await wait(100);
    const listener = vi.fn();
    const stop = record.subscribe(listener);
    record.edit(task('x'));
    expect(listener).toHaveBeenCalled();
    stop();
    listener.mockClear();
    record.edit(task('y'));
    expect(listener).not.toHaveBeenCalled();
    expect(record.edit(task('y'))).toBeUndefined();
  });
});

describe('[M6] saved', () => {
  test('is said when storage has held the edit for a second, not before', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { latencyMs: () => 50 });
    await wait(1_000);
    record.edit(task('x'));
    expect(record.saving.state).toBe('saving');
    await wait(100); // the echo
    await wait(950);
    expect(record.saving.state).toBe('saving');
    await wait(100);
    expect(record.saving.state).toBe('saved');
  });

  test('takes twice the slowest echo on a slow network', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { latencyMs: () => 1_500 });
    await wait(10_000);
    record.edit(task('x'));
    await wait(3_000);
    await wait(5_900);
    expect(record.saving.state).toBe('saving');
    await wait(200);
    expect(record.saving.state).toBe('saved');
  });

  test('[I2] is not said while a concurrent write has dropped the edit', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { repair: 'others' });
    await wait(1_000);
    const other = edit(emptyDoc, named('r9', 'Other'), writerId('z'));
    record.edit(task('mine'));
    await wait(500);
    storage.put(planRecord.write(other));
    await wait(250);
    expect(stored(storage).task).toBe('');
    await wait(450);
    expect(record.saving.state).toBe('saving');
    await wait(10_000);
    expect(record.saving.state).toBe('saved');
    expect(stored(storage)).toMatchObject({ task: 'mine', rooms: [{ name: 'Other' }] });
  });

  test('a lost echo delays it, and storage is asked once', async () => {
    const storage = new FakeStorage();
    let deaf = false;
    const record = join(storage, 'a', { loses: () => deaf });
    await wait(1_000);
    deaf = true;
    record.edit(task('x'));
    await wait(1_900);
    expect(record.saving.state).toBe('saving');
    await wait(10_000);
    expect(record.saving.state).toBe('saved');
    expect(storage.writes).toBe(1);
    expect(storage.reads).toBe(1);
  });

  test('[I2] of two edits to the same thing the greater stamp wins, and the other is told', async () => {
    const storage = new FakeStorage();
    const told = { a: vi.fn(), b: vi.fn() };
    const a = join(storage, 'a', { onOverruled: told.a });
    const b = join(storage, 'b', { onOverruled: told.b });
    await wait(1_000);
    a.edit(task('from a'));
    b.edit(task('from b'));
    await wait(15_000);
    expect([a.value.task, b.value.task, stored(storage).task]).toEqual(Array(3).fill('from b'));
    expect(told.a).toHaveBeenCalledExactlyOnceWith(['task']);
    expect(told.b).not.toHaveBeenCalled();
    expect([a.saving.state, b.saving.state]).toEqual(['saved', 'saved']);
  });
});

describe('[M5] repair is calm', () => {
  test.each([0, 1, 2])('eight concurrent editors need few writes (seed %i)', async (seed) => {
    const storage = new FakeStorage();
    let state = seed + 1;
    const latencyMs = () => 20 + ((state = (state * 48_271) % 2_147_483_647) % 120);
    const editors = Array.from({ length: 8 }, (_, index) =>
      join(storage, `w${index}`, { latencyMs, repair: index === 0 ? 'conductor' : 'others' }),
    );
    await wait(1_000);
    editors.forEach((editor, index) => editor.edit(named(`r${index}`, `Room ${index}`)));
    await wait(30_000);
    expect(stored(storage).rooms).toHaveLength(8);
    expect(new Set(editors.map(({ digest }) => digest)).size).toBe(1);
    expect(editors.map(({ saving }) => saving.state)).toEqual(Array(8).fill('saved'));
    expect(storage.writes).toBeLessThanOrEqual(15);
  });

  // They saw no room any more in which they sat, and were asked nothing.
  test('[M9] readers give up what storage has lacked for half a minute', async () => {
    const storage = new FakeStorage();
    const reader = join(storage, 'r', { repair: 'never' });
    const writer = join(storage, 'a', { repair: 'never' });
    await wait(100);
    writer.edit(named('r1', 'Apple'));
    await wait(2_000);
    const before = storage.value;
    writer.edit(task('lost'));
    await wait(2_000);
    storage.put(before);
    const taskAfter = async (ms: number): Promise<string> => {
      await wait(ms);
      void reader.reread();
      await wait(100);
      return reader.value.task;
    };
    expect(await taskAfter(29_000)).toBe('lost');
    expect(await taskAfter(1_000)).toBe('');
    expect(reader.value.rooms).toHaveLength(1);
  });

  test('[M9] whoever may bring back what storage lacks does not give it up, however often it is lost', async () => {
    const storage = new FakeStorage();
    // Repairs get so rare in the end that more than half a minute lies between two of them.
    const chance = vi.spyOn(Math, 'random').mockReturnValue(0.99);
    const record = join(storage, 'a');
    await wait(100);
    record.edit(task('kept'));
    await wait(3_000);
    for (let lost = 0; lost < 150; lost++) {
      storage.put(planRecord.write(emptyDoc));
      await wait(1_000);
    }
    await wait(200_000);
    expect(stored(storage).task).toBe('kept');
    chance.mockRestore();
  });

  test('readers never write', async () => {
    const storage = new FakeStorage();
    const reader = join(storage, 'r', { repair: 'never' });
    const writer = join(storage, 'w');
    await wait(1_000);
    writer.edit(task('x'));
    await wait(3_000);
    writer.close();
    storage.put(planRecord.write(emptyDoc));
    const { writes } = storage;
    await wait(60_000);
    expect(storage.writes).toBe(writes);
    expect(reader.value.task).toBe('x');
  });

  test('somebody who overwrites for ever is answered ever more rarely', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { repair: 'conductor' });
    await wait(1_000);
    record.edit(task('x'));
    await wait(3_000);
    const before = storage.writes;
    let vandalism = 0;
    for (; vandalism < 1_200; vandalism++) {
      storage.put(planRecord.write(emptyDoc));
      await wait(50);
    }
    expect(storage.writes - before - vandalism).toBeLessThan(30);
    await wait(60_000);
    expect(stored(storage).task).toBe('x');
  });

  test('[M5] two tabs of one user agree, though they write the same path at once', async () => {
    const storage = new FakeStorage();
    const tabs = [join(storage, 'tab1'), join(storage, 'tab2')];
    await wait(1_000);
    tabs.forEach((tab, index) => tab.edit(task(`tab ${index}`)));
    await wait(20_000);
    const settled = storage.writes;
    await wait(120_000);
    expect(storage.writes).toBe(settled);
    expect(settled).toBeLessThanOrEqual(4);
    expect(tabs[0]?.value.task).toBe(tabs[1]?.value.task);
  });

  test('[I2] whatever the order of arrival, copies and storage end up agreeing', async () => {
    const step = fc.record({
      who: fc.nat(3),
      path: fc.constantFrom('r1', 'r2', 'r3'),
      name: fc.constantFrom('x', 'y', 'z'),
      pauseMs: fc.constantFrom(0, 0, 10, 100, 700),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.infiniteStream(fc.integer({ min: 1, max: 400 })),
        fc.array(fc.boolean(), { maxLength: 10 }),
        async (steps, latencies, losses) => {
          const storage = new FakeStorage();
          const lost = [...losses];
          const editors = Array.from({ length: 4 }, (_, index) =>
            join(storage, `w${index}`, {
              latencyMs: () => latencies.next().value ?? 1,
              loses: () => lost.pop() === true,
              repair: index === 0 ? 'conductor' : 'others',
            }),
          );
          await wait(2_000);
          for (const { who, path, name, pauseMs } of steps) {
            editors[who]?.edit(named(path, name));
            await wait(pauseMs);
          }
          await wait(60_000);
          expect(editors.map(({ saving }) => saving.state)).not.toContain('saving');
          // Pushes may have been lost for good: also the one that told a writer that its edit, which
          // it had seen stored, was written over. The beats have everybody read again.
          for (let beat = 0; beat < BEATS; beat++) {
            await Promise.all([...editors.map((editor) => editor.reread()), wait(10_000)]);
          }
          const truth = planRecord.read(storage.value);
          for (const editor of editors) {
            expect(editor.saving.state).toBe('saved');
            expect(truth).toMatchObject({ type: 'ok', value: editor.doc });
          }
          for (const editor of editors) editor.close();
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a write that fails', () => {
  test('keeps the edit and is tried again until it is stored', async () => {
    const storage = new FakeStorage();
    let refusals = 3;
    const record = join(storage, 'a', {
      refuses: () => (refusals-- > 0 ? 'rate-limited-minute' : undefined),
    });
    await wait(1_000);
    record.edit(task('x'));
    await wait(100);
    expect(record.saving).toMatchObject({ state: 'failed', fault: 'rate-limited-minute' });
    expect(record.value.task).toBe('x');
    await wait(10_000);
    expect(record.saving.state).toBe('saved');
    expect(stored(storage).task).toBe('x');
  });

  test('[I9] for the hour is tried again every ten minutes, or by `retry`', async () => {
    const storage = new FakeStorage();
    let tries = 0;
    let limited = true;
    const record = join(storage, 'a', {
      refuses() {
        tries += 1;
        return limited ? 'rate-limited-hour' : undefined;
      },
    });
    await wait(1_000);
    record.edit(task('x'));
    await wait(3_600_000);
    expect(tries).toBe(6);
    limited = false;
    record.retry();
    await wait(5_000);
    expect(stored(storage).task).toBe('x');
    expect(record.saving.state).toBe('saved');
  });

  test.each(['before', 'after'])(
    '[I2] made %s the closing is written, though another one is being written',
    async (when) => {
      const storage = new FakeStorage();
      // The page is gone before any write is answered.
      const record = join(storage, 'a', { latencyMs: () => 500 });
      await wait(5_000);
      record.edit(task('first'));
      await wait(10);
      if (when === 'before') record.edit(task('typed last'));
      record.close();
      if (when === 'after') record.edit(task('typed last'));
      await wait(510);
      expect(stored(storage).task).toBe('typed last');
    },
  );

  test('is written by closing, if it was only due', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a');
    await wait(1_000);
    record.edit(task('last words'));
    record.close();
    await wait(1_000);
    expect(stored(storage).task).toBe('last words');
  });
});

describe('[M8] what cannot be read', () => {
  const newer = { v: 2, data: { anything: true } };

  test.each([
    ['newer', newer, true],
    ['not a record', 'nonsense', false],
    ['a bad value', { v: 1, data: { g: 0, r: [[1, 'w', [[42, 'task']]]] } }, false],
  ])('is reported and left as it is: %s', async (_, raw, isNewer) => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { repair: 'conductor' });
    await wait(1_000);
    record.edit(task('x'));
    await wait(3_000);
    const { writes } = storage;
    storage.put(raw);
    await wait(60_000);
    expect(record.status).toBe('unreadable');
    expect(record.unreadable?.newer).toBe(isNewer);
    expect(record.edit(task('y'))).toBe('unreadable');
    expect(record.value.task).toBe('x');
    expect(storage.writes).toBe(writes + 1);
    expect(storage.value).toEqual(raw);
  });

  test('ends when something readable is stored again', async () => {
    const storage = new FakeStorage();
    storage.put(newer);
    const record = join(storage, 'a');
    await wait(1_000);
    expect(record.status).toBe('unreadable');
    storage.put(planRecord.write(edit(emptyDoc, task('back'), writerId('z'))));
    await wait(1_000);
    expect(record.status).toBe('ready');
    expect(record.value.task).toBe('back');
  });

  test('registers that this version does not know are kept', async () => {
    const storage = new FakeStorage();
    const future = edit(emptyDoc, { 'link/r1': { url: 'https://x.example' } }, writerId('z'));
    storage.put(planRecord.write(future));
    const record = join(storage, 'a');
    await wait(1_000);
    record.edit(task('x'));
    await wait(5_000);
    expect(JSON.stringify(storage.value)).toContain('https://x.example');
  });
});

describe('[M7] generations and wiping', () => {
  test('a known record that vanishes is dropped and never written back', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { repair: 'conductor' });
    await wait(1_000);
    record.edit(task('x'));
    await wait(3_000);
    const { writes } = storage;
    storage.put(undefined);
    await wait(120_000);
    expect(record.status).toBe('wiped');
    expect(record.known).toBe(false);
    expect(record.value.task).toBe('');
    expect(storage.writes).toBe(writes + 1);
  });

  test('what is begun after a wipe outranks a copy that has not heard of it', async () => {
    const storage = new FakeStorage();
    let deaf = false;
    const record = join(storage, 'a');
    const stale = join(storage, 'b', { loses: () => deaf });
    await wait(1_000);
    record.edit(task('old'));
    await wait(3_000);
    deaf = true;
    storage.put(undefined);
    await wait(3_000);
    record.edit(task('new'));
    await wait(3_000);
    deaf = false;
    stale.edit(named('r1', 'Stale'));
    await wait(20_000);
    expect(stored(storage).task).toBe('new');
    expect(stale.value.task).toBe('new');
    // Its own edit of the last minute is made again in the new generation.
    expect(stored(storage).rooms.map(({ name }) => name)).toEqual(['Stale']);
  });

  test('a late "missing" from before the first write is not a wipe', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a', { tellsMissing: true });
    await wait(100);
    record.edit(task('x'));
    await wait(10_000);
    expect(record.status).toBe('ready');
    expect(record.value.task).toBe('x');
  });

  test('a new generation without our last edits gets them again', async () => {
    const storage = new FakeStorage();
    const record = join(storage, 'a');
    await wait(1_000);
    record.edit(named('r1', 'Apple'));
    await wait(70_000);
    record.edit(planEdits.setFacilitator(userId('7'), { name: 'Mia', order: 0 }));
    await wait(3_000);
    const compacted = edit({ generation: 1, registers: {} }, task('compact'), writerId('z'));
    storage.put(planRecord.write(compacted));
    await wait(10_000);
    expect(record.doc.generation).toBe(1);
    expect(stored(storage)).toMatchObject({
      task: 'compact',
      facilitators: [{ name: 'Mia' }],
      rooms: [],
    });
    expect(record.saving.state).toBe('saved');
  });
});
