/** The languages that Miro supports, as BCP 47 tags, and how one of them is chosen. */
export const LOCALES = ['en', 'fr', 'de', 'es', 'ja', 'pt-BR'] as const;
export type Locale = (typeof LOCALES)[number];

/** The reference: every other locale has exactly its keys and arguments. */
export const REFERENCE: Locale = 'en';

/**
 * The board's locale (`getInfo().locale`, written `ja_JP`, `pt_BR`), else the first of the
 * browser's languages that there is, else English. A regional variant counts as its language.
 */
export function chooseLocale(
  boardLocale: string | undefined,
  browserLanguages: readonly string[],
): Locale {
  for (const wish of [boardLocale, ...browserLanguages]) {
    const found = wish === undefined ? undefined : supported(wish);
    if (found !== undefined) return found;
  }
  return REFERENCE;
}

function supported(wish: string): Locale | undefined {
  const tag = wish.replace('_', '-').toLowerCase();
  const language = tag.split('-')[0];
  return (
    LOCALES.find((locale) => locale.toLowerCase() === tag) ??
    LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language)
  );
}
