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
    { isEntry = false, facadeModuleId = null as string | null },
    imports: readonly string[],
    ...moduleIds: readonly string[]
  ) => ({ isEntry, facadeModuleId, imports, moduleIds });
  const chunks = {
    entry: chunk({ isEntry: true }, ['shared'], 'main'),
    shared: chunk({}, ['entry', 'deep'], 'a', 'b'),
    deep: chunk({}, [], 'c'),
    part: chunk({ facadeModuleId: '/src/panel/Open.svelte' }, ['deep'], 'd'),
    other: chunk({ facadeModuleId: '/src/panel/Reopen.svelte' }, ['deep'], 'e'),
  };
  expect([...firstModules(chunks)].sort()).toEqual(['a', 'b', 'c', 'main']);
  expect([...partModules(chunks, 'Open')].sort()).toEqual(['c', 'd']);
  expect(() => partModules(chunks, 'Gone')).toThrow('Gone');
});
