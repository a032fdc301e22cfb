import { dictionary, locale } from 'svelte-i18n';
import { get } from 'svelte/store';
import { chooseLocale, type Locale } from './locales';
import { language } from './words';

type Words = Readonly<Record<string, string>>;
type Loaders = Readonly<Record<Locale, () => Promise<{ readonly default: Words }>>>;

/** What a page can say at once, each language as a chunk of its own (`words-in-use.ts`). */
const first: Loaders = {
  en: () => import('../../locales/en.json'),
  fr: () => import('../../locales/fr.json'),
  de: () => import('../../locales/de.json'),
  es: () => import('../../locales/es.json'),
  ja: () => import('../../locales/ja.json'),
  'pt-BR': () => import('../../locales/pt-BR.json'),
};

/** What it can say when more of it has been loaded. Without a build both are everything. */
const later: Loaders = {
  en: () => import('../../locales/en.json?later'),
  fr: () => import('../../locales/fr.json?later'),
  de: () => import('../../locales/de.json?later'),
  es: () => import('../../locales/es.json?later'),
  ja: () => import('../../locales/ja.json?later'),
  'pt-BR': () => import('../../locales/pt-BR.json?later'),
};

/**
 * Loads the words of the chosen language. Await it before mounting anything; it also sets the
 * page's `lang`. @throws when the locale's file cannot be loaded
 */
export async function startI18n(boardLocale: string | undefined): Promise<void> {
  const chosen = chooseLocale(boardLocale, navigator.languages);
  addWords(chosen, await first[chosen]());
  await locale.set(chosen);
}

/** Loads the words of all that is not there from the start. @throws when they cannot be loaded */
export async function loadMoreWords(): Promise<void> {
  const chosen = chooseLocale(language(), []);
  addWords(chosen, await later[chosen]());
}

function addWords(chosen: Locale, { default: words }: { readonly default: Words }): void {
  dictionary.set({ [chosen]: { ...get(dictionary)[chosen], ...words } });
}
