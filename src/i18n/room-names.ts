/** Names for new rooms in the language of the person who makes them, loaded when first needed. */
import { chooseLocale, type Locale } from './locales';

const loaders: Readonly<Record<Locale, () => Promise<{ readonly default: readonly string[] }>>> = {
  en: () => import('../../locales/room-names/en.json'),
  fr: () => import('../../locales/room-names/fr.json'),
  de: () => import('../../locales/room-names/de.json'),
  es: () => import('../../locales/room-names/es.json'),
  ja: () => import('../../locales/room-names/ja.json'),
  'pt-BR': () => import('../../locales/room-names/pt-BR.json'),
};

/** Times each name may be used: "Apple", "Apple 2" … More than anyone has rooms. */
const USES = 6;

/** At least two hundred different names, the plain ones first. @throws when the file cannot be loaded */
export async function roomNames(
  boardLocale: string | undefined,
  browserLanguages: readonly string[] = navigator.languages,
): Promise<readonly string[]> {
  const names = (await loaders[chooseLocale(boardLocale, browserLanguages)]()).default;
  const numbered = (use: number): readonly string[] =>
    use === 1 ? names : names.map((name) => `${name} ${use}`);
  return Array.from({ length: USES }, (_, at) => numbered(at + 1)).flat();
}
