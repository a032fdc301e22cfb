import { expect, test } from 'vitest';
import reference from '../../locales/en.json';
import { firstModules, partModules, wordsIn } from './words-in-use';

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

test('what a page loads at first, or with a part: a chunk with all it imports, in circles, too', () => {
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
    part: chunk(false, ['deep'], '/src/panel/Open.svelte'),
    other: chunk(false, ['deep'], '/src/panel/Reopen.svelte'),
  };
  expect([...firstModules(chunks)].sort()).toEqual(['a', 'b', 'c', 'main']);
  expect([...partModules(chunks, 'Open')].sort()).toEqual(['/src/panel/Open.svelte', 'c']);
  expect(() => partModules(chunks, 'Gone')).toThrow('Gone');
});
