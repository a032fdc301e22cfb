import { expect, test } from 'vitest';
import { apple } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import { edit, emptyDoc } from './merge';
import { planRecord } from './plan';
import { planEdits } from './plan-edits';

const linkOf = (stored: string): string | undefined => {
  const room = planEdits.setRoom(apple, { alive: true, name: 'Apple', link: stored });
  const doc = edit(emptyDoc, room, writerId('w'));
  const read = planRecord.read(planRecord.write(doc));
  return read.type === 'ok' ? planRecord.decode(read.value).rooms[0]?.link : 'unreadable';
};

test('[E5] [I10] a link that is none is no link, and takes nothing else with it', () => {
  expect(linkOf('https://meet.example/abc')).toBe('https://meet.example/abc');
  expect(linkOf('javascript:alert(1)')).toBeUndefined();
  expect(linkOf('http://meet.example/abc')).toBeUndefined();
});
