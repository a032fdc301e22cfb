import { dictionary, locale } from 'svelte-i18n';
import { get } from 'svelte/store';
import { chooseLocale, type Locale } from './locales';
import { language } from './words';

/** What a page can say at once, each language as a chunk of its own (`words-in-use.ts`). */
const first: Readonly<Record<Locale, () => Promise<WordFile>>> = {
  en: () => import('../../locales/en.json'),
  fr: () => import('../../locales/fr.json'),
  de: () => import('../../locales/de.json'),
  es: () => import('../../locales/es.json'),
  ja: () => import('../../locales/ja.json'),
  'pt-BR': () => import('../../locales/pt-BR.json'),
};

/** A file of one language's words, as a chunk. */
export interface WordFile {
  readonly default: Readonly<Record<string, string>>;
}

/** What one part of a page can say, in each language, by the file's name: what `import.meta.glob` gives. */
export type WordFiles = Readonly<Record<string, () => Promise<WordFile>>>;

/**
 * Loads the words of the chosen language. Await it before mounting anything; it also sets the
 * page's `lang`. @throws when the locale's file cannot be loaded
 */
export async function startI18n(boardLocale: string | undefined): Promise<void> {
  const chosen = chooseLocale(boardLocale, navigator.languages);
  addWords(chosen, await first[chosen]());
  await locale.set(chosen);
}

/** Adds words in the language that was chosen. @throws when they cannot be loaded */
export async function loadWords(files: WordFiles): Promise<void> {
  const chosen = chooseLocale(language(), []);
  const load = Object.entries(files).find(([name]) => name.endsWith(`/${chosen}.json`))?.[1];
  if (load === undefined) throw new Error(`There are no words in ${chosen}.`);
  addWords(chosen, await load());
}

function addWords(chosen: Locale, { default: words }: WordFile): void {
  dictionary.set({ [chosen]: { ...get(dictionary)[chosen], ...words } });
}
