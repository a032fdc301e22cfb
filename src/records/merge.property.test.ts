import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writerId } from '../breakout/ids';
import { decodeDoc, encodeDoc } from './doc-codec';
import {
  digest,
  edit,
  emptyDoc,
  lacks,
  merge,
  registerAt,
  type Changes,
  type Doc,
  type Register,
} from './merge';

/** Few of each, so that collisions of every kind occur; names that every object inherits included. */
const path = fc.constantFrom('a', 'room/1/name', 'room/2/name', '__proto__', 'constructor');
const writer = fc.constantFrom('v', 'w').map(writerId);
const value = fc.oneof(
  fc.constantFrom(null, true, 0, 1, 'x'),
  fc.constantFrom({ x: 1, y: 2 }, { y: 2, x: 1 }, ['x', 1]),
);
const register = fc.tuple(value, fc.integer({ min: 1, max: 3 }), writer);

const doc: fc.Arbitrary<Doc> = fc.record({
  generation: fc.integer({ min: 0, max: 2 }),
  registers: fc
    .uniqueArray(fc.tuple(path, register), { selector: ([at]) => at })
    .map((entries): Readonly<Record<string, Register>> => Object.fromEntries(entries)),
});
const changes: fc.Arbitrary<Changes> = fc
  .uniqueArray(fc.tuple(path, value), { selector: ([at]) => at })
  .map((entries) => Object.fromEntries(entries));

describe('[M1] merging', () => {
  test('is commutative', () => {
    fc.assert(
      fc.property(doc, doc, (a, b) => {
        expect(digest(merge(a, b))).toBe(digest(merge(b, a)));
      }),
    );
  });

  test('is associative', () => {
    fc.assert(
      fc.property(doc, doc, doc, (a, b, c) => {
        expect(digest(merge(merge(a, b), c))).toBe(digest(merge(a, merge(b, c))));
      }),
    );
  });

  test('is idempotent, and returns the same object when nothing is new', () => {
    fc.assert(
      fc.property(doc, doc, (a, b) => {
        expect(merge(a, a)).toBe(a);
        const merged = merge(a, b);
        expect(merge(merged, b)).toBe(merged);
        expect(merge(merged, a)).toBe(merged);
        expect(merge(b, merged)).toBe(digest(b) === digest(merged) ? b : merged);
      }),
    );
  });

  test('takes the greater generation whole', () => {
    fc.assert(
      fc.property(doc, doc, (a, b) => {
        fc.pre(a.generation !== b.generation);
        expect(merge(a, b)).toBe(a.generation > b.generation ? a : b);
      }),
    );
  });

  test('of copies that saw the same edits in any order agrees', () => {
    const edits = fc.array(fc.tuple(fc.nat(3), changes, fc.nat(3)), { maxLength: 12 });
    fc.assert(
      fc.property(edits, (steps) => {
        const copies = Array.from({ length: 4 }, () => emptyDoc);
        for (const [at, change, from] of steps) {
          const here = merge(copies[at] ?? emptyDoc, copies[from] ?? emptyDoc);
          copies[at] = edit(here, change, writerId(`w${at}`));
        }
        const forward = copies.reduce(merge);
        const backward = copies.reduceRight(merge);
        expect(digest(forward)).toBe(digest(backward));
      }),
    );
  });
});

describe('[M2] editing', () => {
  test('outranks what was there, and nothing that was not edited changes', () => {
    fc.assert(
      fc.property(doc, changes, writer, (before, change, by) => {
        const after = edit(before, change, by);
        expect(merge(before, after)).toEqual(after);
        for (const [at, wanted] of Object.entries(change)) {
          expect(registerAt(after, at)?.[0] ?? null).toEqual(wanted);
        }
        for (const at of Object.keys(before.registers)) {
          if (!Object.hasOwn(change, at)) {
            expect(registerAt(after, at)).toBe(registerAt(before, at));
          }
        }
      }),
    );
  });

  test('to what is there already gives no new stamp, whatever the order of its keys', () => {
    const before = edit(emptyDoc, { a: { x: 1, y: 2 } }, writerId('v'));
    expect(edit(before, { a: { y: 2, x: 1 } }, writerId('w'))).toBe(before);
    expect(edit(before, { never: null }, writerId('w'))).toBe(before);
  });

  test('counts from the greatest clock seen at that path', () => {
    const theirs: Doc = { generation: 0, registers: { a: ['x', 41, writerId('v')] } };
    expect(edit(theirs, { a: 'y' }, writerId('w')).registers['a']).toEqual(['y', 42, 'w']);
  });
});

