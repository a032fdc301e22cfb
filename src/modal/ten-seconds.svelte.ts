/**
 * The ten seconds of "Join now · 10". They count only while they can be seen, and any key or press
 * stops them for good: nobody is brought anywhere who does not want to be (WCAG 2.2.1).
 */
const SECONDS = 10;
const SECOND_MS = 1_000;

export class TenSeconds {
  #left = $state.raw<number | undefined>(SECONDS);
  readonly #timer: ReturnType<typeof setInterval>;

  constructor({ over, visible }: { readonly over: () => void; readonly visible: () => boolean }) {
    this.#timer = setInterval(() => {
      if (this.#left === undefined || !visible()) return;
      this.#left -= 1;
      if (this.#left > 0) return;
      this.stop();
      over();
    }, SECOND_MS);
  }

  /** `undefined`: stopped. */
  get left(): number | undefined {
    return this.#left;
  }

  readonly stop = (): void => {
    clearInterval(this.#timer);
    this.#left = undefined;
  };
}
