/** Each person's state as the facilitator sees it, and names. Rules V1–V3 of docs/spec.md. */
import type { Epoch, RoomId, UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { choiceIn } from '../breakout/choosing';
import { answerIn, placeIn } from '../breakout/question';
import { guestPlace, type NativeGuest } from '../breakout/run';
import { standingFacilitators } from '../breakout/seated';
import type { Seat } from '../breakout/seats';
import type { Snapshot } from './snapshot';
import { activeRun } from './stage';
import type { PersonState, PersonView } from './views';

/** `idle` before the opening and after the end; `closing` from the countdown until everyone is back. */
export type Moment = 'idle' | 'open' | 'closing';

export interface PersonFacts {
  readonly moment: Moment;
  readonly epoch: Epoch;
  readonly online: boolean;
  readonly person: Person | undefined;
  readonly guest: NativeGuest | undefined;
  readonly seat: Seat | undefined;
}

/**
 * [V1] The first row that applies. "Spoke": the own record shows a question or an answer of this
 * epoch, so the app acts for this person and Miro's own invitation does not matter any more.
 *
 * | moment        | online | record                               | guest              | state          |
 * |---------------|--------|--------------------------------------|--------------------|----------------|
 * | any           | no     |                                      |                    | away           |
 * | idle          | yes    | app not here                         |                    | without-app    |
 * | idle          | yes    | ready for this epoch                 |                    | ready          |
 * | idle          | yes    | here                                 |                    | waiting        |
 * | open, closing | yes    | at the seat's room                   |                    | in             |
 * | open, closing | yes    | did not speak                        | in, same room      | native-in      |
 * | closing       | yes    |                                      |                    | waiting (back) |
 * | open          | yes    | did not speak                        | invited            | native-invited |
 * | open          | yes    | did not speak                        | declined … left    | native-no      |
 * | open          | yes    | did not speak, app not here          | none               | without-app    |
 * | open          | yes    | "not this time", in this epoch       |                    | declined       |
 * | open          | yes    | left by hand, this very question     |                    | left           |
 * | open          | yes    | "not now" to this very question      |                    | not-now        |
 * | open          | yes    | the same about choosing a room       |                    | as above       |
 * | open          | yes    | anything else: asked, or on the way  |                    | asked          |
 *
 * "This very question" means that asking again, or a move, makes it `asked` once more.
 */
export function personState(facts: PersonFacts): PersonState {
  const { moment, epoch, person, seat } = facts;
  if (!facts.online) return 'away';
  if (moment === 'idle') {
    if (person?.here !== true) return 'without-app';
    return person.ready === epoch ? 'ready' : 'waiting';
  }
  const place = placeIn(person, epoch);
  if (place !== undefined && place.room === seat?.room) return 'in';

  const speaks = spoke(person, epoch);
  const guest = speaks ? undefined : guestOf(facts);
  if (guest?.state === 'in') return 'native-in';
  if (moment === 'closing') return 'waiting';
  if (guest !== undefined) return guest.state === 'invited' ? 'native-invited' : 'native-no';
  if (!speaks && person?.here !== true) return 'without-app';
  return answered(facts);
}

function spoke(person: Person | undefined, epoch: Epoch): boolean {
  return answerIn(person, epoch) !== undefined || person?.asked?.epoch === epoch;
}

/** What Miro's own invitation came to, if it was to this seat and not to an earlier one. */
function guestOf({ guest, seat }: PersonFacts): NativeGuest | undefined {
  if (guest === undefined || seat === undefined || guest.room !== seat.room) return undefined;
  return guest.state === 'in' || guest.ask >= seat.ask ? guest : undefined;
}

function answered({ person, epoch, seat }: PersonFacts): PersonState {
  const answer = answerIn(person, epoch);
  if (answer?.kind === 'never') return 'declined';
  const choice = seat === undefined ? choiceIn(person, epoch) : undefined;
  if (choice?.kind === 'later') return 'not-now';
  if (choice?.kind === 'never') return 'declined';
  if (answer === undefined || answer.room !== seat?.room || answer.ask !== seat.ask) return 'asked';
  if (answer.kind === 'later') return 'not-now';
  return answer.kind === 'left' ? 'left' : 'asked';
}

/** Those who are in their room, whichever way they came. */
export const isInside = (state: PersonState): boolean => state === 'in' || state === 'native-in';

/** Those who are expected to come in without anybody doing anything more. */
export const isOnTheWay = (state: PersonState): boolean =>
  state === 'asked' || state === 'native-invited';

/** Here, seated, in no room, and has not said no: the facilitator may want to ask once more. */
export function isAwaited({ stateOf, placeOf }: People, user: UserId, epoch: Epoch): boolean {
  const state = stateOf(user, epoch);
  if (!isOnTheWay(state) && state !== 'without-app') return false;
  return placeOf(user, epoch) === undefined;
}

/** The people of a snapshot, looked up once and asked about often. */
export interface People {
  readonly online: ReadonlySet<UserId>;
  readonly facilitators: ReadonlySet<UserId>;
  /** Online, and no facilitators unless those want a seat: those whom a split seats. In the order of their names. */
  readonly participants: readonly UserId[];
  readonly stateOf: (user: UserId, epoch: Epoch) => PersonState;
  readonly viewOf: (user: UserId, epoch: Epoch) => PersonView;
  /** The room that somebody is really in, whichever way they came and wherever their seat is. */
  readonly placeOf: (user: UserId, epoch: Epoch) => RoomId | undefined;
}

export function peopleOf(snapshot: Snapshot): People {
  const { run, people } = snapshot;
  const online = new Set(snapshot.online.map(({ id }) => id));
  const facilitators = new Set(snapshot.plan.facilitators.map(({ user }) => user));
  const standing = standingFacilitators(snapshot.plan);

  const stateOf = (user: UserId, epoch: Epoch): PersonState =>
    personState({
      moment: momentOf(snapshot, epoch),
      epoch,
      online: online.has(user),
      person: people.get(user),
      guest: run?.epoch === epoch ? run.guests.get(user) : undefined,
      seat: snapshot.seatsOf(epoch).get(user),
    });
  const viewOf = (user: UserId, epoch: Epoch): PersonView => ({
    id: user,
    name: nameOf(snapshot, user),
    state: stateOf(user, epoch),
    facilitator: facilitators.has(user),
    ...(snapshot.plan.pinned.has(user) ? { pinned: true } : {}),
  });
  const placeOf = (user: UserId, epoch: Epoch): RoomId | undefined => {
    const active = activeRun(run);
    if (active?.epoch !== epoch || !online.has(user)) return undefined;
    const person = people.get(user);
    const place = placeIn(person, epoch)?.room;
    return place ?? (spoke(person, epoch) ? undefined : guestPlace(active.guests.get(user)));
  };
  const participants = byName(
    snapshot,
    [...online].filter((user) => !standing.has(user)),
  );
  return { online, facilitators, participants, stateOf, viewOf, placeOf };
}

function momentOf({ run }: Snapshot, epoch: Epoch): Moment {
  const active = activeRun(run);
  if (active === undefined || active.epoch !== epoch || active.phase === 'opening') return 'idle';
  return active.phase === 'open' ? 'open' : 'closing';
}

/** [V2] As Miro shows it now, else as last seen, else as the person's own record has it; else empty. */
export function nameOf(snapshot: Snapshot, user: UserId): string {
  const { names, people, plan } = snapshot;
  const listed = plan.facilitators.find((facilitator) => facilitator.user === user);
  const candidates = [names.get(user), people.get(user)?.name, listed?.name];
  return candidates.find((name) => name !== undefined && name !== '') ?? '';
}

/** Listing order of people: by name, those without one last, then by id so that it never flickers. */
export function byName(snapshot: Snapshot, users: Iterable<UserId>): UserId[] {
  const named = [...users].map((user) => ({ user, name: nameOf(snapshot, user) }));
  named.sort((a, b) => {
    if ((a.name === '') !== (b.name === '')) return a.name === '' ? 1 : -1;
    return collator.compare(a.name, b.name) || (a.user < b.user ? -1 : 1);
  });
  return named.map(({ user }) => user);
}

/** Without a locale of its own: a list must not be in another order for another reader. */
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
