// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { linesOf, plainText } from './rich-text';

test('plain text keeps its lines', () => {
  expect(plainText('one\ntwo')).toBe('one\ntwo');
});

test('paragraphs and breaks are lines, bold and italics are kept', () => {
  const lines = linesOf('<p>a <strong>b</strong></p><p><em>c</em><br>d</p>');
  expect(lines).toEqual([
    [
      { text: 'a ', strong: false, em: false },
      { text: 'b', strong: true, em: false },
    ],
    [{ text: 'c', strong: false, em: true }],
    [{ text: 'd', strong: false, em: false }],
  ]);
});

test('[I10] markup of any other kind is only its text', () => {
  expect(plainText('<img src=x onerror=alert(1)>hi<a href="javascript:x">there</a>')).toBe(
    'hithere',
  );
  expect(plainText('a &lt;b&gt; &amp; c')).toBe('a <b> & c');
});
