import { expect, test } from 'vitest';
import { BOARD_ID } from '../../server/limits';
import { nameOfCopy } from './name-of-copy';

test('a copy is called after its board, also the copy of a copy', () => {
  expect(nameOfCopy('Retro', 0)).toBe('Retro-copy-0000');
  expect(nameOfCopy('Retro-copy-0000', 1 - Number.EPSILON)).toBe('Retro-copy-zzzz');
});

test('the name of a copy is one that a board can have, however long the board’s is', () => {
  for (const length of [1, 48, 49, 64]) {
    expect(nameOfCopy('b'.repeat(length), 0.5)).toMatch(BOARD_ID);
  }
});
