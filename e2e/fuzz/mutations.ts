/** A valid value with one thing wrong: far closer to what breaks a reader than anything made up at random. */
import fc from 'fast-check';
import type { Json } from '../../src/breakout/json';
import { toJson } from '../../src/records/to-json';

/** Nested deeper than any reader may follow. */
const deep = (levels: number): Json => {
  let value: Json = 'bottom';
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
};

/** `__proto__` as a key of its own, as JSON from a board may have it. */
const prototypeKeys = toJson(
  JSON.parse(
    '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"toString":7}',
  ),
);

export const corpus: readonly Json[] = [
  null,
  true,
  '',
  'x'.repeat(60_000),
  '<img src=x onerror="alert(1)"><script>alert(1)</script>',
  '\u202eevil\u202c \u2066isolated\u2069 \u0000\u0007\u001b[31m',
  '=HYPERLINK("https://evil.example")',
  '{count, plural, other {#}}',
  '__proto__',
  'constructor',
  '../../person-1',
  '\ud800',
  '🏳️‍🌈'.repeat(400),
  -1,
  0,
  1.5,
  2 ** 30,
  2 ** 30 + 1,
  2 ** 53,
  1e308,
  [],
  {},
  prototypeKeys,
  deep(40),
  deep(2_000),
  Array.from({ length: 12_000 }, (_, index) => index),
  Array.from({ length: 12_000 }, (_, index) => [`u${String(index)}`, 1]),
  Array.from({ length: 300 }, () => null),
];

type Path = readonly (string | number)[];

/** Every place in a value, the whole of it first. */
function placesIn(value: Json, at: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inside = Array.isArray(value)
    ? value.flatMap((item: Json, index) => placesIn(item, [...at, index]))
    : Object.entries(value).flatMap(([key, field]) => placesIn(field, [...at, key]));
  return [at, ...inside];
}

type Change = (value: Json) => Json | undefined;

/** `undefined`: it is left out. Keys are defined, so that `__proto__` stays a key. */
function changedAt(value: Json, [first, ...rest]: Path, change: Change): Json | undefined {
  if (first === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((item: Json, index) =>
      index === first ? (changedAt(item, rest, change) ?? []) : [item],
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value);
  return Object.fromEntries(
    fields.flatMap(([key, field]) => {
      const next = key === first ? changedAt(field, rest, change) : field;
      return next === undefined ? [] : [[key, next]];
    }),
  );
}

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...corpus).map((hostile) => () => hostile) },
  { weight: 1, arbitrary: fc.constant(() => undefined) },
  { weight: 1, arbitrary: fc.jsonValue().map((any) => () => toJson(any)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(2, 500)
      .map((times) => (value: Json) => Array.from({ length: times }, () => value)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'more', '').map((key) => (value: Json) => {
      const whole = typeof value === 'object' && value !== null && !Array.isArray(value);
      return Object.fromEntries([...Object.entries(whole ? value : {}), [key, value]]);
    }),
  },
);

/** Like `sample` but for one place; `undefined`: nothing is left of it. */
export function mutationsOf(sample: Json): fc.Arbitrary<Json | undefined> {
  return fc
    .tuple(fc.constantFrom(...placesIn(sample)), change)
    .map(([place, how]) => changedAt(sample, place, how));
}
