/**
 * [J5] Of a breakout of which only numbers are kept, nothing names or describes anybody once it is
 * over. What stands in people's own records is decided here, for whoever removes it.
 */
import type { Epoch } from './ids';
import type { Person } from './person';
import { isFacilitator } from './plan';
import type { Run } from './run';

/** As a change of one's record: `undefined` takes a value back. */
export type Traces = { readonly [Part in keyof Person]?: undefined };

/** Steps that put a question to somebody: what became of them tells of a room, and whose window it was. */
const ASKING = new Set(['ask', 'choose', 'tell', 'take', 'join', 'arrive']);

/** Whether people's names are not to be stored now: until the next breakout opens. */
export function isForgotten(run: Run | undefined): run is Run {
  return run !== undefined && run.phase === 'closed' && run.journal.keeps === 'counts';
}

/** A facilitator is named by the role as well; where they look at rooms is their own affair. */
export const isNamed = isFacilitator;

/**
 * What is to go. Where somebody was and is to be brought back to stays as long as it is needed:
 * the attendant forgets it.
 */
export function traces(person: Person, epoch: Epoch, named: boolean): Traces {
  const of = (value: { readonly epoch: Epoch } | undefined): boolean =>
    value !== undefined && value.epoch <= epoch;
  const { asked, answer, was, choice, choosing, help, heard, read, moreTime, ready } = person;
  return {
    ...(person.name !== '' && !named ? { name: undefined } : {}),
    ...(of(asked) ? { asked: undefined } : {}),
    ...(of(answer) ? { answer: undefined } : {}),
    ...(of(was) ? { was: undefined } : {}),
    ...(of(choice) ? { choice: undefined } : {}),
    ...(of(choosing) ? { choosing: undefined } : {}),
    ...(of(help) ? { help: undefined } : {}),
    ...(of(heard) ? { heard: undefined } : {}),
    ...(of(read) ? { read: undefined } : {}),
    ...(of(moreTime) ? { moreTime: undefined } : {}),
    // "I'm ready" may be for the next round already.
    ...(ready !== undefined && ready <= epoch ? { ready: undefined } : {}),
    ...(person.visiting !== undefined && !named ? { visiting: undefined } : {}),
    ...(person.draft === undefined ? {} : { draft: undefined }),
    ...(of(person.list) ? { list: undefined } : {}),
    ...(isAboutAsking(person.problem) ? { problem: undefined } : {}),
  };
}

/** Of somebody who has been away since, and is not going to be brought back any more. */
export function placeTraces({ at, home }: Person): Traces {
  return {
    ...(at === undefined ? {} : { at: undefined }),
    ...(home === undefined ? {} : { home: undefined }),
  };
}

export function isAny(found: Traces): boolean {
  return Object.keys(found).length > 0;
}

function isAboutAsking(problem: Person['problem']): boolean {
  return problem !== undefined && ASKING.has(problem.step.split(' ')[0] ?? '');
}
