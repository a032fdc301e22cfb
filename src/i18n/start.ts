import { dictionary, locale } from 'svelte-i18n';
import { chooseLocale, type Locale } from './locales';

type Words = Readonly<Record<string, string>>;

/** Each language is a chunk of its own, with the words that the page can say (`words-in-use.ts`). */
const loaders: Readonly<Record<Locale, () => Promise<{ readonly default: Words }>>> = {
  en: () => import('../../locales/en.json'),
  fr: () => import('../../locales/fr.json'),
  de: () => import('../../locales/de.json'),
  es: () => import('../../locales/es.json'),
  ja: () => import('../../locales/ja.json'),
  'pt-BR': () => import('../../locales/pt-BR.json'),
};

/**
 * Loads the words of the chosen language. Await it before mounting anything; it also sets the
 * page's `lang`. @throws when the locale's file cannot be loaded
 */
export async function startI18n(boardLocale: string | undefined): Promise<void> {
  const chosen = chooseLocale(boardLocale, navigator.languages);
  const words = await loaders[chosen]();
  dictionary.set({ [chosen]: { ...words.default } });
  await locale.set(chosen);
}
