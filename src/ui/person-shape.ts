import type { PersonState } from '../live/views';

/** A person's state as a shape, so that it never depends on colour alone. */
export type Shape = 'full' | 'hollow' | 'half' | 'dashed' | 'crossed';

const SHAPES: Readonly<Record<PersonState, Shape>> = {
  waiting: 'hollow',
  ready: 'full',
  asked: 'hollow',
  in: 'full',
  'not-now': 'crossed',
  declined: 'crossed',
  left: 'crossed',
  away: 'dashed',
  'native-invited': 'half',
  'native-in': 'full',
  'native-no': 'crossed',
  'without-app': 'half',
};

export const shapeOf = (state: PersonState): Shape => SHAPES[state];

const BLANKS = /\s+/;

/** Scripts whose one sign is as wide, and tells as much, as two letters. */
const WIDE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** "AK" for Ana Kim, "A" for Ana, "山" for 山田 太郎. */
export function initials(name: string): string {
  const words = name.trim().split(BLANKS);
  const first = (word: string | undefined): string => [...(word ?? '')][0] ?? '';
  const last = words.length > 1 && !WIDE.test(name) ? words.at(-1) : undefined;
  return (first(words[0]) + first(last)).toLocaleUpperCase();
}
