import { nameParts } from './name-parts';

/** A name prepared once, to be compared often. */
export interface Parts {
  readonly parts: readonly string[];
  /** Without any gaps: names in Japanese are written with and without one. */
  readonly joined: string;
}

export function partsOf(name: string): Parts {
  const parts = nameParts(name);
  return { parts, joined: parts.join('') };
}

/**
 * Whether two names may well be one person's: all parts of the one occur in the other, where "A."
 * stands for a part that begins with it. At least one part has to agree in full.
 */
export function fits(a: Parts, b: Parts): boolean {
  if (a.parts.length === 0 || b.parts.length === 0) return false;
  if (a.joined === b.joined) return true;
  const [few, many] = a.parts.length <= b.parts.length ? [a, b] : [b, a];
  const rest = [...many.parts];
  const left = few.parts.filter((part) => !take(rest, (other) => other === part));
  if (left.length === few.parts.length) return false;
  return left.every((part) => take(rest, (other) => abbreviates(part, other)));
}

function abbreviates(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return [...short].length === 1 && long.startsWith(short);
}

function take(from: string[], wanted: (part: string) => boolean): boolean {
  const at = from.findIndex(wanted);
  if (at < 0) return false;
  from.splice(at, 1);
  return true;
}
