import type { Attachment } from 'svelte/attachments';

type Wish = 'help' | 'more-time';

/**
 * A press takes its own button away, and what it has led to appears elsewhere: the focus goes there, and brings
 * it into sight. A panel that was opened later takes no focus.
 */
export class AfterPress {
  #wish: Wish | undefined;

  /** To be called when it is pressed. */
  note(wish: Wish): void {
    this.#wish = wish;
  }

  /** For what appears then. */
  focus(wish: Wish): Attachment<HTMLElement> {
    return (element) => {
      if (this.#wish !== wish) return;
      this.#wish = undefined;
      element.focus();
    };
  }
}
