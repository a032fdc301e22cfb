import { loadWords } from '../i18n/start';

/** A component of a page that is a chunk of its own, with the words that it says. */
export class Part<Component> {
  readonly #fetch: () => Promise<{ readonly default: Component }>;
  readonly #name: string;
  #value = $state.raw<Component>();
  #fault = $state.raw<string>();
  #loading: Promise<void> | undefined;

  /** @param name of the component, by which the build finds its words */
  constructor(name: string, fetch: () => Promise<{ readonly default: Component }>) {
    this.#fetch = fetch;
    this.#name = name;
  }

  /** `undefined` until it is there; from then on it is shown without any wait. */
  get value(): Component | undefined {
    return this.#value;
  }

  /** For what is not waited for: as `value`, and asks for it. Not again and again if that fails. */
  get wanted(): Component | undefined {
    if (this.#fault === undefined) void this.load();
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
      const [loaded] = await Promise.all([this.#fetch(), loadWords(this.#name)]);
      this.#value = loaded.default;
      this.#fault = undefined;
    } catch (fault) {
      this.#loading = undefined;
      this.#fault = String(fault);
    }
  }
}
