import { describe, expect, test } from 'vitest';
import { ana, apple, birch, MINUTE } from './fixtures';
import { opensWindow, toBeTold, TOLD_WITHIN_MS, type Message } from './message';

const place = { epoch: 1, room: apple, ask: 1 };
const now = 20 * MINUTE;

function message(id: string, change: Partial<Message> = {}): Message {
  const from = { by: ana, byName: 'Ana', slot: 0 };
  return { id, epoch: 1, text: id, room: undefined, at: now - 1_000, ...from, ...change };
}

function told(messages: readonly Message[], change: Partial<Parameters<typeof toBeTold>[0]> = {}) {
  const view = { messages, place, heard: new Set<string>(), arriving: false, now, ...change };
  const { tell, skip } = toBeTold(view);
  return { tell: tell.map(({ id }) => id), skip: skip.map(({ id }) => id) };
}

test('80 characters in one line are a notification, one more opens a window', () => {
  expect(opensWindow('x'.repeat(80))).toBe(false);
  expect(opensWindow(`  ${'x'.repeat(39)}\n\n ${'x'.repeat(40)} `)).toBe(false);
  expect(opensWindow('x'.repeat(81))).toBe(true);
});

describe('[E1] what is told', () => {
  test('everything to one’s room or to all, once, in the order of sending', () => {
    const all = [message('a'), message('b', { room: apple }), message('c', { room: birch })];
    expect(told(all)).toEqual({ tell: ['a', 'b'], skip: [] });
    expect(told(all, { heard: new Set(['a']) })).toEqual({ tell: ['b'], skip: [] });
  });

  test('on arriving only the newest, and that only while it is fresh', () => {
    const old = message('old', { at: now - TOLD_WITHIN_MS });
    const all = [old, message('a'), message('b')];
    expect(told(all, { arriving: true })).toEqual({ tell: ['b'], skip: ['old', 'a'] });
    expect(told([old], { arriving: true })).toEqual({ tell: [], skip: ['old'] });
  });

  test('what a computer slept through for five minutes is in the list only', () => {
    expect(told([message('a', { at: now - TOLD_WITHIN_MS })])).toEqual({ tell: [], skip: ['a'] });
  });

  test('[I6] nothing of another breakout', () => {
    expect(told([message('a', { epoch: 2 })])).toEqual({ tell: [], skip: [] });
  });
});
