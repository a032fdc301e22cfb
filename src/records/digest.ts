/** Two multipliers, so that the halves of the digest do not collide together; any odd numbers do. */
const STEPS = [0x0100_0193, 0x9e37_79b1] as const;

/**
 * A short name for a text: equal texts have equal digests, and two texts that people produce by
 * working on a board practically never do (64 bits). FNV-1a over UTF-16 units, twice. No protection
 * against forgery: anyone on the board may write any record anyway.
 */
export function digestOf(text: string): string {
  return STEPS.map((step) => {
    let hash = 0x811c_9dc5;
    for (let index = 0; index < text.length; index++) {
      hash = Math.imul(hash ^ text.charCodeAt(index), step);
    }
    return ((hash ^ (hash >>> 15)) >>> 0).toString(36);
  }).join('-');
}
