/**
 * The k-th SDK call of a facilitator, and of a participant, rejects, once and for ever after. Every
 * n-th k here; all of them: `npm run sim -- --calls`.
 */
import { beforeAll, expect, test } from 'vitest';
import { everyday, type Rejection } from './calls/everyday';
import { everyRejection, inWords } from './calls/sweep';

/** A prime, so that in the long run every kind of call is met. */
const EVERY = 29;

let rejections: readonly Rejection[] = [];
beforeAll(async () => {
  rejections = await everyRejection();
}, 60_000);

test('[I11] whichever call fails: the end is reached, or a facilitator reads what failed', async () => {
  const chosen = rejections.filter((_, index) => index % EVERY === 0);
  expect(chosen.length).toBeGreaterThan(10);
  const broken: string[] = [];
  for (const rejection of chosen) {
    const came = await everyday(rejection);
    broken.push(...came.broken.map((what) => `${inWords(rejection)}: ${what}`));
  }
  expect(broken).toEqual([]);
}, 120_000);

test('[I11] the list of sessions is refused once: the rooms open a little later', async () => {
  const { commands } = await everyday();
  expect(commands).toContain('SESSIONS_GET');
  const came = await everyday({
    who: 'facilitator',
    command: 'SESSIONS_GET',
    nth: 1,
    forEver: false,
  });
  expect(came.broken).toEqual([]);
  expect(came.noticed).toContain('step-failed sessions');
}, 60_000);

test.each([
  ['SESSIONS_GET', 'step-failed sessions'],
  ['SESSIONS_END', 'step-failed end'],
  ['SESSIONS_START', 'room-failed'],
  ['SESSIONS_INVITE_USERS', 'step-failed invite'],
  ['STORAGE_SET', 'not-saved'],
])(
  '[I11] %s is refused for ever: a facilitator reads it, and it is mended later',
  async (command, notice) => {
    const came = await everyday({
      who: 'facilitator',
      command,
      nth: command === 'STORAGE_SET' ? 5 : 1,
      forEver: true,
    });
    expect(came.broken).toEqual([]);
    expect(came.noticed).toContain(notice);
  },
  60_000,
);
