/** Scrolls by itself while something is held near an edge, the faster the nearer. */

/** How near, in CSS pixels. */
const EDGE_PX = 44;
/** At the edge itself, in CSS pixels for each frame. */
const FASTEST_PX = 12;

/** CSS pixels for the next frame, negative upwards. */
export function scrollStep(y: number, { top, bottom }: { top: number; bottom: number }): number {
  const above = top + EDGE_PX - y;
  const below = y - (bottom - EDGE_PX);
  const depth = Math.min(EDGE_PX, Math.max(above, below));
  if (depth <= 0) return 0;
  return Math.ceil((depth / EDGE_PX) * FASTEST_PX) * (above > below ? -1 : 1);
}

export class EdgeScroll {
  readonly #scroller: HTMLElement;
  readonly #onscrolled: () => void;
  #y: number | undefined;
  #frame = 0;

  /** @param onscrolled something else is under the pointer now */
  constructor(scroller: HTMLElement, onscrolled: () => void) {
    this.#scroller = scroller;
    this.#onscrolled = onscrolled;
  }

  hold(y: number): void {
    this.#y = y;
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#scroll());
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#y = undefined;
  }

  #scroll(): void {
    this.#frame = 0;
    if (this.#y === undefined) return;
    const before = this.#scroller.scrollTop;
    this.#scroller.scrollTop += scrollStep(this.#y, this.#scroller.getBoundingClientRect());
    if (this.#scroller.scrollTop === before) return;
    this.#onscrolled();
    this.hold(this.#y);
  }
}
