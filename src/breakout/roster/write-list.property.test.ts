import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nameKey } from './name-parts';
import { MAX_CELL } from './limits';
import { readList } from './read-list';
import { writeList } from './write-list';

/** Anything that the app would take for a name or a room: one line, tidy, not too long. */
const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 24 }),
    fc.constantFrom(
      'Name',
      'Room',
      '1. Anna',
      '- Ben',
      '=1+1',
      "'=x",
      '"Bo" B',
      'a; b',
      'Schmidt, A',
    ),
    fc.constantFrom('anna@example.org', 'Ana <a@b.c>', '@home', '+1', "'", '"', '""', 'a"b', ','),
  )
  .map((text) => text.replace(/\s+/gu, ' ').trim())
  .filter((text) => text.length <= MAX_CELL);

test('[L1] what is copied can be pasted, whatever people and rooms are called', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ name: cell.filter((text) => nameKey(text) !== ''), room: cell }), {
        minLength: 1,
        maxLength: 12,
        selector: ({ name }) => nameKey(name),
      }),
      (people) => {
        const list = readList(writeList(people), () => false);
        if (list.type === 'refused') throw new Error(list.reason);
        expect(list.entries.map(({ name, room }) => ({ name, room }))).toEqual(people);
      },
    ),
    { numRuns: 2_000 },
  );
});

test('no cell of a copied list is a formula', () => {
  const text = writeList([{ name: '=HYPERLINK("x")', room: '@SUM(A1)' }]);
  expect(text).toBe(`"'=HYPERLINK(""x"")"; "'@SUM(A1)"`);
});
