import { expect, test, vi } from 'vitest';
import { once } from './once';

test('an object is worked on once, whatever comes of it', () => {
  const work = vi.fn((about: { readonly size: number }) =>
    about.size > 1 ? about.size : undefined,
  );
  const sizeOf = once(work);
  const [small, large] = [{ size: 1 }, { size: 2 }];
  expect([small, large, small, large].map(sizeOf)).toEqual([undefined, 2, undefined, 2]);
  expect(work).toHaveBeenCalledTimes(2);
});

test('objects that say the same are told apart, and what is none is asked about each time', () => {
  const work = vi.fn((about: unknown) => JSON.stringify(about));
  const textOf = once(work);
  for (const about of [{ a: 1 }, { a: 1 }, null, null]) textOf(about);
  expect(work).toHaveBeenCalledTimes(4);
});
