import { grantedChoices, type ChoosingView } from './choosing';
import { isOpenCall, verdictOn } from './help';
import type { UserId } from './ids';
import type { Person } from './person';
import type { Plan } from './plan';

export type AwaitingView = Omit<ChoosingView, 'plan'> & {
  readonly plan: ChoosingView['plan'] & Pick<Plan, 'wanted'>;
};

/**
 * What others are to answer in somebody's own record, and have not yet as far as is known here: a room
 * that can be theirs and is not, a call for help. Equal as long as it is the same; `undefined`: nothing.
 */
export function awaitedBy(
  view: AwaitingView,
  me: UserId,
  person: Pick<Person, 'choice' | 'help'>,
): string | undefined {
  const { run, plan } = view;
  if (run.phase !== 'open' && run.phase !== 'closing') return undefined;
  const room = grantedChoices(view, new Map([[me, person]])).get(me);
  if (room !== undefined) return `room ${room} ${String(person.choice?.ask)}`;
  const { help } = person;
  if (!isOpenCall(help, run.epoch)) return undefined;
  const verdict = verdictOn(help, plan.wanted(run.epoch).help.get(me));
  return verdict === undefined ? `help ${String(help.call)}` : undefined;
}
