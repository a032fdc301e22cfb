import { isolated } from './isolate';

/**
 * The part of ICU MessageFormat that notifications need: `{name}`, and
 * `{n, plural, =0 {…} one {# minute} other {# minutes}}` whose branches may hold `{name}` and `#`.
 * No quoting, no nesting of plurals. It exists because the background may not carry a full
 * formatter (12 KiB in all); a test compares it with `intl-messageformat` on every text.
 */
const PLURAL = /\{(\w+), plural, ((?:=?\w+ \{(?:[^{}]|\{\w+\})*\} ?)+)\}/g;
const BRANCH = /(=?\w+) \{((?:[^{}]|\{\w+\})*)\}/g;

export type Values = Readonly<Record<string, string | number>>;

export function formatSubset(pattern: string, values: Values, locale: string): string {
  return pattern
    .replace(PLURAL, (_, name: string, branches: string) =>
      chooseBranch(branches, Number(values[name]), locale),
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => isolated(String(values[name] ?? '')));
}

function chooseBranch(branches: string, count: number, locale: string): string {
  const texts = new Map(
    [...branches.matchAll(BRANCH)].map(([, selector = '', text = '']) => [selector, text]),
  );
  if (made?.locale !== locale) made = makeRules(locale);
  const category = made.plurals.select(count);
  const text = texts.get(`=${count}`) ?? texts.get(category) ?? texts.get('other') ?? '';
  return text.replaceAll('#', made.numbers.format(count));
}

/** Making them takes far longer than using them; a page with hundreds of rows needs one language. */
let made: ReturnType<typeof makeRules> | undefined;

const makeRules = (locale: string) => ({
  locale,
  plurals: new Intl.PluralRules(locale),
  numbers: new Intl.NumberFormat(locale),
});
