import type { Rect } from './api';
import { amount, optionalAmount, type JsonObject } from './args';
import { rectOf, type BoardItem } from './item-model';
import { sentences } from './sentences';

/** D:websdk-reference-board. */
const DEFAULT_OFFSET = 100;
const RINGS = 200;

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Steps around the wanted place, ring by ring, nearest first. */
function* places(rings: number): Generator<{ readonly x: number; readonly y: number }> {
  yield { x: 0, y: 0 };
  for (let ring = 1; ring <= rings; ring += 1)
    for (let step = -ring; step <= ring; step += 1) {
      yield { x: ring, y: step };
      yield { x: step, y: ring };
      yield { x: -ring, y: step };
      yield { x: step, y: -ring };
    }
}

/** Centre of the nearest place for a rectangle of this size that keeps `offset` from every item. */
export function findEmptySpace(items: Iterable<BoardItem>, args: JsonObject): Rect {
  const wanted = {
    x: amount(args, 'x'),
    y: amount(args, 'y'),
    width: amount(args, 'width'),
    height: amount(args, 'height'),
  };
  const offset = optionalAmount(args, 'offset') ?? DEFAULT_OFFSET;
  const taken = [...items].map(rectOf);
  const step = { x: wanted.width / 2 + offset, y: wanted.height / 2 + offset };
  for (const place of places(RINGS)) {
    const x = wanted.x + place.x * step.x;
    const y = wanted.y + place.y * step.y;
    const room: Rect = {
      x: x - wanted.width / 2 - offset,
      y: y - wanted.height / 2 - offset,
      width: wanted.width + 2 * offset,
      height: wanted.height + 2 * offset,
    };
    if (!taken.some((rect) => overlaps(rect, room))) return { ...wanted, x, y };
  }
  throw new Error(sentences.invalid('no empty space found'));
}
