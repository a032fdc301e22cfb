import { expect, test } from 'vitest';
import { aFrame } from '../fixtures';
import { around } from '../jobs/glide';
import { isAtFrame, looksInto } from './in-frame';

// From -400 to 400 and from -300 to 300.
const frame = aFrame('f1');

test.each([
  ['where an invitation leads', around(frame), true],
  ['a corner of it, close up', { x: 250, y: 150, width: 160, height: 90 }, true],
  [
    'the whole board, the frame in it',
    { x: -5_000, y: -3_000, width: 16_000, height: 9_000 },
    true,
  ],
  ['mostly the neighbour', { x: 420, y: -300, width: 900, height: 600 }, false],
  ['most of it has gone over the edge', { x: -350, y: 310, width: 800, height: 600 }, false],
  ['somewhere else, close up', { x: 5_000, y: 0, width: 100, height: 100 }, false],
])('[V5] %s', (_, view, at) => {
  expect(isAtFrame(view, frame)).toBe(at);
});

test.each([
  ['where an invitation leads', around(frame), true],
  ['a corner of it, close up', { x: 250, y: 150, width: 160, height: 90 }, true],
  ['half of it and beyond', { x: -390, y: -600, width: 800, height: 600 }, true],
  ['the whole board', { x: -5_000, y: -3_000, width: 16_000, height: 9_000 }, false],
  ['the neighbour', { x: 420, y: -300, width: 900, height: 600 }, false],
])('[A7] %s', (_, view, into) => {
  expect(looksInto(view, frame)).toBe(into);
});
