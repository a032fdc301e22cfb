import type { CallFailure, FailureView } from './api';
import { sentences } from './sentences';

interface Call {
  readonly user: string;
  readonly command: string;
  readonly priced: boolean;
  /** Of the storage, if it is about one. */
  readonly key: unknown;
}

/** Makes the k-th call fail, for every k that a test likes to try. */
export interface Failures {
  add(rule: CallFailure): void;
  clear(): void;
  view(): readonly FailureView[];
  /** @throws when a rule says so */
  check(call: Call): void;
}

/** @param changed told whenever `view` would say something else */
export function createFailures(changed: () => void): Failures {
  let rules: { readonly rule: CallFailure; seen: number; failed: number }[] = [];

  const matches = (rule: CallFailure, call: Call): boolean =>
    (rule.user === undefined || rule.user === call.user) &&
    (rule.command === undefined || rule.command === call.command) &&
    (rule.only !== 'priced' || call.priced) &&
    (rule.key === undefined || (typeof call.key === 'string' && call.key.startsWith(rule.key)));

  return {
    add(rule) {
      rules.push({ rule, seen: 0, failed: 0 });
      changed();
    },
    clear() {
      rules = [];
      changed();
    },
    view: () => rules.map(({ rule, failed }) => ({ ...rule, failed })),
    check(call) {
      for (const entry of rules) {
        const { rule } = entry;
        if (!matches(rule, call)) continue;
        entry.seen += 1;
        const isDue = rule.forEver ? entry.seen >= rule.nth : entry.seen === rule.nth;
        if (!isDue) continue;
        entry.failed += 1;
        changed();
        throw new Error(rule.message ?? sentences.told());
      }
    },
  };
}
