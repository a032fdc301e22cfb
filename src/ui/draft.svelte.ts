/**
 * Text that is being typed over a stored value. It is written after 150 ms of quiet, on leaving the
 * field and before the page goes (before-it-goes.ts), and it is never replaced by what arrives
 * meanwhile.
 */
const QUIET_MS = 150;
/** After leaving the field the typed text stays on screen until the stored one can have followed. */
const SETTLE_MS = 1000;

export interface DraftOptions {
  /** The stored text, read again whenever it is shown. */
  readonly stored: () => string;
  readonly write: (text: string) => void;
  /** What may be written: a room must have a name. Anything by default. */
  readonly accepts?: (text: string) => boolean;
}

export class Draft {
  #options: DraftOptions;
  #typed = $state.raw<string>();
  /** What the store held when the field was entered, for `revert`. */
  #before: string | undefined;
  #written: string | undefined;
  #composing = false;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #settle: ReturnType<typeof setTimeout> | undefined;

  constructor(options: DraftOptions) {
    this.#options = options;
  }

  get text(): string {
    return this.#typed ?? this.#options.stored();
  }

  /** The field has the focus: from now on its text is the person's. */
  begin(): void {
    clearTimeout(this.#settle);
    this.#before = this.#options.stored();
    this.#typed ??= this.#before;
    this.#written = this.#before;
  }

  type(text: string): void {
    this.#typed = text;
    clearTimeout(this.#quiet);
    if (!this.#composing) this.#quiet = setTimeout(() => this.flush(), QUIET_MS);
  }

  /** Input methods show half-made syllables; they are not written. */
  compose(composing: boolean): void {
    this.#composing = composing;
    if (!composing) this.type(this.text);
  }

  /** Writes what has been typed, if it differs and is acceptable. Cheap to call at any time. */
  flush(): void {
    clearTimeout(this.#quiet);
    const text = this.#typed;
    if (text === undefined || text === this.#written) return;
    if (this.#options.accepts?.(text) === false) return;
    this.#written = text;
    this.#options.write(text);
  }

  /** The field has lost the focus, or is going away. */
  end(): void {
    this.flush();
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => (this.#typed = undefined), SETTLE_MS);
  }

  /** What was typed has been used otherwise; it is not written any more. */
  forget(): void {
    clearTimeout(this.#quiet);
    this.#typed = undefined;
  }

  /** Escape: back to the text the field was entered with. */
  revert(): void {
    if (this.#before === undefined) return;
    this.#typed = this.#before;
    this.flush();
  }
}
