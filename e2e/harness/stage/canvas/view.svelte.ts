/** The view of one tab: moved by hand here, or by the app through the board; both know of each other. */
import type { Rect } from '../../world/api';
import {
  between,
  cameraFor,
  panned,
  resized,
  viewportOf,
  zoomed,
  type Camera,
  type Point,
  type Size,
} from './camera';

/** How often a view that moves under the hand is told to the board. */
const REPORT_MS = 120;
/** Echoes may be skipped by the board; older reports are not waited for. */
const MAX_TOLD = 30;
/** How much of the board a new page shows across. */
const FIRST_WIDTH = 1280;

export class BoardViewport {
  #camera = $state.raw<Camera>({ x: -640, y: -400, zoom: 1 });
  #screen = $state.raw<Size>({ width: 0, height: 0 });
  readonly #report: (viewport: Rect, screen: Size) => void;
  /** Told to the board, and not yet heard back from it: not news when it comes. */
  #told: Rect[] = [];
  #reportTimer: ReturnType<typeof setTimeout> | undefined;
  #glide = 0;

  constructor(report: (viewport: Rect, screen: Size) => void) {
    this.#report = report;
  }

  get camera(): Camera {
    return this.#camera;
  }
  get screen(): Size {
    return this.#screen;
  }
  get rect(): Rect {
    return viewportOf(this.#camera, this.#screen);
  }
  get middle(): Point {
    return { x: this.#screen.width / 2, y: this.#screen.height / 2 };
  }

  /** The canvas has this size now. */
  measure(screen: Size): void {
    const first = this.#screen.width === 0;
    if (screen.width === 0 || screen.height === 0) return;
    this.#camera = first
      ? cameraFor(firstRect(screen), screen)
      : resized(this.#camera, this.#screen, screen);
    this.#screen = screen;
    this.#tell();
  }

  /** To a board that knows nothing of this view yet. */
  introduce(): void {
    this.#told = [];
    if (this.#screen.width > 0) this.#tell();
  }

  pan(by: Point): void {
    this.#move(panned(this.#camera, by));
  }

  zoom(factor: number, at: Point = this.middle): void {
    this.#move(zoomed(this.#camera, factor, at));
  }

  /** By hand, at once. */
  show(rect: Rect): void {
    this.#move(cameraFor(rect, this.#screen));
  }

  /** The board says where this tab looks: an echo of what was told, or the app's (or Miro's) doing. */
  follow(viewport: Rect, glideMs: number): void {
    const echo = this.#told.findIndex((told) => isSame(told, viewport));
    if (echo >= 0) {
      this.#told.splice(0, echo + 1);
      return;
    }
    if (this.#screen.width === 0 || isSame(viewport, this.rect)) return;
    this.#told = [];
    this.#cancelReport();
    this.#glideTo(cameraFor(viewport, this.#screen), glideMs);
  }

  #glideTo(to: Camera, ms: number): void {
    this.#glide += 1;
    const glide = this.#glide;
    // A hidden page gets no animation frames; people who asked for less motion get none, either.
    if (ms <= 0 || document.hidden || matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#camera = to;
      return;
    }
    const from = this.#camera;
    const start = performance.now();
    const step = (now: number): void => {
      if (glide !== this.#glide) return;
      const share = Math.min(1, Math.max(0, now - start) / ms);
      this.#camera = share === 1 ? to : between(from, to, share, this.#screen);
      if (share < 1) requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  #move(camera: Camera): void {
    this.#glide += 1;
    this.#camera = camera;
    this.#reportTimer ??= setTimeout(() => {
      this.#tell();
    }, REPORT_MS);
  }

  #cancelReport(): void {
    clearTimeout(this.#reportTimer);
    this.#reportTimer = undefined;
  }

  #tell(): void {
    this.#cancelReport();
    const { rect } = this;
    this.#told = [...this.#told.slice(-MAX_TOLD), rect];
    this.#report(rect, this.#screen);
  }
}

const isSame = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** The middle of the board. */
const firstRect = ({ width, height }: Size): Rect => {
  const tall = (FIRST_WIDTH * height) / width;
  return { x: -FIRST_WIDTH / 2, y: -tall / 2, width: FIRST_WIDTH, height: tall };
};
