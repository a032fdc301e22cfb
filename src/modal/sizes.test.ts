import { expect, test } from 'vitest';
import { MODAL_SIZES, sizeFor } from './sizes';

test('a question without a task is small, with one medium, with a long one large', () => {
  expect(sizeFor({ kind: 'invite', task: '' })).toBe(MODAL_SIZES.S);
  expect(sizeFor({ kind: 'invite', task: '  \n' })).toBe(MODAL_SIZES.S);
  expect(sizeFor({ kind: 'move', task: 'Three ideas' })).toBe(MODAL_SIZES.M);
  expect(sizeFor({ kind: 'invite', task: '', again: true })).toBe(MODAL_SIZES.M);
  expect(sizeFor({ kind: 'invite', task: 'x'.repeat(300) })).toBe(MODAL_SIZES.L);
});
