/**
 * Stands in for `intl-messageformat` under svelte-i18n (an alias in `vite.config.ts`): our texts
 * use only arguments and plurals, and the complete formatter with its parser would be a quarter of
 * all the panel may weigh. `catalogue.test.ts` compares every text with the original.
 */
import { formatSubset, type Values } from './icu-subset';

export class IntlMessageFormat {
  #message: string;
  #locale: string;

  constructor(message: string, locale: string) {
    this.#message = message;
    this.#locale = locale;
  }

  /** svelte-i18n asks whether a locale is well-formed. @throws {RangeError} when it is not */
  static resolveLocale(locale: string): string {
    return Intl.getCanonicalLocales(locale)[0] ?? locale;
  }

  format(values: Values): string {
    return formatSubset(this.#message, values, this.#locale);
  }
}
