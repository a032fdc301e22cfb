import { expect, test } from 'vitest';
import { listKeys } from './list-keys';

const labels = ['Apple', 'Birch', 'Beech', 'Cedar', 'Érable'];

test('arrows go round, Home and End to the ends', () => {
  const keys = listKeys(() => 0);
  expect(keys.next('ArrowDown', -1, labels)).toBe(0);
  expect(keys.next('ArrowDown', 4, labels)).toBe(0);
  expect(keys.next('ArrowUp', 0, labels)).toBe(4);
  expect(keys.next('ArrowUp', -1, labels)).toBe(4);
  expect(keys.next('Home', 3, labels)).toBe(0);
  expect(keys.next('End', 0, labels)).toBe(4);
});

test('a letter jumps to the next label that begins with it, and round again', () => {
  let now = 0;
  const keys = listKeys(() => now);
  expect(keys.next('b', 0, labels)).toBe(1);
  now += 1000;
  expect(keys.next('b', 1, labels)).toBe(2);
  now += 1000;
  expect(keys.next('b', 2, labels)).toBe(1);
  now += 1000;
  expect(keys.next('é', 0, labels)).toBe(4);
});

test('letters typed quickly are one search', () => {
  let now = 0;
  const keys = listKeys(() => now);
  expect(keys.next('b', 0, labels)).toBe(1);
  now += 200;
  expect(keys.next('e', 1, labels)).toBe(2);
  now += 200;
  expect(keys.next('x', 2, labels)).toBeUndefined();
});

test('other keys and empty lists are left alone', () => {
  const keys = listKeys(() => 0);
  for (const key of ['Tab', 'Escape', 'Enter', ' ', 'Shift']) {
    expect(keys.next(key, 0, labels)).toBeUndefined();
  }
  expect(keys.next('ArrowDown', -1, [])).toBeUndefined();
});
