/** Which of many people a facilitator looks for: by name, and by what they are doing. */
import { nameSearch, type NameTest } from '../../breakout/roster/name-search';
import type { PersonState, PersonView } from '../../live/views';

/** States as a facilitator asks for them. */
export type StateGroup = 'in' | 'waiting' | 'not-now' | 'away' | 'without-app';

const GROUPS: Readonly<Record<PersonState, StateGroup>> = {
  waiting: 'waiting',
  ready: 'waiting',
  asked: 'waiting',
  in: 'in',
  'not-now': 'not-now',
  declined: 'not-now',
  left: 'not-now',
  away: 'away',
  'native-invited': 'waiting',
  'native-in': 'in',
  'native-no': 'not-now',
  'without-app': 'without-app',
};

export const STATE_GROUPS: readonly StateGroup[] = [
  'in',
  'waiting',
  'not-now',
  'away',
  'without-app',
];

export const groupOf = ({ state }: PersonView): StateGroup => GROUPS[state];

export interface Filter {
  readonly typed: string;
  readonly group: StateGroup | 'everyone';
}

/** Remembers how names are taken apart, so that a keystroke costs little. */
export function peopleFilter(): (filter: Filter) => (person: PersonView) => boolean {
  const finder = nameSearch();
  return ({ typed, group }) => {
    const isMeant: NameTest = finder(typed);
    return (person) => (group === 'everyone' || groupOf(person) === group) && isMeant(person.name);
  };
}
