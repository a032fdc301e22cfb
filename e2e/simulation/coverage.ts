import { endings } from './script';
import { dialectValues } from './random-dialect';
import { operations } from './operations/all';

/** Situation → how often it occurred. */
export type Tally = Record<string, number>;

export function count(tally: Tally, situation: string, times = 1): void {
  tally[situation] = (tally[situation] ?? 0) + times;
}

export function add(tally: Tally, more: Tally): void {
  for (const [situation, times] of Object.entries(more)) count(tally, situation, times);
}

export const inPhase = (operation: string, phase: string): string => `${operation} @ ${phase}`;
/** Of whoever has two windows. */
export const besideAnother = (screen: string): string => `${screen} in one of two windows`;
export const inWindow = (window: number): string => `in window ${String(window + 1)} of two`;
export const inDialect = (name: string, value: unknown): string => `${name} = ${String(value)}`;
export const endingBy = (ending: string): string => `ending: ${ending}`;

/** On which something is pressed; “loading” is over before anybody could. */
const screens = new Set(operations.flatMap((operation) => operation.screens));
screens.delete('loading');

/** What a long run must have come to at least once. */
export const situations: readonly string[] = [
  ...operations.flatMap(({ name, phases }) => phases.map((phase) => inPhase(name, phase))),
  ...[...screens].map(besideAnother),
  ...[0, 1].map(inWindow),
  ...Object.entries(dialectValues).flatMap(([name, values]) =>
    values.map((value) => inDialect(name, value)),
  ),
  ...endings.map(endingBy),
];

export const neverOccurred = (tally: Tally): readonly string[] =>
  situations.filter((situation) => (tally[situation] ?? 0) === 0);
