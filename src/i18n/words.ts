/**
 * Words for components: `$t('room.task')`, `$t('room.full', { room })`. Keys are checked by the
 * compiler against the reference locale; arguments by `catalogue.test.ts`.
 */
import { _, locale } from 'svelte-i18n';
import { derived, type Readable } from 'svelte/store';
import type reference from '../../locales/en.json';

export type MessageKey = keyof typeof reference;
export type MessageValues = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

export const t: Readable<Translate> = derived(
  _,
  ($format): Translate =>
    (key, values) =>
      values === undefined ? $format(key) : $format(key, { values }),
);

/** The language in use, for `Intl`. */
export const language: Readable<string> = derived(locale, ($locale) => $locale ?? 'en');
