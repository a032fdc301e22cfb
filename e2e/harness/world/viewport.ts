import type { Json, Rect } from './api';
import { amount, asObject, optionalAmount, type JsonObject } from './args';
import type { CommandTable } from './commands';
import type { Core } from './core';
import { LEVEL_1 } from './credits';
import type { Tab } from './model';
import { sentences } from './sentences';

export const FIRST_SCREEN = { width: 1280, height: 800 } as const;
export const FIRST_VIEWPORT: Rect = { x: -640, y: -400, ...FIRST_SCREEN };

/** D:websdk-reference-viewport: 1 % to 400 %. */
const ZOOM = { least: 0.01, most: 4 } as const;
/** Space around items that `zoomTo` leaves, in pixels on screen. */
const ZOOM_TO_PADDING = 40;

export interface Offset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}
const evenly = (px: number): Offset => ({ top: px, right: px, bottom: px, left: px });

/** Shows something else in a tab, and calls `arrived` when the glide is over. */
export interface ViewportMove {
  readonly to: Rect;
  readonly glideMs: number;
}

export interface Viewports {
  readonly commands: CommandTable;
  move(tab: Tab, move: ViewportMove): Promise<void>;
  /** What would show these items in that tab. @throws when there is none, as documented. */
  around(tab: Tab, items: readonly Rect[]): Rect;
  /** Told of every change, whoever made it. */
  onMove(listener: (tab: Tab) => void): void;
}

export const zoomOf = (tab: Tab): number => tab.screen.width / tab.viewport.width;

/** The canvas's shape decides: what is shown holds the wanted rectangle, and is usually larger. */
export function fit(tab: Tab, wanted: Rect, padding: Offset): Rect {
  const { width, height } = tab.screen;
  const zoom = clampZoom(
    Math.min(
      (width - padding.left - padding.right) / Math.max(wanted.width, 1),
      (height - padding.top - padding.bottom) / Math.max(wanted.height, 1),
    ),
  );
  const shown = { width: width / zoom, height: height / zoom };
  const centre = {
    x: wanted.x + wanted.width / 2 + (padding.right - padding.left) / 2 / zoom,
    y: wanted.y + wanted.height / 2 + (padding.bottom - padding.top) / 2 / zoom,
  };
  return { x: centre.x - shown.width / 2, y: centre.y - shown.height / 2, ...shown };
}

const clampZoom = (zoom: number): number => Math.min(ZOOM.most, Math.max(ZOOM.least, zoom));

function bounds(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((rect) => rect.x));
  const y = Math.min(...rects.map((rect) => rect.y));
  const right = Math.max(...rects.map((rect) => rect.x + rect.width));
  const bottom = Math.max(...rects.map((rect) => rect.y + rect.height));
  return { x, y, width: right - x, height: bottom - y };
}

function readRect(value: Json | undefined): Rect {
  const raw = asObject(value, 'viewport');
  const rect = {
    x: amount(raw, 'x'),
    y: amount(raw, 'y'),
    width: amount(raw, 'width'),
    height: amount(raw, 'height'),
  };
  if (rect.width <= 0 || rect.height <= 0) throw new Error(sentences.invalid('viewport'));
  return rect;
}

function readPadding(args: JsonObject): Offset {
  if (args['padding'] === undefined) return evenly(0);
  const raw = asObject(args['padding'], 'padding');
  const side = (key: string): number => Math.max(0, optionalAmount(raw, key) ?? 0);
  return { top: side('top'), right: side('right'), bottom: side('bottom'), left: side('left') };
}

/** `itemRects` gives the rectangles (top left) of existing items among these ids. */
export function createViewports(
  core: Core,
  itemRects: (ids: Json | undefined) => readonly Rect[],
): Viewports {
  const listeners: ((tab: Tab) => void)[] = [];

  function move(tab: Tab, { to, glideMs }: ViewportMove): Promise<void> {
    tab.viewport = to;
    tab.glideMs = glideMs;
    core.changes.tab(tab.id);
    core.changes.board();
    for (const listen of listeners) listen(tab);
    if (glideMs === 0) return Promise.resolve();
    return new Promise((resolve) => {
      core.clock.after(glideMs, () => {
        if (tab.viewport === to) tab.glideMs = 0;
        core.changes.tab(tab.id);
        resolve();
      });
    });
  }
  function around(tab: Tab, items: readonly Rect[]): Rect {
    if (items.length === 0) throw new Error(sentences.noZoomTarget());
    return fit(tab, bounds(items), evenly(ZOOM_TO_PADDING));
  }

  const commands: CommandTable = {
    VIEWPORT_GET: { local: true, price: LEVEL_1, run: ({ tab }) => ({ ...tab.viewport }) },
    VIEWPORT_GET_ZOOM: { local: true, price: LEVEL_1, run: ({ tab }) => zoomOf(tab) },
    VIEWPORT_SET: {
      local: true,
      price: LEVEL_1,
      async run({ tab }, args) {
        const to = fit(tab, readRect(args['viewport']), readPadding(args));
        const glideMs = Math.max(0, optionalAmount(args, 'animationDurationInMs') ?? 0);
        await move(tab, { to, glideMs });
        return { ...to };
      },
    },
    VIEWPORT_ZOOM_TO: {
      local: true,
      price: LEVEL_1,
      run: ({ tab }, args) => move(tab, { to: around(tab, itemRects(args['items'])), glideMs: 0 }),
    },
    VIEWPORT_SET_ZOOM: {
      local: true,
      price: LEVEL_1,
      run({ tab }, args) {
        const zoom = amount(args, 'zoomLevel');
        if (zoom < ZOOM.least || zoom > ZOOM.most) throw new Error(sentences.invalid('zoomLevel'));
        const { x, y, width, height } = tab.viewport;
        const shown = { width: tab.screen.width / zoom, height: tab.screen.height / zoom };
        const to = {
          x: x + (width - shown.width) / 2,
          y: y + (height - shown.height) / 2,
          ...shown,
        };
        return move(tab, { to, glideMs: 0 });
      },
    },
  };

  return { commands, move, around, onMove: (listener) => listeners.push(listener) };
}
