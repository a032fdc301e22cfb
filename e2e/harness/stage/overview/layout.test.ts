import { expect, test } from 'vitest';
import { gridFor, scaleFor } from './layout';

const laptop = { width: 1366, height: 720 };

test.each([
  [1, { columns: 1, rows: 1 }],
  [2, { columns: 2, rows: 1 }],
  [4, { columns: 2, rows: 2 }],
  [6, { columns: 3, rows: 2 }],
])('%i people on a laptop', (count, grid) => {
  expect(gridFor(count, laptop)).toEqual(grid);
});

test('there is a place for everyone', () => {
  for (let count = 1; count <= 40; count += 1) {
    const { columns, rows } = gridFor(count, laptop);
    expect(columns * rows).toBeGreaterThanOrEqual(count);
  }
});

test('a stage is never shown larger than it is', () => {
  expect(scaleFor({ width: 4000, height: 3000 })).toBe(1);
  expect(scaleFor({ width: 480, height: 1000 })).toBe(0.5);
});
