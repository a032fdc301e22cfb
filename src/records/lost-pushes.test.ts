import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import { aRun } from '../breakout/fixtures';
import { tabId, userId } from '../breakout/ids';
import { runVersion } from '../breakout/run';
import { LostPushes } from './lost-pushes';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const run = aRun();

const beat = (change: Partial<Beat> = {}): Beat => ({
  term: 1,
  seq: 1,
  user: userId('u1'),
  tab: tabId('t1'),
  visible: true,
  at: 0,
  planDigest: 'plan',
  seatsDigest: 'seats',
  runDigest: runVersion(run),
  ...change,
});

/** Copies that note when they are read again, and are then as they should be, or fail. */
function copies({ fails = false, known = true } = {}) {
  const read: string[] = [];
  const epochs: number[] = [];
  const turns: string[] = [];
  const reread = (name: string) => (): Promise<void> => {
    read.push(name);
    return fails ? Promise.reject(new Error('offline')) : Promise.resolve();
  };
  const pushes = new LostPushes({
    timers: realTimers,
    plan: { digest: 'plan', reread: reread('plan') },
    run: { value: known ? run : undefined, reread: reread('run') },
    seats: (epoch) => {
      epochs.push(epoch);
      return { digest: 'seats', reread: reread('seats') };
    },
    people: {
      reread: () => {
        turns.push('people');
        return Promise.resolve();
      },
    },
  });
  return { pushes, read, epochs, turns };
}

test('[M10] a copy that agrees with the beat is not read again', async () => {
  const { pushes, read, epochs, turns } = copies();
  pushes.heard(beat());
  await wait(10_000);
  expect(read).toEqual([]);
  expect(epochs).toEqual([run.epoch]);
  // Of them no beat tells anything.
  expect(turns).toEqual(['people']);
});

test('[M10] a copy that differs for five seconds is read once, and not before', async () => {
  const { pushes, read } = copies();
  pushes.heard(beat({ planDigest: 'newer' }));
  await wait(4_999);
  expect(read).toEqual([]);
  await wait(1);
  expect(read).toEqual(['plan']);
  await wait(10_000);
  expect(read).toEqual(['plan']);
});

test.each<[string, Partial<Beat>]>([
  ['run', { runDigest: '9.9' }],
  ['plan', { planDigest: 'x' }],
  ['seats', { seatsDigest: 'x' }],
])('[M10] only what differs is read: %s', async (record, change) => {
  const { pushes, read } = copies();
  pushes.heard(beat(change));
  await wait(5_000);
  expect(read).toEqual([record]);
});

test('[M10] a later beat begins the five seconds anew; each that differs is a reading', async () => {
  const { pushes, read } = copies();
  pushes.heard(beat({ planDigest: 'x' }));
  await wait(4_000);
  pushes.heard(beat({ seq: 2, planDigest: 'x' }));
  await wait(4_000);
  expect(read).toEqual([]);
  await wait(1_000);
  pushes.heard(beat({ seq: 3, planDigest: 'x' }));
  await wait(5_000);
  expect(read).toEqual(['plan', 'plan']);
});

test('[M10] a push that has come in the meantime is enough', async () => {
  const { pushes, read } = copies();
  pushes.heard(beat({ planDigest: 'x' }));
  await wait(4_000);
  pushes.heard(beat({ seq: 2 }));
  await wait(10_000);
  expect(read).toEqual([]);
});

test('[M10] a run that never came is asked for; of a board without any nothing is', async () => {
  const { pushes, read, epochs } = copies({ known: false });
  pushes.heard(beat({ runDigest: '' }));
  await wait(5_000);
  expect(read).toEqual([]);
  pushes.heard(beat());
  await wait(5_000);
  expect(read).toEqual(['run']);
  expect(epochs).toEqual([]);
});

test('[M10] a storage that does not answer is no fault, and nothing is read after the end', async () => {
  const { pushes, read } = copies({ fails: true });
  pushes.heard(beat({ planDigest: 'x' }));
  await wait(5_000);
  expect(read).toEqual(['plan']);
  pushes.heard(beat({ planDigest: 'x' }));
  pushes.close();
  await wait(10_000);
  expect(read).toEqual(['plan']);
});

test('[M10] a run that goes on without beats is read again and again, until the end', async () => {
  const { pushes, read } = copies();
  pushes.heard(beat());
  await wait(120_000);
  expect(new Set(read)).toEqual(new Set(['run']));
  expect(read.length).toBeGreaterThan(1);
  pushes.close();
  const readings = read.length;
  await wait(120_000);
  expect(read).toHaveLength(readings);
});
