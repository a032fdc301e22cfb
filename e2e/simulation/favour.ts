/**
 * What seldom comes about by chance: every tenth play favours one of the situations that a long run must
 * have come to, each in its turn. There, what leads to it is done more often, and it itself when it can be;
 * once it has been, little follows.
 */
import { operations } from './operations/all';
import type { Operation } from './operations/operation';
import type { Phase } from './scene';

export interface Favour {
  readonly operation: Operation;
  readonly phase: Phase;
}

/** So many plays for one: these are twice as dear as others. */
export const FAVOURED_EVERY = 10;
/** So many acts at most after what was favoured: what comes of it shows by then. */
export const ACTS_AFTERWARDS = 6;
/** Weights, beside the others' 1 each, some fifty together. */
const ITSELF = 120;
const LEADS_THERE = 40;
/** Done already, but perhaps by somebody else. */
const ONCE_MORE = 12;
const ON_THE_WAY = 12;
/** Not to be over before its phase comes. */
const TOO_EARLY = 0.1;

const favours: readonly Favour[] = operations.flatMap((operation) =>
  operation.phases.map((phase) => ({ operation, phase })),
);

export const favourOf = (seed: number): Favour | undefined =>
  seed % FAVOURED_EVERY === 0 ? favours[(seed / FAVOURED_EVERY) % favours.length] : undefined;

/** What is done in a phase so that a later one comes. */
const onward: Partial<Record<Phase, { readonly by: string; readonly to: readonly Phase[] }>> = {
  prepare: { by: 'opens', to: ['opening'] },
  open: { by: 'brings everyone back', to: ['closing', 'ending', 'after'] },
  closing: { by: 'closes now', to: ['ending', 'after'] },
};

/** The weight of `operation` in a play that favours this. @param done what has been done in it so far */
export function weightFor(
  favour: Favour,
  { name, weight }: Operation,
  { phase, done }: { readonly phase: Phase; readonly done: ReadonlySet<string> },
): number {
  if (name === favour.operation.name) return phase === favour.phase ? ITSELF : weight * TOO_EARLY;
  const way = onward[phase];
  if (favour.operation.after.includes(name)) return done.has(name) ? ONCE_MORE : LEADS_THERE;
  return name === way?.by && way.to.includes(favour.phase) ? ON_THE_WAY : weight;
}
