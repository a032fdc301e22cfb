import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameParts } from './name-parts';
import { nameSearch } from './name-search';

const found = (typed: string, names: readonly string[]): readonly string[] =>
  names.filter(nameSearch()(typed));

const people = ['Anna Schmidt', 'Schmid, Anton', 'Zoë Müller', "Sean O'Brien", '山田太郎'];

describe('[Z5] people are found regardless of case, accents and the order of name parts', () => {
  test.each([
    ['', people],
    ['   ', people],
    ['ANNA', ['Anna Schmidt']],
    ['schm an', ['Anna Schmidt', 'Schmid, Anton']],
    ['an schm', ['Anna Schmidt', 'Schmid, Anton']],
    ['Schmidt, A', ['Anna Schmidt']],
    ['zoe', ['Zoë Müller']],
    ['mueller', ['Zoë Müller']],
    ['obri', ["Sean O'Brien"]],
    ['太郎', ['山田太郎']],
    ['xyz', []],
  ])('“%s”', (typed, names) => {
    expect(found(typed, people)).toEqual(names);
  });

  test('a name is found by its parts in any order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.integer(), (name, by) => {
        const parts = nameParts(name);
        const turned = parts.map((_, at) => parts[(at + Math.abs(by)) % parts.length]);
        expect(found(turned.join(' '), [name])).toEqual([name]);
      }),
    );
  });
});
