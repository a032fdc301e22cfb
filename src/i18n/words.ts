/**
 * Words for components: `t('in-room.task')`, `t('modal.invites', { name })`. Keys are checked by the
 * compiler against the reference locale; arguments by `catalogue.test.ts`.
 *
 * Plain functions and not stores: a page has one language, chosen before anything is mounted
 * (`startI18n`), and sixty components that subscribe to a store would weigh more than their words.
 * Of svelte-i18n we use the dictionary and the locale. Its formatter would be a quarter of all that
 * the panel may weigh, for texts that need arguments and plurals only: `icu-subset.ts` does those.
 */
import { dictionary, locale } from 'svelte-i18n';
import { get } from 'svelte/store';
import type reference from '../../locales/en.json';
import { formatSubset } from './icu-subset';

export type MessageKey = keyof typeof reference;
export type MessageValues = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

export const t: Translate = (key, values = {}) => {
  const text = get(dictionary)[language()]?.[key];
  // A word that is missing is seen and searched for by its key.
  return typeof text === 'string' ? formatSubset(text, values, language()) : key;
};

/** The language in use, for `Intl`. */
export const language = (): string => get(locale) ?? 'en';
