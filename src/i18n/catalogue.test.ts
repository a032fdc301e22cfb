/** Style rule 21: the locales agree, and every text is written in the part of ICU that we format. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { formatSubset } from './icu-subset';
import { LOCALES, REFERENCE, type Locale } from './locales';

const folder = fileURLToPath(new URL('../../locales', import.meta.url));

function read(path: string): ReadonlyMap<string, string> {
  const parsed: unknown = JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'));
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`${path} is not an object`);
  return new Map(Object.entries(parsed).map(([key, text]) => [key, String(text)]));
}

/** Argument names with what they are used for: "count:plural", "name:argument". */
function argumentsOf(elements: readonly MessageFormatElement[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const element of elements) {
    if (element.type === TYPE.argument) found.add(`${element.value}:argument`);
    if (element.type === TYPE.plural) {
      found.add(`${element.value}:plural`);
      for (const { value } of Object.values(element.options)) {
        for (const inner of argumentsOf(value)) found.add(inner);
      }
    }
  }
  return found;
}

/** Names only: one language may need a plural where another has a bare number. */
const namesOf = (text: string): readonly string[] =>
  [...new Set([...argumentsOf(parse(text))].map((found) => found.split(':')[0] ?? ''))].sort();

const samples = (names: readonly string[], plurals: ReadonlySet<string>, count: number) =>
  Object.fromEntries(names.map((name) => [name, plurals.has(`${name}:plural`) ? count : 'Ana']));

describe.each(['', 'notices/'])('locales/%s', (prefix) => {
  const reference = read(`${prefix}${REFERENCE}.json`);

  test('there is a file for every locale and no other', () => {
    const files = readdirSync(`${folder}/${prefix}`).filter((name) => name.endsWith('.json'));
    expect(files.sort()).toEqual(LOCALES.map((locale) => `${locale}.json`).sort());
  });

  test.each(LOCALES)('%s has exactly the keys of the reference', (locale) => {
    expect([...read(`${prefix}${locale}.json`).keys()]).toEqual([...reference.keys()]);
  });

  test.each(LOCALES)('%s uses exactly the arguments of the reference', (locale) => {
    for (const [key, text] of read(`${prefix}${locale}.json`)) {
      expect([key, namesOf(text)]).toEqual([key, namesOf(reference.get(key) ?? '')]);
    }
  });

  test.each(LOCALES)('%s has a text for each plural category of its language', (locale) => {
    for (const [key, text] of read(`${prefix}${locale}.json`)) {
      for (const categories of pluralsOf(parse(text))) {
        expect([key, missing(categories, locale)]).toEqual([key, []]);
      }
    }
  });

  test.each(LOCALES)('%s: the small formatter says what the complete one says', (locale) => {
    for (const text of read(`${prefix}${locale}.json`).values()) {
      const elements = parse(text, { ignoreTag: true });
      const plurals = argumentsOf(elements);
      for (const count of [0, 1, 2, 5, 21, 1234, 1_000_000]) {
        const values = samples(namesOf(text), plurals, count);
        const complete = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
        expect(formatSubset(text, values, locale)).toBe(complete.format(values));
      }
    }
  });
});

function pluralsOf(elements: readonly MessageFormatElement[]): readonly (readonly string[])[] {
  return elements.flatMap((element) =>
    element.type === TYPE.plural ? [Object.keys(element.options)] : [],
  );
}

/** French, Spanish and Portuguese have "many" for millions, which "other" serves as well here. */
function missing(categories: readonly string[], locale: Locale): readonly string[] {
  const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  return needed.filter((category) => category !== 'many' && !categories.includes(category));
}
