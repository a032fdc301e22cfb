import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callLink, MAX_LINK, shownLink, typedLink } from './call-link';

test.each([
  [' https://meet.example/abc ', 'https://meet.example/abc'],
  ['https://zoom.example/j/1?pwd=x#y', 'https://zoom.example/j/1?pwd=x#y'],
  ['HTTPS://Meet.Example/Abc', 'https://meet.example/Abc'],
])('[E5] %s is taken', (typed, link) => {
  expect(callLink(typed)).toBe(link);
});

test.each([
  '',
  'meet.example/abc',
  'http://meet.example/abc',
  'javascript:alert(1)',
  'https:javascript',
  'data:text/html,x',
  'https://ana:secret@meet.example/',
  'https://localhost/abc',
  `https://meet.example/${'x'.repeat(MAX_LINK)}`,
])('[E5] %s is refused', (typed) => {
  expect(callLink(typed)).toBeUndefined();
});

test('[E5] [I10] whatever is typed: taken is https, and what was taken is taken again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https'] })), (typed) => {
      const link = callLink(typed);
      if (link === undefined) return;
      expect(link.startsWith('https://')).toBe(true);
      expect(callLink(link)).toBe(link);
      expect(shownLink(link)).not.toBe('');
    }),
  );
});

test.each([
  ['meet.example/abc', 'https://meet.example/abc'],
  [' meet.example ', 'https://meet.example/'],
  ['meet.example?room=1', 'https://meet.example/?room=1'],
  ['https://meet.example/abc', 'https://meet.example/abc'],
])('[E5] %s is taken when it is typed', (typed, link) => {
  expect(typedLink(typed)).toBe(link);
});

test.each([
  '',
  'abc',
  'a b.example',
  'http://meet.example/abc',
  'javascript:alert(1)',
  'javascript:a.b/c',
  'data:text/html,x.y',
  'ana:secret@meet.example/',
  'ana@meet.example',
  '//meet.example/abc',
])('[E5] %s is refused when it is typed', (typed) => {
  expect(typedLink(typed)).toBeUndefined();
});

test('is read without what nobody needs to read', () => {
  expect(shownLink('https://meet.example/abc/?x=1')).toBe('meet.example/abc');
  expect(shownLink('https://meet.example/')).toBe('meet.example');
});
