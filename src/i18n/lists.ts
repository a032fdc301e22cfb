import type { Translate } from './words';

/** More names than this and the last ones become a number. */
const NAMES_SHOWN = 3;

/** "Gia", "Gia and Hugo", "Gia, Hugo and 4 others", in the rules of the language. */
export function listOfNames(names: readonly string[], language: string, t: Translate): string {
  const shown =
    names.length <= NAMES_SHOWN
      ? names
      : [
          ...names.slice(0, NAMES_SHOWN - 1),
          t('people.others', { count: names.length - NAMES_SHOWN + 1 }),
        ];
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(shown);
}

/** The time of day, as short as the language has it: "10:34 AM", "10:34". */
export function timeOfDay(at: number, language: string): string {
  return new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }).format(at);
}
