import { expect, test } from 'vitest';
import { Silence } from './silence';

test('[C3] silence is counted from what was heard last', () => {
  const silence = new Silence(1_000);
  expect(silence.lastedMs(4_000)).toBe(3_000);
  silence.heard(5_000);
  expect(silence.lastedMs(5_500)).toBe(500);
});

test('[C3] what was slept through is not silence', () => {
  const silence = new Silence(0);
  for (let at = 1_000; at <= 10_000; at += 1_000) expect(silence.tick(at)).toBe(false);
  expect(silence.tick(70_000)).toBe(true);
  expect(silence.lastedMs(70_000)).toBe(0);
  expect(silence.tick(71_000)).toBe(false);
  expect(silence.lastedMs(71_000)).toBe(1_000);
});

test('[C3] it is forgiven once for each beat: whoever sleeps on and on notices a dead conductor, too', () => {
  const silence = new Silence(0);
  expect(silence.tick(60_000)).toBe(true);
  expect(silence.tick(120_000)).toBe(false);
  expect(silence.lastedMs(120_000)).toBe(60_000);
  silence.heard(130_000);
  expect(silence.tick(190_000)).toBe(true);
  expect(silence.lastedMs(190_000)).toBe(0);
});
