/** [I10] Whatever anybody writes: nothing throws, nothing grows without bound, nothing rewrites a sentence. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { toJson } from '../../src/records/to-json';
import { corpus, mutationsOf } from './mutations';
import { readers } from './readers';

/** `npm run fuzz` asks for many more. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 150);
/** Unit: UTF-16 units. A record has at most 64 KB, and a screen shows each thing a few times. */
const MOST = 2_000_000;
/** Under these names a view has what people read. */
const READ_BY_PEOPLE = /^(?:name|roomName|text|task|title|byName|invitedBy|from|by|claimedBy)$/;
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/;

let cases = 0;

function unseenIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return READ_BY_PEOPLE.test(key) && UNSEEN.test(value) ? [`${key}: ${value}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (value instanceof Map) return unseenIn([...value]);
  return Object.entries(value).flatMap(([name, inside]) => unseenIn(inside, name));
}

/** Functions, such as what is wanted of an epoch, are no part of a view's size. */
function sizeOf(value: unknown): number {
  const text = JSON.stringify([value], (_, inside: unknown) =>
    inside instanceof Map || inside instanceof Set ? [...inside] : inside,
  );
  return text.length;
}

describe.each(readers)('[I10] $name', { timeout: 600_000 }, ({ sample, use }) => {
  const mustBeHarmless = (raw: unknown): void => {
    cases += 1;
    const seen = use(raw);
    expect(unseenIn(seen)).toEqual([]);
    expect(sizeOf(seen)).toBeLessThan(MOST);
    expect('polluted' in {}).toBe(false);
    expect(Object.keys(Object.prototype)).toEqual([]);
  };

  test('as it should be', () => {
    mustBeHarmless(sample);
    expect(use(toJson(sample))).not.toBe('malformed');
  });

  test.each(corpus.map((hostile, index) => [index, hostile] as const))(
    'corpus %i',
    (_, hostile) => {
      mustBeHarmless(hostile);
      for (const v of [1, 2, 99, 'x']) mustBeHarmless({ v, data: hostile });
    },
  );

  test('with one thing wrong', () => {
    fc.assert(fc.property(mutationsOf(sample), mustBeHarmless), { numRuns: CASES });
  });

  test('at random', () => {
    fc.assert(fc.property(fc.anything(), mustBeHarmless), { numRuns: CASES });
  });
});

afterAll(() => {
  if (process.env['FUZZ_CASES'] !== undefined)
    process.stdout.write(`${cases} hostile values read\n`);
});
