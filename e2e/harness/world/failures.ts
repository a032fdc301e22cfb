import type { CallFailure } from './api';
import { sentences } from './sentences';

interface Call {
  readonly user: string;
  readonly command: string;
  readonly priced: boolean;
}

/** Makes the k-th call fail, for every k that a test likes to try. */
export interface Failures {
  add(rule: CallFailure): void;
  clear(): void;
  /** @throws when a rule says so */
  check(call: Call): void;
}

export function createFailures(): Failures {
  let rules: { readonly rule: CallFailure; seen: number }[] = [];

  const matches = (rule: CallFailure, call: Call): boolean =>
    (rule.user === undefined || rule.user === call.user) &&
    (rule.command === undefined ? call.priced : rule.command === call.command);

  return {
    add(rule) {
      rules.push({ rule, seen: 0 });
    },
    clear() {
      rules = [];
    },
    check(call) {
      for (const entry of rules) {
        const { rule } = entry;
        if (!matches(rule, call)) continue;
        entry.seen += 1;
        const isDue = rule.forEver ? entry.seen >= rule.nth : entry.seen === rule.nth;
        if (isDue) throw new Error(rule.message ?? sentences.told());
      }
    },
  };
}
