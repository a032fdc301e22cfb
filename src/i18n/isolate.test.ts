import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatSubset } from './icu-subset';
import { isolated } from './isolate';

const [FSI, RLI, PDI, RLO] = ['\u2068', '\u2067', '\u2069', '\u202e'];

describe('[W3] a name keeps its direction to itself', () => {
  test('most names stay as they are', () => {
    for (const name of ['Ana', 'Chloé', '花', '=1+1', '🧑‍🚀', '']) expect(isolated(name)).toBe(name);
  });

  test.each([
    ['one written from right to left', 'דנה', `${FSI}דנה${PDI}`],
    ['one that turns round what follows', `Ana${RLO}`, `${FSI}Ana${RLO}${PDI}`],
    ['one that begins and does not end', `${RLI}Ana`, `${FSI}${RLI}Ana${PDI}${PDI}`],
    ['one that ends what it has not begun', `A${PDI}${RLO}na`, `${FSI}A${RLO}na${PDI}`],
  ])('%s is held', (_what, name, held) => {
    expect(isolated(name)).toBe(held);
  });

  test('whatever stands in it, nothing reaches past it, and twice is no harm', () => {
    const nasty = fc.string({ unit: fc.constantFrom('a', 'ש', FSI, RLI, PDI, RLO, '\u202c') });
    fc.assert(
      fc.property(nasty, (name) => {
        for (const text of [isolated(name), isolated(isolated(name))]) {
          let open = 0;
          const depths = Array.from(text, (sign) => {
            if (sign === FSI || sign === RLI) open += 1;
            if (sign === PDI) open -= 1;
            return open;
          });
          if (text !== name) expect(depths.slice(0, -1).every((depth) => depth > 0)).toBe(true);
          expect(open).toBe(0);
        }
      }),
    );
  });

  test('in every sentence', () => {
    expect(formatSubset('{name} is on the way', { name: `Ana${RLO}` }, 'en')).toBe(
      `${FSI}Ana${RLO}${PDI} is on the way`,
    );
  });
});
