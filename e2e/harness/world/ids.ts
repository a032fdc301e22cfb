/** Ids that look like Miro's and depend on nothing but the injected randomness. */
export interface Ids {
  /** Digits beyond 2^53, like Miro's users and items: whoever parses one gets a different number. */
  digits(): string;
  hex(): string;
  /** Readable, for tabs and slots. */
  named(kind: string): string;
}

export function createIds(random: () => number): Ids {
  let count = 0;
  const given = new Set<string>();
  const fresh = (make: () => string): string => {
    for (;;) {
      const id = make();
      if (given.has(id)) continue;
      given.add(id);
      return id;
    }
  };
  const pick = (alphabet: string, length: number): string =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  return {
    digits: () => fresh(() => `34587645${pick('0123456789', 11)}`),
    hex: () => fresh(() => pick('0123456789abcdef', 24)),
    named: (kind) => `${kind}-${(count += 1)}`,
  };
}
