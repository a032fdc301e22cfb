/**
 * Words for components: `t('in-room.task')`, `t('modal.invites', { name })`. Keys are checked by the
 * compiler against the reference locale; arguments by `catalogue.test.ts`.
 *
 * Plain functions and not stores: a page has one language, chosen before anything is mounted
 * (`startI18n`), and sixty components that subscribe to a store would weigh more than their words.
 */
import { format, locale, unwrapFunctionStore } from 'svelte-i18n';
import { get } from 'svelte/store';
import type reference from '../../locales/en.json';

export type MessageKey = keyof typeof reference;
export type MessageValues = Record<string, string | number>;
export type Translate = (key: MessageKey, values?: MessageValues) => string;

const formatted = unwrapFunctionStore(format);

export const t: Translate = (key, values) =>
  values === undefined ? formatted(key) : formatted(key, { values });

/** The language in use, for `Intl`. */
export const language = (): string => get(locale) ?? 'en';
