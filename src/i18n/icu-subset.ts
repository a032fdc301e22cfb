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
  const category = new Intl.PluralRules(locale).select(count);
  const text = texts.get(`=${count}`) ?? texts.get(category) ?? texts.get('other') ?? '';
  return text.replaceAll('#', new Intl.NumberFormat(locale).format(count));
}
