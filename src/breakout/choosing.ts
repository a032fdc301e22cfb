/**
 * Rooms that people choose for themselves: who chooses, what is still to be had, and who gets it.
 * Rules S8–S11 of docs/spec.md. A choice is a wish; the seat that the conductor gives is the fact,
 * so whoever comes too late for the last place sees the same as everybody else.
 */
import { isClosing } from './closing-rooms';
import { nextNumber } from './counter';
import type { RoomId, UserId } from './ids';
import { nextAsk } from './next-ask';
import type { Choice, ChoiceQuestion, Person, Question } from './person';
import type { Plan, Room } from './plan';
import type { Run } from './run';
import { standingFacilitators, unseated } from './seated';
import type { Seats } from './seats';

export interface ChoosingView {
  readonly plan: Pick<Plan, 'rooms' | 'closing' | 'removed' | 'facilitators' | 'settings'>;
  readonly seats: Seats;
  readonly run: Pick<Run, 'epoch' | 'phase'>;
}

export type ChoiceState =
  /** Is to be asked. `lost`: the room that they chose and did not get. */
  | { readonly at: 'open'; readonly question: ChoiceQuestion; readonly lost: RoomId | undefined }
  | { readonly at: 'declined'; readonly said: 'later' | 'never'; readonly ask: number }
  /** Has chosen, and waits for the conductor. */
  | { readonly at: 'waiting'; readonly room: RoomId; readonly ask: number };

/** Whether those without a seat are to choose, instead of being given one. */
export function areChosen({ settings }: Pick<Plan, 'settings'>): boolean {
  return settings.seating === 'chosen' || settings.late === 'choose';
}

/** [S8] `undefined`: has a seat, is a facilitator, or nobody chooses now. */
export function choiceState(
  { plan, seats, run }: ChoosingView,
  user: UserId,
  person: Person | undefined,
): ChoiceState | undefined {
  if (run.phase !== 'open' || !areChosen(plan)) return undefined;
  if (standingFacilitators(plan).has(user)) return undefined;
  if (unseated([user], seats, plan.removed).length === 0) return undefined;
  const choice = choiceIn(person, run.epoch);
  if (choice === undefined) {
    return { at: 'open', question: { epoch: run.epoch, ask: 1 }, lost: undefined };
  }
  const { ask } = choice;
  if (choice.kind !== 'room') return { at: 'declined', said: choice.kind, ask };
  const room = roomOf(plan, choice.room);
  if (room !== undefined && mayBeChosen({ plan, seats, run }, room, user)) {
    return { at: 'waiting', room: room.id, ask };
  }
  return { at: 'open', question: { epoch: run.epoch, ask: nextNumber(ask) }, lost: choice.room };
}

/** [S9] Neither locked nor being closed, with a place left, or with the place that `user` has. */
export function mayBeChosen(
  { plan, seats, run }: ChoosingView,
  room: Room,
  user: UserId | undefined,
): boolean {
  if (room.locked || isClosing(plan, room.id, run.epoch)) return false;
  if (user !== undefined && seats.get(user)?.room === room.id) return true;
  return placesLeft(room, seats) !== 0;
}

/**
 * [S9] Places go by seats, so that whoever is away or has left for a while finds theirs free;
 * `undefined`: as many as come.
 */
export function placesLeft(room: Pick<Room, 'id' | 'places'>, seats: Seats): number | undefined {
  if (room.places === undefined) return undefined;
  let taken = 0;
  for (const seat of seats.values()) if (seat.room === room.id) taken++;
  return Math.max(0, room.places - taken);
}

/**
 * [S10] The seats that wishes earn: one by one, by the order of the users' ids, as long as there are
 * places. A wish is about the seat that its writer saw, so none is granted twice, nor against a
 * facilitator who has seated the person since.
 */
export function grantedChoices(
  view: ChoosingView,
  people: ReadonlyMap<UserId, Pick<Person, 'choice'>>,
): ReadonlyMap<UserId, RoomId> {
  const granted = new Map<UserId, RoomId>();
  if (view.run.phase !== 'open' || !areChosen(view.plan)) return granted;
  const seats = new Map(view.seats);
  const standing = standingFacilitators(view.plan);
  for (const user of [...people.keys()].sort()) {
    const wish = choiceIn(people.get(user), view.run.epoch);
    if (wish?.kind !== 'room') continue;
    const seat = seats.get(user);
    if (wish.seat !== (seat?.ask ?? 0) || seat?.room === wish.room) continue;
    if (standing.has(user)) continue;
    const room = roomOf(view.plan, wish.room);
    if (room === undefined || !mayBeChosen({ ...view, seats }, room, user)) continue;
    seats.set(user, { room: room.id, ask: nextNumber(wish.seat) });
    granted.set(user, room.id);
  }
  return granted;
}

/** [S10] The question of a seat that its owner has wished for is answered already: the next one after the wish. */
export function isWishedFor(question: Question, person: Person | undefined): boolean {
  const { epoch, room, ask } = question;
  const wish = choiceIn(person, epoch);
  if (wish?.kind !== 'room' || wish.room !== room) return false;
  return nextAsk({ epoch, seat: { room, ask: wish.seat }, person, guest: undefined }) === ask;
}

/**
 * [S10] Of whoever is to be asked about a seat that they were given since their wish: it is not to be taken
 * for a wish for the seat after that.
 */
export function isOverruled(question: Question, person: Person): boolean {
  const wish = choiceIn(person, question.epoch);
  return wish?.kind === 'room' && wish.seat < question.ask;
}

/** [I6] Wishes of other epochs count for nothing. */
export function choiceIn(
  person: Pick<Person, 'choice'> | undefined,
  epoch: number,
): Choice | undefined {
  return person?.choice?.epoch === epoch ? person.choice : undefined;
}

/** What was chosen when this was asked, or when it was asked again since. */
export function choiceOf(
  person: Pick<Person, 'choice'> | undefined,
  { epoch, ask }: ChoiceQuestion,
): Choice | undefined {
  const known = choiceIn(person, epoch);
  return known !== undefined && known.ask >= ask ? known : undefined;
}

export function sameChoice(a: ChoiceQuestion | undefined, b: ChoiceQuestion | undefined): boolean {
  return a?.epoch === b?.epoch && a?.ask === b?.ask;
}

const roomOf = ({ rooms }: Pick<Plan, 'rooms'>, id: RoomId): Room | undefined =>
  rooms.find((room) => room.id === id);
