import type { MyRoom, PrepareView, RoomView } from '../../../live/views';

/** The room as the first of its people sees it: with the others. */
export function seenRoom({ id, name, hue, task, link, people }: RoomView): MyRoom {
  const others = people.slice(1).map((person) => ({ name: person.name, state: person.state }));
  return { id, name, hue, task, link, others };
}

/** Who invites: whoever looks at this. */
export function inviter({ facilitators }: PrepareView): string {
  return facilitators.find(({ me }) => me)?.name ?? '';
}
