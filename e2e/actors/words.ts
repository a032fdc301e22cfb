import { readFileSync } from 'node:fs';
import { inRoot } from '../run/paths.js';

/** The tags of the languages that the app speaks, by Miro's names for them. */
export const languageTags = {
  en: 'en',
  fr: 'fr',
  de: 'de',
  es: 'es',
  ja_JP: 'ja',
  pt_BR: 'pt-BR',
} as const;

/** The app's words in one language, as its locale file has them. */
export function wordsOf(locale: keyof typeof languageTags): (key: string) => string {
  const file = inRoot(`locales/${languageTags[locale]}.json`);
  const words: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const entries = new Map(Object.entries(words ?? {}));
  return (key) => {
    const text: unknown = entries.get(key);
    if (typeof text !== 'string') throw new Error(`${file} has no ${key}.`);
    return text;
  };
}
