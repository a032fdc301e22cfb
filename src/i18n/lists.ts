import { language, t } from './words';

/** More names than this and the last ones become a number. */
const NAMES_SHOWN = 3;

/** "Gia", "Gia and Hugo", "Gia, Hugo and 4 others", in the rules and manners of the language; "" for nobody. */
export function listOfNames(people: readonly { readonly name: string }[]): string {
  const names = people.map(({ name }) => t('people.listed', { name }));
  const shown =
    names.length <= NAMES_SHOWN
      ? names
      : [
          ...names.slice(0, NAMES_SHOWN - 1),
          t('people.others', { count: names.length - NAMES_SHOWN + 1 }),
        ];
  return listOf(shown);
}

/** In the manner of the language: "one, two and three". */
export function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(words);
}
