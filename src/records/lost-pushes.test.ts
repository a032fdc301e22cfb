import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { realTimers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import { aRun } from '../breakout/fixtures';
import { tabId, userId } from '../breakout/ids';
import type { GoingOn } from '../breakout/phases';
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
function copies({ fails = false, known = true, orders = false } = {}) {
  const read: string[] = [];
  const epochs: number[] = [];
  const turns: string[] = [];
  let going: GoingOn = 'running';
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
    own: { reread: reread('own') },
    people: {
      reread: () => {
        turns.push('people');
        return Promise.resolve();
      },
    },
    goingOn: () => going,
    ...(orders && { order: () => void read.push('order') }),
  });
  const goOnWith = (next: GoingOn): void => {
    going = next;
    pushes.look();
  };
  return { pushes, read, epochs, turns, goOnWith };
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

test.each<GoingOn>(['preparing', 'ordered', 'running'])(
  '[M10] without beats everything is read again and again as long as something goes on: %s',
  async (going) => {
    const { pushes, read, turns, epochs, goOnWith } = copies();
    goOnWith(going);
    await wait(24_999);
    expect(read).toEqual([]);
    await wait(1);
    expect(read).toEqual(['plan', 'run', 'seats', 'own']);
    expect(turns).toEqual(['people']);
    // Of the breakout that it is about.
    expect(epochs).toEqual([run.epoch + (going === 'running' ? 0 : 1)]);
    await wait(50_000);
    expect(read).toHaveLength(12);
    goOnWith('nothing');
    await wait(100_000);
    expect(read).toHaveLength(12);
    pushes.close();
  },
);

test('[M10] a beat begins the silence anew, and after the end nothing is read', async () => {
  const { pushes, read, goOnWith } = copies();
  goOnWith('running');
  for (let seq = 1; seq < 6; seq++) {
    await wait(20_000);
    pushes.heard(beat({ seq }));
  }
  expect(read).toEqual([]);
  pushes.close();
  await wait(120_000);
  expect(read).toEqual([]);
});

test('[R8] an order without beats is read again after five seconds and then stored once more', async () => {
  const { pushes, read, goOnWith } = copies({ orders: true });
  goOnWith('ordered');
  await wait(5_000);
  expect(read).toEqual(['plan', 'run', 'seats', 'own', 'order']);
  await wait(5_000);
  expect(read).toHaveLength(10);
  goOnWith('running');
  await wait(25_000);
  expect(read.slice(10)).toEqual(['plan', 'run', 'seats', 'own']);
  pushes.close();
});

test('[R8] over what could not be read nothing is stored; why it could not is known', async () => {
  const { pushes, read, goOnWith } = copies({ orders: true, fails: true });
  expect(pushes.failure).toBeUndefined();
  goOnWith('ordered');
  await wait(10_000);
  expect(read).not.toContain('order');
  expect(read).toHaveLength(8);
  expect(pushes.failure).toEqual(new Error('offline'));
  pushes.close();
});
