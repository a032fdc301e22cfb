/** Keyboard movement in a list with one tab stop: menus and the people of a room. */

/** Letters typed within this time are one search. Unit: milliseconds. */
export const SEARCH_PAUSE_MS = 600;

export interface ListKeys {
  /**
   * The index to focus after `key`, or `undefined` when the key is none of the list's. `at` is −1
   * when nothing in the list has the focus.
   */
  next(key: string, at: number, labels: readonly string[]): number | undefined;
}

export function listKeys(now: () => number = () => performance.now()): ListKeys {
  let typed = '';
  let typedAt = -Infinity;

  const search = (letter: string, at: number, labels: readonly string[]): number | undefined => {
    const fresh = now() - typedAt > SEARCH_PAUSE_MS;
    typedAt = now();
    typed = (fresh ? '' : typed) + letter.toLocaleLowerCase();
    // A longer search stays on the item that already fits; the first letter moves on to the next.
    const from = typed.length === 1 ? at + 1 : Math.max(0, at);
    const order = labels.map((_, step) => (from + step) % labels.length);
    return order.find((index) => labels[index]?.toLocaleLowerCase().startsWith(typed));
  };

  return {
    next(key, at, labels) {
      const count = labels.length;
      if (count === 0) return undefined;
      switch (key) {
        case 'ArrowDown':
          return (at + 1) % count;
        case 'ArrowUp':
          return at <= 0 ? count - 1 : at - 1;
        case 'Home':
          return 0;
        case 'End':
          return count - 1;
      }
      return [...key].length === 1 && key !== ' ' ? search(key, at, labels) : undefined;
    },
  };
}
