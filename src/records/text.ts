/** How long a name of a person or room may be, in what a reader calls a character. */
export const MAX_NAME = 80;
/** How long a task may be. */
export const MAX_TASK = 500;
/** How long a message may be. */
export const MAX_MESSAGE = 500;
/** How much of a pasted list is kept while it waits to be used: a hundred names with their rooms, and more. */
export const MAX_KEPT_LIST = 8_000;

/**
 * Control characters but for the tabs and line breaks people type, and what reverses the writing
 * direction of everything around it: a name must not rearrange the sentence that it stands in. Marks
 * that only say how the letters beside them run are left, for names in such scripts need them.
 */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/** What of a text may reach a screen. */
export function visible(text: string): string {
  return text.replace(UNSEEN, '');
}

const UNITS_PER_GRAPHEME = 4;
let graphemes: Intl.Segmenter | undefined;

/**
 * At most `longest` graphemes, and at most four times as many UTF-16 units: one grapheme may be
 * piled up from any number of accents.
 */
export function clip(text: string, longest: number): string {
  if (text.length <= longest) return text;
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  let clipped = '';
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    count += 1;
    if (count > longest || clipped.length + segment.length > longest * UNITS_PER_GRAPHEME) break;
    clipped += segment;
  }
  return clipped;
}
