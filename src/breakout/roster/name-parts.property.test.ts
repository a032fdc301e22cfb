import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from './name-parts';

const part = fc.stringMatching(/^[A-Za-zäöüéñçåšžÄÖÜÉß]{1,8}$/u);
const names = fc.uniqueArray(part, { minLength: 1, maxLength: 4, selector: nameKey });

describe('[L2] names are compared without', () => {
  test('case, order, gaps and punctuation', () => {
    fc.assert(
      fc.property(names, fc.nat(), (parts, seed) => {
        const key = nameKey(parts.join(' '));
        const turned = [
          ...parts.slice(seed % parts.length),
          ...parts.slice(0, seed % parts.length),
        ];
        expect(nameKey(turned.join(', '))).toBe(key);
        expect(nameKey(parts.join('  ').toUpperCase())).toBe(key);
        expect(nameKey(parts.join('. ').toLowerCase())).toBe(key);
        expect(nameKey(parts.join('-').normalize('NFD'))).toBe(key);
      }),
    );
  });

  test.each([
    ['Schmidt, Anna', 'anna schmidt'],
    ['Zoë Šimić', 'SIMIC ZOE'],
    ['Müller Jörg', 'Joerg Mueller'],
    ['Søren Kierkegård', 'kierkegard soren'],
    ["Sinéad O'Brien", 'Obrien Sinead'],
    ['Ｙａｍａｄａ　太郎', '太郎 yamada'],
  ])('accents and other writing: %s is %s', (one, other) => {
    expect(nameKey(one)).toBe(nameKey(other));
  });

  test('kana that only look alike, and smileys, are told apart', () => {
    expect(nameKey('がとう')).not.toBe(nameKey('かとう'));
    expect(nameKey('🦊')).not.toBe(nameKey('🐻'));
  });
});
