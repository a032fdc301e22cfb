import { dictionary, locale } from 'svelte-i18n';
import { get } from 'svelte/store';
import { chooseLocale, type Locale } from './locales';

type Words = Readonly<Record<string, string>>;

/** What a page can say at once, each language as a chunk of its own (`words-in-use.ts`). */
const languages = {
  en: () => import('../../locales/en.json?page'),
  fr: () => import('../../locales/fr.json?page'),
  de: () => import('../../locales/de.json?page'),
  es: () => import('../../locales/es.json?page'),
  ja: () => import('../../locales/ja.json?page'),
  'pt-BR': () => import('../../locales/pt-BR.json?page'),
} as const satisfies Record<Locale, unknown>;

let chosen: Locale = 'en';

/**
 * Loads the words of the chosen language. Await it before mounting anything; it also sets the
 * page's `lang`. @throws when the locale's file cannot be loaded
 */
export async function startI18n(boardLocale: string | undefined): Promise<void> {
  chosen = chooseLocale(boardLocale, navigator.languages);
  addWords((await languages[chosen]()).default);
  await locale.set(chosen);
}

/**
 * Adds what a part of the page can say beside that. Without a build everything is there at once.
 * @throws when the words cannot be loaded
 */
export async function loadWords(part: string): Promise<void> {
  const { parts } = await languages[chosen]();
  const load = parts[part];
  if (load !== undefined) addWords((await load()).default);
}

function addWords(words: Words): void {
  dictionary.set({ [chosen]: { ...get(dictionary)[chosen], ...words } });
}
