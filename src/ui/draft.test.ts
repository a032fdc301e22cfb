import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Draft } from './draft.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function field(initial: string, accepts?: (text: string) => boolean) {
  const store = { text: initial };
  const writes: string[] = [];
  const draft = new Draft({
    stored: () => store.text,
    write: (text) => {
      writes.push(text);
      store.text = text;
    },
    ...(accepts === undefined ? {} : { accepts }),
  });
  return { draft, store, writes };
}

test('[W4] typing is written once, after 150 ms of quiet', () => {
  const { draft, writes } = field('');
  draft.begin();
  for (const text of ['t', 'th', 'thr']) {
    draft.type(text);
    vi.advanceTimersByTime(100);
  }
  expect(writes).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(writes).toEqual(['thr']);
});

test('[I2] what arrives while the field is being typed in never replaces its text', () => {
  const { draft, store } = field('one');
  draft.begin();
  draft.type('one and');
  store.text = "somebody else's";
  expect(draft.text).toBe('one and');
  vi.advanceTimersByTime(5000);
  store.text = "somebody else's again";
  expect(draft.text).toBe('one and');
});

test('[W4] leaving the field writes at once, and then the stored text shows again', () => {
  const { draft, store, writes } = field('');
  draft.begin();
  draft.type('three ideas');
  draft.end();
  expect(writes).toEqual(['three ideas']);
  vi.advanceTimersByTime(1000);
  store.text = 'four ideas';
  expect(draft.text).toBe('four ideas');
});

test('leaving a field that was only looked at writes nothing', () => {
  const { draft, store, writes } = field('one');
  draft.begin();
  store.text = 'two';
  draft.end();
  vi.advanceTimersByTime(1000);
  expect(writes).toEqual([]);
  expect(draft.text).toBe('two');
});

test('Escape restores the text of before, even if a pause has written another one', () => {
  const { draft, writes } = field('Cedar');
  draft.begin();
  draft.type('Ceda');
  vi.advanceTimersByTime(300);
  draft.revert();
  expect(writes).toEqual(['Ceda', 'Cedar']);
  expect(draft.text).toBe('Cedar');
});

test('half-made syllables of an input method are not written', () => {
  const { draft, writes } = field('');
  draft.begin();
  draft.compose(true);
  draft.type('k');
  draft.type('か');
  vi.advanceTimersByTime(1000);
  expect(writes).toEqual([]);
  draft.compose(false);
  vi.advanceTimersByTime(300);
  expect(writes).toEqual(['か']);
});

test('a text that may not be stays in the field and is not written', () => {
  const { draft, store, writes } = field('Cedar', (text) => text.trim() !== '');
  draft.begin();
  draft.type('');
  vi.advanceTimersByTime(300);
  expect(draft.text).toBe('');
  draft.end();
  vi.advanceTimersByTime(1000);
  expect(writes).toEqual([]);
  expect(store.text).toBe('Cedar');
  expect(draft.text).toBe('Cedar');
});
