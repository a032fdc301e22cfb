import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  between,
  cameraFor,
  panned,
  resized,
  toBoard,
  toScreen,
  viewportOf,
  zoomed,
  type Camera,
} from './camera';

const coordinate = fc.double({ min: -1e5, max: 1e5, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const length = fc.double({ min: 50, max: 5000, noNaN: true });
const size = fc.record({ width: length, height: length });
const camera: fc.Arbitrary<Camera> = fc.record({
  x: coordinate,
  y: coordinate,
  zoom: fc.double({ min: 0.05, max: 4, noNaN: true }),
});
const near = (a: number, b: number): void => {
  expect(Math.abs(a - b)).toBeLessThan(1e-4 * Math.max(1, Math.abs(a)));
};

test('board and screen coordinates are each other’s inverse', () => {
  fc.assert(
    fc.property(camera, point, (view, at) => {
      const back = toBoard(view, toScreen(view, at));
      near(back.x, at.x);
      near(back.y, at.y);
    }),
  );
});

test('zooming leaves what is under the pointer where it is', () => {
  fc.assert(
    fc.property(camera, size, fc.double({ min: 0.5, max: 2, noNaN: true }), (view, at, factor) => {
      const pointer = { x: at.width, y: at.height };
      const fixed = toBoard(view, pointer);
      const after = toBoard(zoomed(view, factor, pointer), pointer);
      near(after.x, fixed.x);
      near(after.y, fixed.y);
    }),
  );
});

test('panning moves what is under the hand with it', () => {
  fc.assert(
    fc.property(camera, point, (view, by) => {
      const moved = toScreen(panned(view, by), toBoard(view, { x: 0, y: 0 }));
      near(moved.x, by.x);
      near(moved.y, by.y);
    }),
  );
});

test('a view shows all of the rectangle that it was made for, in its middle', () => {
  fc.assert(
    fc.property(point, size, size, (corner, extent, screen) => {
      const rect = { ...corner, ...extent };
      const shown = viewportOf(cameraFor(rect, screen), screen);
      near(shown.x + shown.width / 2, rect.x + rect.width / 2);
      near(shown.y + shown.height / 2, rect.y + rect.height / 2);
      expect(shown.width).toBeGreaterThan(rect.width * 0.9999);
      expect(shown.height).toBeGreaterThan(rect.height * 0.9999);
    }),
  );
});

test('what a screen of this size showed, it shows exactly again', () => {
  fc.assert(
    fc.property(camera, size, (view, screen) => {
      const back = cameraFor(viewportOf(view, screen), screen);
      near(back.x, view.x);
      near(back.y, view.y);
      near(back.zoom, view.zoom);
    }),
  );
});

test('a new window size keeps the middle', () => {
  fc.assert(
    fc.property(camera, size, size, (view, from, to) => {
      const middle = toBoard(view, { x: from.width / 2, y: from.height / 2 });
      const after = toBoard(resized(view, from, to), { x: to.width / 2, y: to.height / 2 });
      near(after.x, middle.x);
      near(after.y, middle.y);
    }),
  );
});

test('a glide begins where one is and ends where one goes', () => {
  fc.assert(
    fc.property(camera, camera, size, (from, to, screen) => {
      for (const [share, wanted] of [
        [0, from],
        [1, to],
      ] as const) {
        const at = between(from, to, share, screen);
        near(at.x, wanted.x);
        near(at.y, wanted.y);
        near(at.zoom, wanted.zoom);
      }
    }),
  );
});
