import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import { writerId } from '../breakout/ids';
import { FakeStorage, type ClientOptions } from './fake-storage';
import { MergedRecord } from './merged-record';
import { planRecord } from './plan';
import { planEdits } from './plan-edits';
import { readingFirst } from './reading-first';
import { written } from './written';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

function planOf(storage: FakeStorage, writer: string, options: ClientOptions = {}) {
  const record = new MergedRecord({
    storage: readingFirst(storage.client(options), planRecord),
    definition: planRecord,
    writer: writerId(writer),
    timers: realTimers,
    repair: () => 'others',
  });
  void record.open();
  return record;
}

test('[I2] a saved edit of a panel that has gone is not written over by whoever lost the push of it', async () => {
  const storage = new FakeStorage();
  const panel = planOf(storage, 'panel');
  let deaf = false;
  const background = planOf(storage, 'background', { loses: () => deaf });
  await wait(1_000);

  deaf = true;
  panel.edit(planEdits.setWanted(1, { length: 240_000 }));
  await wait(3_000);
  expect(panel.saving.state).toBe('saved');
  panel.close();
  deaf = false;
  expect(background.value.wanted(1).length).not.toBe(240_000);
  background.edit(planEdits.setTask('What do we know?'));
  await wait(3_000);

  const now = planOf(storage, 'later');
  await wait(1_000);
  for (const { value } of [now, background]) {
    expect(value.wanted(1).length).toBe(240_000);
    expect(value.task).toBe('What do we know?');
  }
  expect(background.saving.state).toBe('saved');
});

test('[M8] what has become unreadable unheard is not written over', async () => {
  const storage = new FakeStorage();
  let deaf = false;
  const background = planOf(storage, 'background', { loses: () => deaf });
  await wait(1_000);
  background.edit(planEdits.setTask('One'));
  await wait(3_000);

  deaf = true;
  storage.put('nonsense');
  background.edit(planEdits.setTask('Two'));
  await wait(3_000);
  expect(storage.value).toBe('nonsense');
  expect(background.saving.state).toBe('failed');
});

test.each([
  ['nonsense', 'nonsense'],
  ['of a newer version', { v: 9, data: {} }],
])(
  '[M8] an edit is not written, and said not to be, where what is stored becomes unreadable in between: %s',
  async (_, raw) => {
    const storage = new FakeStorage();
    const background = planOf(storage, 'background', { latencyMs: () => 100 });
    await wait(1_000);
    background.edit(planEdits.setTask('One'));
    const waits = written(background).then(
      () => 'written',
      () => 'not written',
    );
    await wait(50);
    storage.put(raw);
    await wait(60_000);
    expect(await waits).toBe('not written');
    expect(background.saving.state).toBe('failed');
    expect(storage.value).toEqual(raw);
  },
);

test('[M5] what is edited while it is read is in what is written then, and nothing is written twice', async () => {
  const storage = new FakeStorage();
  const background = planOf(storage, 'background', { latencyMs: () => 100 });
  await wait(1_000);
  background.edit(planEdits.setTask('One'));
  await wait(3_000);
  const { writes } = storage;

  background.edit(planEdits.setTask('Two'));
  await wait(50);
  background.edit(planEdits.setWanted(1, { length: 240_000 }));
  // One way there and back to read, one way to write.
  await wait(250);
  const stored = planRecord.read(storage.value);
  const value = stored.type === 'ok' ? planRecord.decode(stored.value) : undefined;
  expect(value?.task).toBe('Two');
  expect(value?.wanted(1).length).toBe(240_000);
  expect(background.saving.state).toBe('saving');
  await wait(3_000);
  expect(background.saving.state).toBe('saved');
  expect(storage.writes).toBe(writes + 1);
});
