/** Where a screen looks: pure geometry. Board units are Miro's; at zoom 1 one of them is one CSS pixel. */
import type { Rect } from '../../world/api';

export interface Camera {
  /** Board coordinates of the screen's top left corner. */
  readonly x: number;
  readonly y: number;
  /** Pixels per board unit. */
  readonly zoom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Miro's own bounds: 1 % to 400 %. */
export const ZOOM_MIN = 0.01;
export const ZOOM_MAX = 4;

const clampZoom = (zoom: number): number => Math.min(ZOOM_MAX, Math.max(ZOOM_MIN, zoom));

export const viewportOf = (camera: Camera, screen: Size): Rect => ({
  x: camera.x,
  y: camera.y,
  width: screen.width / camera.zoom,
  height: screen.height / camera.zoom,
});

/** Shows all of `rect`, in the middle. */
export function cameraFor(rect: Rect, screen: Size): Camera {
  const zoom = clampZoom(Math.min(screen.width / rect.width, screen.height / rect.height));
  return {
    x: rect.x + rect.width / 2 - screen.width / zoom / 2,
    y: rect.y + rect.height / 2 - screen.height / zoom / 2,
    zoom,
  };
}

export const toBoard = (camera: Camera, at: Point): Point => ({
  x: camera.x + at.x / camera.zoom,
  y: camera.y + at.y / camera.zoom,
});

export const toScreen = (camera: Camera, at: Point): Point => ({
  x: (at.x - camera.x) * camera.zoom,
  y: (at.y - camera.y) * camera.zoom,
});

/** By pixels: the board follows the hand. */
export const panned = (camera: Camera, by: Point): Camera => ({
  ...camera,
  x: camera.x - by.x / camera.zoom,
  y: camera.y - by.y / camera.zoom,
});

/** What is under `at` (pixels) stays there. */
export function zoomed(camera: Camera, factor: number, at: Point): Camera {
  const zoom = clampZoom(camera.zoom * factor);
  const fixed = toBoard(camera, at);
  return { x: fixed.x - at.x / zoom, y: fixed.y - at.y / zoom, zoom };
}

/** The middle stays in the middle when the window's size changes. */
export const resized = (camera: Camera, from: Size, to: Size): Camera => ({
  ...camera,
  x: camera.x + (from.width - to.width) / 2 / camera.zoom,
  y: camera.y + (from.height - to.height) / 2 / camera.zoom,
});

/** On the way from one view to another, `share` from 0 to 1: the middle moves, the zoom multiplies. */
export function between(from: Camera, to: Camera, share: number, screen: Size): Camera {
  const eased = 1 - (1 - share) ** 3;
  const zoom = from.zoom * (to.zoom / from.zoom) ** eased;
  const middle = (camera: Camera): Point =>
    toBoard(camera, { x: screen.width / 2, y: screen.height / 2 });
  const [a, b] = [middle(from), middle(to)];
  return {
    x: a.x + (b.x - a.x) * eased - screen.width / 2 / zoom,
    y: a.y + (b.y - a.y) * eased - screen.height / 2 / zoom,
    zoom,
  };
}

export function bounds(rects: readonly Rect[]): Rect | undefined {
  if (rects.length === 0) return undefined;
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** With space around, as a share of its size. */
export const grown = (rect: Rect, share: number): Rect => ({
  x: rect.x - rect.width * share,
  y: rect.y - rect.height * share,
  width: rect.width * (1 + 2 * share),
  height: rect.height * (1 + 2 * share),
});

export const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

export const rectBetween = (a: Point, b: Point): Rect => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
});

/** Items are placed by their centre. */
export const rectOfItem = (item: Point & Size): Rect => ({
  x: item.x - item.width / 2,
  y: item.y - item.height / 2,
  width: item.width,
  height: item.height,
});
