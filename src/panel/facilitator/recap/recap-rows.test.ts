// @vitest-environment happy-dom
import { beforeAll, describe, expect, test } from 'vitest';
import { apple, ben, birch, cem, MINUTE } from '../../../breakout/fixtures';
import type { Recap } from '../../../breakout/recap';
import { startI18n } from '../../../i18n/start';
import { recapRows } from './recap-rows';

beforeAll(() => startI18n('en'));

const openedAt = new Date(2026, 10, 2, 10, 0).getTime();
const recap: Recap = {
  keeps: 'names',
  openedAt,
  names: new Map([
    [ben, 'Ben'],
    [cem, 'Cem'],
  ]),
  rooms: new Map([
    [apple, 'Apple'],
    [birch, 'Birch'],
  ]),
  stays: [{ user: ben, room: apple, fromAt: MINUTE, toAt: 8 * MINUTE }],
  counts: new Map([[apple, { most: 1, used: { fromAt: MINUTE, toAt: 8 * MINUTE } }]]),
  calls: [{ at: 5 * MINUTE, room: apple, user: ben }],
  never: [{ user: cem, room: birch }],
  tookPart: 1,
  neverJoined: 1,
  planned: 10 * MINUTE,
  lastedMs: 12 * MINUTE,
  complete: true,
};

describe('[X3] who was where as a table, with the time planned and taken', () => {
  test('with names: who was in which room, from when to when, calls, and who never came', () => {
    expect(recapRows(recap)).toEqual([
      ['Room', 'Person', 'What', 'From', 'To', 'Min'],
      ['', '', 'Time planned', '', '', 10],
      ['', '', 'Time taken', '10:00', '10:12', 12],
      ['Apple', 'Ben', 'Was there', '10:01', '10:08', 7],
      ['Apple', 'Ben', 'Asked for help', '10:05', '', ''],
      ['Birch', 'Cem', 'Never joined', '', '', ''],
    ]);
  });

  test('[J2] with counts only: how many were in each room, and nobody’s name', () => {
    const counts: Recap = {
      ...recap,
      keeps: 'counts',
      names: new Map(),
      stays: [],
      calls: [{ at: 5 * MINUTE, room: apple, user: undefined }],
      never: [],
    };
    expect(recapRows(counts)).toEqual([
      ['Room', 'What', 'From', 'To', 'Min'],
      ['', 'Time planned', '', '', 10],
      ['', 'Time taken', '10:00', '10:12', 12],
      ['Apple', 'At most 1 person at a time', '10:01', '10:08', 7],
      ['Apple', 'Asked for help', '10:05', '', ''],
      ['Birch', 'Nobody was here.', '', '', ''],
      ['', '1 person never joined', '', '', ''],
    ]);
  });

  test('what was not noted is left out, and that there was no end is said', () => {
    const about = (planned: Recap['planned']) =>
      recapRows({ ...recap, planned }).map((row) => row[2]);
    expect(about(undefined)).not.toContain('Time planned');
    expect(about('none').slice(1, 3)).toEqual(['No end was set', 'Time taken']);
  });
});
