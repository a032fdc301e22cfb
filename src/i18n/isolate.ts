/**
 * Names come from people. In a sentence, one that is written from right to left, or that holds signs
 * which turn the direction of text around, would drag along what stands beside it: the figures
 * behind it, or the end of the sentence. Such a name is put between signs that keep its direction to
 * itself; all others stay as they are.
 *
 * Source: Unicode Standard Annex 9, "Explicit Directional Isolates".
 */
const TURNS =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

const END = '\u2069';

export function isolated(text: string): string {
  if (!TURNS.test(text)) return text;
  let open = 0;
  // An end that nothing in the name has begun would end what we begin.
  const balanced = text.replace(/[\u2066-\u2069]/g, (sign) => {
    open += sign === END ? -1 : 1;
    if (open >= 0) return sign;
    open = 0;
    return '';
  });
  return `\u2068${balanced}${END.repeat(open + 1)}`;
}
