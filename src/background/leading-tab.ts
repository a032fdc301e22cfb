import type { TabId } from '../breakout/ids';
import { personEdits } from '../records/person';
import type { Held } from './held';
import type { Visibility } from './visibility';

/**
 * Of a user's tabs one acts: the one that claimed last. A tab claims when the user looks at it, at
 * load if it is visible or nobody else has claimed, when a due step is not begun elsewhere, and [C9] when
 * the tab that leads does not conduct as it should.
 */
export class LeadingTab {
  readonly #held: Held;
  readonly #tab: TabId;
  readonly #stop: () => void;

  constructor(deps: { readonly held: Held; readonly tab: TabId; readonly visibility: Visibility }) {
    const { held, tab, visibility } = deps;
    this.#held = held;
    this.#tab = tab;
    this.#stop = visibility.onChange(() => {
      if (visibility.visible()) this.claim();
    });
  }

  get leading(): boolean {
    return this.#held.person.value.lead === this.#tab;
  }

  /** At load, once the person record is known. */
  begin(visible: boolean): void {
    if (visible || this.#held.person.value.lead === undefined) this.claim();
  }

  claim(): void {
    if (!this.leading && this.#held.person.usable) {
      this.#held.person.edit(personEdits.set({ lead: this.#tab }));
    }
  }

  close(): void {
    this.#stop();
  }
}
