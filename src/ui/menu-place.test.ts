import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeMenu } from './menu-place';

const page = { width: 320, height: 600 };
const menu = { width: 180, height: 200 };

test('a menu opens below its button, flush right', () => {
  expect(placeMenu({ top: 100, bottom: 136, right: 310 }, menu, page)).toEqual({
    top: 140,
    left: 130,
  });
});

test('without room below it opens above', () => {
  expect(placeMenu({ top: 500, bottom: 536, right: 310 }, menu, page).top).toBe(296);
});

test('it never leaves a page that it fits into', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -50, max: 700 }),
      fc.integer({ min: 0, max: 400 }),
      (top, right) => {
        const place = placeMenu({ top, bottom: top + 36, right }, menu, page);
        expect(place.top).toBeGreaterThanOrEqual(0);
        expect(place.left).toBeGreaterThanOrEqual(0);
        expect(place.top + menu.height).toBeLessThanOrEqual(page.height);
        expect(place.left + menu.width).toBeLessThanOrEqual(page.width);
      },
    ),
  );
});
