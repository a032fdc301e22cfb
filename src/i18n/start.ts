import { init, register, waitLocale } from 'svelte-i18n';
import { chooseLocale, REFERENCE, type Locale } from './locales';

/** Each locale is a chunk of its own; a session loads one, or two if it is not complete. */
const loaders: Readonly<Record<Locale, () => Promise<unknown>>> = {
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
  const locale = chooseLocale(boardLocale, navigator.languages);
  register(locale, loaders[locale]);
  await init({ initialLocale: locale, fallbackLocale: REFERENCE });
  await waitLocale(locale);
}
