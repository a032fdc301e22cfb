/** What somebody chooses of the rooms: a wish in their own record, which the conductor grants. */
import { areChosen, choiceIn, choiceState } from '../../breakout/choosing';
import type { RoomId } from '../../breakout/ids';
import type { ChoiceAnswer } from '../../breakout/person';
import { personEdits } from '../../records/person';
import type { Snapshot } from '../snapshot';
import { activeRun } from '../stage';
import { noEdits, type Edits } from './edits';

/** [S10] Of whoever has no seat, or wants another one. */
export function chooseRoom(snapshot: Snapshot, room: RoomId): Edits {
  const { seatsOf, me, plan } = snapshot;
  const run = activeRun(snapshot.run);
  if (run?.phase !== 'open' || !areChosen(plan)) return noEdits;
  const seat = seatsOf(run.epoch).get(me.id);
  return choice(snapshot, { kind: 'room', room, seat: seat?.ask ?? 0 });
}

export const declineRooms = (snapshot: Snapshot, kind: 'later' | 'never'): Edits =>
  choice(snapshot, { kind });

function choice(snapshot: Snapshot, answer: ChoiceAnswer): Edits {
  const { plan, seatsOf, me, people } = snapshot;
  const run = activeRun(snapshot.run);
  if (run === undefined) return noEdits;
  const person = people.get(me.id);
  const state = choiceState({ plan, seats: seatsOf(run.epoch), run }, me.id, person);
  const ask = state?.at === 'open' ? state.question.ask : (choiceIn(person, run.epoch)?.ask ?? 1);
  return { person: personEdits.set({ choice: { epoch: run.epoch, ask, ...answer } }) };
}
