import { expect, test } from 'vitest';
import { chooseLocale } from './locales';

test.each([
  ['en', 'en'],
  ['ja_JP', 'ja'],
  ['pt_BR', 'pt-BR'],
  ['fr', 'fr'],
  ['de', 'de'],
  ['es', 'es'],
])('the board locale %s is %s, whatever the browser says', (board, locale) => {
  expect(chooseLocale(board, ['it', 'en-GB'])).toBe(locale);
});

test('without a known board locale the first known language of the browser counts', () => {
  expect(chooseLocale(undefined, ['it-IT', 'de-AT', 'fr'])).toBe('de');
  expect(chooseLocale('xx', ['pt-PT'])).toBe('pt-BR');
});

test('English is the last resort', () => {
  expect(chooseLocale(undefined, [])).toBe('en');
  expect(chooseLocale('', ['', 'tlh'])).toBe('en');
});
