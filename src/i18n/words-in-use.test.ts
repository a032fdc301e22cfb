import { expect, test } from 'vitest';
import reference from '../../locales/en.json';
import { wordsIn } from './words-in-use';

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
