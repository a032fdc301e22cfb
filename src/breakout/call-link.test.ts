import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callLink, MAX_LINK, shownLink } from './call-link';

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

test('is read without what nobody needs to read', () => {
  expect(shownLink('https://meet.example/abc/?x=1')).toBe('meet.example/abc');
  expect(shownLink('https://meet.example/')).toBe('meet.example');
});
