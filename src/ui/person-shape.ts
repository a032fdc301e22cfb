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

/** "AK" for Ana Kim, "A" for Ana; the first two signs of a name written without blanks in kanji. */
export function initials(name: string): string {
  const words = name.trim().split(BLANKS);
  const first = (word: string | undefined): string => [...(word ?? '')][0] ?? '';
  if (words.length > 1) return (first(words[0]) + first(words.at(-1))).toLocaleUpperCase();
  const isHan = /^\p{Script=Han}/u.test(name);
  return isHan ? [...name].slice(0, 2).join('') : first(words[0]).toLocaleUpperCase();
}
