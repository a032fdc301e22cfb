import type { WorldApi, WorldClock } from './api';

type Listener = Parameters<WorldApi['onChange']>[0];

/** Tells whoever draws the board what changed, at most once per turn of the event loop. */
export interface Changes {
  item(id: string): void;
  tab(id: string): void;
  board(): void;
  listen(listener: Listener): () => void;
}

export function createChanges(clock: WorldClock): Changes {
  const listeners = new Set<Listener>();
  let items = new Set<string>();
  let tabs = new Set<string>();
  let board = false;
  let scheduled = false;

  function tell(): void {
    const change = { items, tabs, board };
    items = new Set();
    tabs = new Set();
    board = false;
    scheduled = false;
    for (const listener of [...listeners]) listener(change);
  }
  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    clock.after(0, tell);
  }
  /** Nobody looks in most simulations, so nothing is collected then. */
  const note = (mark: () => void): void => {
    if (listeners.size === 0) return;
    mark();
    schedule();
  };

  return {
    item: (id) => note(() => items.add(id)),
    tab: (id) => note(() => tabs.add(id)),
    board: () =>
      note(() => {
        board = true;
      }),
    listen(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
