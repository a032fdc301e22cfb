import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import reference from '../../locales/en.json';
import { firstModules, wordsIn } from './words-in-use';

const catalogue = {
  'a.one': '1',
  'a.two': '2',
  'state.in': 'in',
  'state.left': 'left',
  'b.c': 'c',
};

test.each([
  [`t('a.one')`, ['a.one']],
  [`t("a.two", { name: 'b' })`, ['a.two']],
  ['const key = x ? `b.c` : "a.one"', ['a.one', 'b.c']],
  ['t(`state.${person.state}`)', ['state.in', 'state.left']],
  ['t(`state.l${rest}`)', ['state.left']],
  ['"a.o" + `a.${', ['a.one', 'a.two']],
  [`'a.one.two' 'a'`, []],
])('%s', (code, keys) => {
  expect(Object.keys(wordsIn(code, catalogue))).toEqual(keys);
});

test('a word that is mentioned is kept as it is', () => {
  expect(wordsIn(`t('modal.join')`, reference)).toEqual({ 'modal.join': reference['modal.join'] });
});

test('what a page loads at first: its entry with all it imports, in circles, too', () => {
  const chunk = (
    isEntry: boolean,
    imports: readonly string[],
    ...moduleIds: readonly string[]
  ) => ({
    isEntry,
    imports,
    moduleIds,
  });
  const chunks = {
    entry: chunk(true, ['shared'], 'main'),
    shared: chunk(false, ['entry', 'deep'], 'a', 'b'),
    deep: chunk(false, [], 'c'),
    onDemand: chunk(false, ['deep'], 'd'),
  };
  expect([...firstModules(chunks)].sort()).toEqual(['a', 'b', 'c', 'main']);
});

/** A chunk without its words would show keys. */
test('every chunk of the panel is loaded together with its words', () => {
  const folder = fileURLToPath(new URL('../panel', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const shipped = files.filter((name) => /(?<!\.test)\.(ts|svelte)$/.test(name));
  const bare = shipped.flatMap((name) =>
    [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/(.{0,10})\bimport\('/g)]
      .filter(([, before]) => before?.endsWith('withWords(') === false)
      .map(() => name),
  );
  expect(shipped.length).toBeGreaterThan(20);
  expect(bare).toEqual([]);
});