describe('[M3] what storage lacks', () => {
  test('is nothing exactly when merging it in changes nothing', () => {
    fc.assert(
      fc.property(doc, doc, (stored, wanted) => {
        const nothing = lacks(stored, wanted).length === 0;
        const empty = Object.keys(wanted.registers).length === 0;
        expect(nothing).toBe(merge(stored, wanted) === stored || empty);
      }),
    );
  });
});

describe('[M4] what is stored', () => {
  test('reads back as the same document, and equal documents are stored alike', () => {
    fc.assert(
      fc.property(doc, (original) => {
        const stored: unknown = JSON.parse(JSON.stringify(encodeDoc(original)));
        const read = decodeDoc(stored);
        expect(read).not.toBeTypeOf('string');
        if (typeof read === 'string') return;
        expect(digest(read)).toBe(digest(original));
        expect(JSON.stringify(encodeDoc(read))).toBe(JSON.stringify(stored));
      }),
    );
  });

  test('[I10] whatever it is, reading it throws nothing and pollutes nothing', () => {
    const hostile = fc.oneof(
      fc.anything(),
      fc.record({ g: fc.anything(), r: fc.anything() }),
      fc.record({ g: fc.nat(), r: fc.array(fc.array(fc.anything())) }),
      fc.record({
        g: fc.nat(),
        r: fc.array(fc.tuple(fc.nat(), fc.string(), fc.array(fc.array(fc.anything())))),
      }),
    );
    fc.assert(
      fc.property(hostile, (raw) => {
        const read = decodeDoc(raw);
        if (typeof read !== 'string') expect(digest(merge(emptyDoc, read))).toBeTypeOf('string');
        expect(Object.keys({})).toEqual([]);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
    );
  });

  test.each([
    ['a clock beyond 2³⁰', { g: 0, r: [[2 ** 30 + 1, 'w', [['x', 'a']]]] }],
    ['a generation beyond 2³⁰', { g: 2 ** 30 + 1, r: [] }],
    ['a negative clock', { g: 0, r: [[-1, 'w', [['x', 'a']]]] }],
    ['a fraction', { g: 0, r: [[1.5, 'w', [['x', 'a']]]] }],
    ['one path twice', { g: 0, r: [[1, 'w', [['x', 'a', 'a']]]] }],
    ['a path as long as a book', { g: 0, r: [[1, 'w', [['x', 'a'.repeat(201)]]]] }],
    ['something bottomless', { g: 0, r: [[1, 'w', [[bottomless(20_000), 'a']]]] }],
  ])('[I10] %s makes it unusable', (_, raw) => {
    expect(decodeDoc(raw)).toBeTypeOf('string');
  });
});

function bottomless(depth: number): unknown {
  let value: unknown = 'x';
  for (let level = 0; level < depth; level++) value = [value];
  return value;
}

test('[M1] two copies that differ in a stamp alone have different digests', () => {
  const stamped = (clock: number, by: string): Doc => ({
    generation: 0,
    registers: { a: ['x', clock, writerId(by)] },
  });
  expect(digest(stamped(1, 'v'))).toBe(digest(stamped(1, 'v')));
  expect(digest(stamped(2, 'v'))).not.toBe(digest(stamped(1, 'v')));
  expect(digest(stamped(1, 'w'))).not.toBe(digest(stamped(1, 'v')));
});
