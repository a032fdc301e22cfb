import { grantedChoices, type ChoosingView } from './choosing';
import { isOpenCall, verdictOn } from './help';
import type { UserId } from './ids';
import { asksForMore } from './more-time';
import type { Person } from './person';
import type { Plan } from './plan';

export type AwaitingView = Omit<ChoosingView, 'plan'> & {
  readonly plan: ChoosingView['plan'] & Pick<Plan, 'wanted'>;
};

/**
 * What others are to answer in somebody's own record, and have not yet as far as is known here: a room
 * that can be theirs and is not, a call for help, more time. Equal as long as it is the same; `undefined`: nothing.
 */
export function awaitedBy(
  view: AwaitingView,
  me: UserId,
  person: Pick<Person, 'choice' | 'help' | 'moreTime' | 'at'>,
): string | undefined {
  const { run, plan } = view;
  if (run.phase !== 'open' && run.phase !== 'closing') return undefined;
  const room = grantedChoices(view, new Map([[me, person]])).get(me);
  if (room !== undefined) return `room ${room} ${String(person.choice?.ask)}`;
  const { help } = person;
  if (isOpenCall(help, run.epoch)) {
    const verdict = verdictOn(help, plan.wanted(run.epoch).help.get(me));
    if (verdict === undefined) return `help ${String(help.call)}`;
  }
  const more = asksForMore(person, plan, run.epoch);
  return more && `more than ${String(more.length)}`;
}
