import { afterEach, expect, test, vi } from 'vitest';
import { formatSubset } from './icu-subset';

const PEOPLE = '{count, plural, =0 {nobody} one {# person} other {# people}}';

afterEach(() => vi.unstubAllGlobals());

test('[Z6] the rules of a language are made once, however many texts are written', () => {
  const { PluralRules, NumberFormat } = Intl;
  let made = 0;
  vi.stubGlobal('Intl', {
    PluralRules: class extends PluralRules {
      constructor(locale: string) {
        super(locale);
        made += 1;
      }
    },
    NumberFormat,
  });
  const texts = Array.from({ length: 1000 }, (_, count) => formatSubset(PEOPLE, { count }, 'de'));
  expect([texts[0], texts[1], texts[2]]).toEqual(['nobody', '1 person', '2 people']);
  expect(made).toBe(1);
});

test('another language has rules and figures of its own', () => {
  expect(formatSubset(PEOPLE, { count: 1500 }, 'en')).toBe('1,500 people');
  expect(formatSubset(PEOPLE, { count: 1500 }, 'de')).toBe('1.500 people');
  expect(formatSubset('{count, plural, one {le #} other {les #}}', { count: 0 }, 'fr')).toBe(
    'le 0',
  );
});
