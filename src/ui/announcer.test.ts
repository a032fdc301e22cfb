import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Announcer } from './announcer.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Everything a region shows over a time, looked at every 100 ms. */
function listen(announcer: Announcer, region: 'polite' | 'assertive', ms: number): string[] {
  const heard: string[] = [];
  let last = '';
  for (let passed = 0; passed <= ms; passed += 100) {
    if (announcer[region] !== last && announcer[region] !== '') heard.push(announcer[region]);
    last = announcer[region];
    vi.advanceTimersByTime(100);
  }
  return heard;
}

test('regions are empty from the start', () => {
  const announcer = new Announcer();
  expect([announcer.polite, announcer.assertive]).toEqual(['', '']);
});

test('results are said one after the other, none is lost', () => {
  const announcer = new Announcer();
  announcer.say('Gia Park is now in Daisy.');
  announcer.say('Undone.');
  expect(listen(announcer, 'polite', 4000)).toEqual(['Gia Park is now in Daisy.', 'Undone.']);
  expect(announcer.polite).toBe('');
});

test('60 joins in 20 seconds are at most one sentence every 10 seconds, and the last count is said', () => {
  const announcer = new Announcer();
  const heard: { readonly text: string; readonly at: number }[] = [];
  let last = '';
  for (let at = 0; at < 45_000; at += 100) {
    if (at < 20_000 && at % 300 === 0) {
      announcer.summarise(`${Math.min(60, at / 300 + 1)} of 60 are in`);
    }
    if (at === 19_800) announcer.summarise('60 of 60 are in');
    if (announcer.polite !== last && announcer.polite !== '') {
      heard.push({ text: announcer.polite, at });
    }
    last = announcer.polite;
    vi.advanceTimersByTime(100);
  }
  const gaps = heard.slice(1).map(({ at }, index) => at - (heard[index]?.at ?? 0));
  expect(gaps.every((gap) => gap >= 10_000)).toBe(true);
  expect(heard.length).toBe(3);
  expect(heard.at(-1)?.text).toBe('60 of 60 are in');
});

test('something urgent does not wait behind something polite', () => {
  const announcer = new Announcer();
  announcer.say('9 of 12 are in');
  announcer.say('Birch asks for help', 'assertive');
  expect(announcer.assertive).toBe('Birch asks for help');
});
