import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemInfo } from '../../../board/port';
import { ana } from '../../../breakout/fixtures';
import { frameId, itemId } from '../../../breakout/ids';
import { COPIED_KINDS, type Original } from '../../../breakout/work';
import { copiesIn, layoutIn } from './copies-layout';
import { wordsDigest } from './frame-content';

const side = fc.integer({ min: 100, max: 5_000 });
const size = fc.record({ width: side, height: side });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('[D6] where copies lie', () => {
  test('in a frame of the same size: where their originals lie', () => {
    fc.assert(
      fc.property(size, share, share, (frame, right, down) => {
        const original = { x: frame.width * right, y: frame.height * down };
        const { scale, place } = layoutIn(frame, frame);
        expect([scale, place(original)]).toEqual([1, original]);
      }),
    );
  });

  test('in any frame: inside it, around its middle, in proportion, and never larger', () => {
    fc.assert(
      fc.property(size, size, share, share, (frame, from, right, down) => {
        const { scale, place } = layoutIn(frame, from);
        expect(scale).toBeLessThanOrEqual(1);
        const { x, y } = place({ x: from.width * right, y: from.height * down });
        expect(x).toBeGreaterThanOrEqual(-1e-6);
        expect(x).toBeLessThanOrEqual(frame.width + 1e-6);
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y).toBeLessThanOrEqual(frame.height + 1e-6);
        expect(x - frame.width / 2).toBeCloseTo((right - 0.5) * from.width * scale, 6);
        expect(y - frame.height / 2).toBeCloseTo((down - 0.5) * from.height * scale, 6);
      }),
    );
  });
});

const frame = { id: frameId('9'), title: 'Apple', x: 500, y: 900, width: 1_600, height: 900 };
const corner = { x: frame.x - frame.width / 2, y: frame.y - frame.height / 2 };

/** Some of them lie on one another, as a pile of empty notes does. */
const originals = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...COPIED_KINDS),
      x: fc.constantFrom(200, 400, 600),
      y: fc.constantFrom(200, 400),
      words: fc.constantFrom('', '<p>one</p>', 'two'),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((each, at) => ({ ...each, item: itemId(String(at)) })));

type Given = typeof originals extends fc.Arbitrary<(infer T)[]> ? T : never;

const originalOf = ({ words, ...rest }: Given): Original => ({
  ...rest,
  digest: wordsDigest(words),
});

function copyOf({ kind, x, y, words }: Given, id: number, adopted: boolean): ItemInfo {
  const at = adopted ? { x, y } : { x: x + corner.x, y: y + corner.y };
  const size = { width: 199, height: 228 };
  const parent = adopted ? String(frame.id) : undefined;
  const rest = { joins: [], linkedTo: undefined, createdBy: ana, note: undefined };
  return { id: itemId(`c${id}`), type: kind, parent, ...at, ...size, words, ...rest };
}

test('[D2] what was made before is found again, each for one original of its kind, however many lie on one another', () => {
  fc.assert(
    fc.property(originals, fc.array(fc.boolean()), fc.array(fc.boolean()), (all, isMade, isIn) => {
      const made = all.filter((_, at) => isMade[at] ?? false);
      const items = made.map((each, at) => copyOf(each, at, isIn[at] ?? true));
      const copies = copiesIn({ size: frame, originals: all.map(originalOf) }, frame, {
        items,
        made: new Set(),
      });
      const there = copies.flatMap((copy) => copy.there ?? []);
      expect(new Set(there.map(({ id }) => id)).size).toBe(there.length);
      expect(there).toHaveLength(made.length);
      for (const { original, there: item } of copies)
        if (item !== undefined) expect(item.type).toBe(original.kind);
    }),
  );
});

test('[D2] a copy that somebody has moved within its frame is known by having been written down', () => {
  const original: Given = { kind: 'card', x: 200, y: 200, words: 'two', item: itemId('1') };
  const moved = { ...copyOf(original, 1, true), x: 900 };
  const found = (made: readonly string[]) =>
    copiesIn({ size: frame, originals: [originalOf(original)] }, frame, {
      items: [moved],
      made: new Set(made.map(itemId)),
    }).map(({ there }) => there?.id);
  expect(found([])).toEqual([undefined]);
  expect(found(['c1'])).toEqual(['c1']);
});
