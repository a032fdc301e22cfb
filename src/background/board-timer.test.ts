import { describe, expect, test } from 'vitest';
import type { Millis } from '../breakout/ids';
import { BoardTimer } from './board-timer';

const NOW = 1_000_000;
const MINUTE = 60_000;

/** A board timer that somebody may have started, and what was done to it. */
function aTimer(restMs?: Millis) {
  const done: string[] = [];
  const does = (what: string) => async (ms?: Millis) => {
    done.push(ms === undefined ? what : `${what} ${String(ms)}`);
  };
  const port = {
    available: async () => true,
    state: async () => (restMs === undefined ? undefined : { restMs, running: true }),
    start: does('start'),
    prolong: does('prolong'),
    pause: does('pause'),
    resume: does('resume'),
    stop: does('stop'),
  };
  let monotonic = 0;
  const timers = { monotonic: () => monotonic };
  const timer = new BoardTimer(port, { timers, onKnown: () => undefined });
  const show = (endsAt: Millis | undefined, oursEndsAt?: Millis) =>
    timer.show({ endsAt, oursEndsAt, now: () => NOW });
  /** A minute later, as far as looking goes: what is left on the timer stays. */
  const looks = (oursEndsAt: Millis) => {
    monotonic += MINUTE;
    return timer.isReplaced(oursEndsAt, () => NOW);
  };
  return { timer, show, done, looks };
}

describe('[T5] a foreign timer is left alone', () => {
  test('when we would show ours', async () => {
    const { show, done } = aTimer(3 * MINUTE);
    expect(await show(NOW + 10 * MINUTE)).toBe(false);
    expect(done).toEqual([]);
  });

  test('when ours was replaced by it and we would prolong or stop ours', async () => {
    const { show, done } = aTimer(3 * MINUTE);
    expect(await show(NOW + 12 * MINUTE, NOW + 10 * MINUTE)).toBe(false);
    expect(await show(undefined, NOW + 10 * MINUTE)).toBe(true);
    expect(done).toEqual([]);
  });

  test('ours is started, prolonged, started anew for an earlier end, and stopped', async () => {
    const none = aTimer();
    await none.show(NOW + 10 * MINUTE);
    expect(none.done).toEqual([`start ${String(10 * MINUTE)}`]);
    const ours = aTimer(10 * MINUTE - 2_000);
    await ours.show(NOW + 12 * MINUTE, NOW + 10 * MINUTE);
    await ours.show(NOW + 8 * MINUTE, NOW + 10 * MINUTE);
    await ours.show(undefined, NOW + 10 * MINUTE);
    expect(ours.done).toEqual([
      `prolong ${String(2 * MINUTE)}`,
      'stop',
      `start ${String(8 * MINUTE)}`,
      'stop',
    ]);
  });

  test('that it has taken the place of ours is noticed, and touches nothing', async () => {
    const theirs = aTimer(3 * MINUTE);
    expect(await theirs.looks(NOW + 10 * MINUTE)).toBe(true);
    expect(theirs.done).toEqual([]);
    expect(await aTimer(10 * MINUTE - 2_000).looks(NOW + 10 * MINUTE)).toBe(false);
  });

  test('ours that was stopped by hand is not replaced; and it is looked once a minute', async () => {
    expect(await aTimer().looks(NOW + 10 * MINUTE)).toBe(false);
    const theirs = aTimer(3 * MINUTE);
    await theirs.looks(NOW + 10 * MINUTE);
    expect(await theirs.timer.isReplaced(NOW + 10 * MINUTE, () => NOW)).toBe(false);
  });
});
