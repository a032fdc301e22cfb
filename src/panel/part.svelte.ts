import { loadWords, type WordFiles } from '../i18n/start';

/** A component of the panel that is a chunk of its own, with the words that it says. */
export class Part<Component> {
  readonly #fetch: () => Promise<{ readonly default: Component }>;
  readonly #words: WordFiles;
  #value = $state.raw<Component>();
  #fault = $state.raw<string>();
  #loading: Promise<void> | undefined;

  constructor(fetch: () => Promise<{ readonly default: Component }>, words: WordFiles) {
    this.#fetch = fetch;
    this.#words = words;
  }

  /** `undefined` until it is there; from then on it is shown without any wait. */
  get value(): Component | undefined {
    return this.#value;
  }

  /** Why it is not there, once that is known. Loading it again may help. */
  get fault(): string | undefined {
    return this.#fault;
  }

  /** Once, however often it is called. Never rejects. */
  load(): Promise<void> {
    return (this.#loading ??= this.#load());
  }

  async #load(): Promise<void> {
    try {
      const [loaded] = await Promise.all([this.#fetch(), loadWords(this.#words)]);
      this.#value = loaded.default;
      this.#fault = undefined;
    } catch (fault) {
      this.#loading = undefined;
      this.#fault = String(fault);
    }
  }
}
