import { play, type Outcome } from './play';
import type { Act, Script } from './script';

/**
 * Leaves out as many acts as possible while the same kind of thing stays broken (delta debugging:
 * halves, then quarters, down to single acts).
 */
export async function shrink(script: Script): Promise<Outcome> {
  let least = await play(script);
  const kinds = kindsOf(least);
  if (kinds.size === 0) return least;
  for (const part of ['after', 'before'] as const) {
    for (let size = least.script[part].length; size >= 1; size = Math.floor(size / 2)) {
      for (let from = 0; from < least.script[part].length;) {
        const tried = await play({
          ...least.script,
          [part]: without(least.script[part], from, size),
        });
        if ([...kindsOf(tried)].some((kind) => kinds.has(kind))) least = tried;
        else from += size;
      }
    }
  }
  return least;
}

/** Time goes on as before: the act after those left out comes when it came. */
function without(acts: readonly Act[], from: number, size: number): readonly Act[] {
  const gone = acts.slice(from, from + size);
  const goneMs = gone.reduce((sum, { afterMs }) => sum + afterMs, 0);
  const [next, ...rest] = acts.slice(from + size);
  const later = next === undefined ? [] : [{ ...next, afterMs: next.afterMs + goneMs }, ...rest];
  return [...acts.slice(0, from), ...later];
}

/** By their rule: “[I3]”. Otherwise one fault is soon exchanged for another. */
function kindsOf({ broken }: Outcome): ReadonlySet<string> {
  return new Set(broken.map((sentence) => sentence.split(' ', 1)[0] ?? ''));
}
