import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clip } from './clip';

const graphemes = (text: string): number => [...new Intl.Segmenter().segment(text)].length;

test('what fits is left as it is, by graphemes and not by code units', () => {
  expect(clip('Birch', 5)).toBe('Birch');
  expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦');
  expect(clip('か\u3099ん', 2)).toBe('か\u3099ん');
});

test('what does not fit ends in an ellipsis, without a blank before it', () => {
  expect(clip('Weeping willow', 9)).toBe('Weeping…');
  expect(clip('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2)).toBe('👩‍👩‍👧‍👦…');
});

test('no text is ever longer than the limit', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 30 }), (text, limit) => {
      expect(graphemes(clip(text, limit))).toBeLessThanOrEqual(limit);
    }),
  );
});
