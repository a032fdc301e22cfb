import { expect, test } from 'vitest';
import { MINUTE } from '../../../ui/durations';
import { untilTimeOfDay } from './end-time';

test.each<[string, string, number | undefined]>([
  ['10:34', '10:30', 4 * MINUTE],
  ['00:05', '23:50', 15 * MINUTE],
  ['22:00', '10:30', 11.5 * 60 * MINUTE],
  ['10:29', '10:30', undefined],
  ['10:30', '10:30', undefined],
  ['', '10:30', undefined],
])('%s, seen at %s', (text, now, expected) => {
  expect(untilTimeOfDay(text, new Date(`2026-05-04T${now}:00`))).toBe(expected);
});
