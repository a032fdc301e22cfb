import { expect, test } from 'vitest';
import { ana, ben, cem } from './fixtures';
import { roomId } from './ids';
import { moveOn } from './move-on';

const [apple, birch, cedar] = ['apple', 'birch', 'cedar'].map(roomId) as [
  ReturnType<typeof roomId>,
  ReturnType<typeof roomId>,
  ReturnType<typeof roomId>,
];

test('[N5] everyone goes one room on, from the last to the first', () => {
  const groups = new Map([
    [ana, apple],
    [ben, birch],
    [cem, cedar],
  ]);
  expect(moveOn(groups, [apple, birch, cedar], new Set())).toEqual(
    new Map([
      [ana, birch],
      [ben, cedar],
      [cem, apple],
    ]),
  );
});

test('[N5] hosts stay, and whoever was in a room that is gone is left out', () => {
  const groups = new Map([
    [ana, apple],
    [ben, apple],
    [cem, cedar],
  ]);
  expect(moveOn(groups, [apple, birch], new Set([ana, cem]))).toEqual(
    new Map([
      [ana, apple],
      [ben, birch],
    ]),
  );
});
