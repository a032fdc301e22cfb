/**
 * What the conductor has Miro do: the difference between what is wanted and what is there. Pure;
 * every step may be repeated after a crash. The run record itself moves in `phases.ts`.
 */
import { areChosen, grantedChoices } from './choosing';
import {
  closingSteps,
  isClosing,
  lastingRooms,
  leftRooms,
  type ClosingStep,
} from './closing-rooms';
import type { FrameId, Millis, RoomId, SessionId, UserId } from './ids';
import type { Person } from './person';
import { limitsOf, unlockedRooms } from './places';
import type { Plan, Room } from './plan';
import { guestPlace, type Run } from './run';
import type { Seats } from './seats';
import { seatArrivals, type Arrived, type Expected } from './roster/expected';
import { seatCounts, standingFacilitators, unseated } from './seated';
import { readTag } from './session-tag';

/** Sessions started at a time. */
const AT_ONCE = 8;
/** People without the app are invited natively this long after the opening … */
export const NATIVE_AFTER_MS: Millis = 5_000;
/** … when they have been seen online for so long (an app may still be loading). */
export const NATIVE_ONLINE_MS: Millis = 15_000;
/**
 * … and people with the app whom their own window has not asked: late enough for a push that was
 * lost on the way there or back to be noticed, since two windows at once would be worse than none.
 */
const UNASKED_MS: Millis = 45_000;

export interface ListedSession {
  readonly id: SessionId;
  readonly description: string;
  readonly starter: UserId;
}

export interface ConductorView {
  readonly me: UserId;
  readonly plan: Plan;
  readonly seats: Seats;
  /** Who is on a list and has not come yet. */
  readonly expected: readonly Expected[];
  readonly nameOf: (user: UserId) => string;
  readonly run: Run;
  /** Sessions of our app as Miro lists them; `undefined`: not known yet. */
  readonly sessions: readonly ListedSession[] | undefined;
  /** Who is in which session, as far as events and look-ups told. */
  readonly members: ReadonlyMap<SessionId, ReadonlySet<UserId>>;
  readonly people: ReadonlyMap<UserId, Person>;
  /** Since when (in the conductor's clock) each user has been seen online. */
  readonly online: ReadonlyMap<UserId, Millis>;
  readonly now: Millis;
  /** What the board timer can do for us; `unknown`: not asked yet. */
  readonly timer: 'unknown' | 'available' | 'unavailable';
}

export type ConductorStep =
  | ({ readonly do: 'seat' } & Arrived)
  | { readonly do: 'adopt'; readonly room: RoomId; readonly session: SessionId }
  | { readonly do: 'start'; readonly room: Room }
  | { readonly do: 'end'; readonly session: SessionId; readonly room: RoomId | undefined }
  | { readonly do: 'lost'; readonly room: RoomId }
  | { readonly do: 'drop'; readonly room: RoomId }
  | ClosingStep
  | {
      readonly do: 'invite';
      readonly room: RoomId;
      readonly session: SessionId;
      readonly users: readonly { readonly user: UserId; readonly ask: number }[];
    }
  | {
      readonly do: 'bring';
      readonly user: UserId;
      /** `undefined`: to the plenary. */
      readonly room: RoomId | undefined;
      /** `undefined`: the room has no frame; the guest is in all the same. */
      readonly frame: FrameId | undefined;
    }
  | {
      readonly do: 'timer';
      /** `undefined`: stop ours. */
      readonly endsAt: Millis | undefined;
    }
  | { readonly do: 'no-timer' };

/** Names a step for back-off and for "one at a time". */
export function stepKey(step: ConductorStep): string {
  switch (step.do) {
    case 'seat':
    case 'timer':
    case 'no-timer':
      return step.do;
    case 'start':
      return `start ${step.room.id}`;
    case 'adopt':
    case 'lost':
    case 'drop':
    case 'close-room':
    case 'keep-room':
    case 'remove-room':
      return `${step.do} ${step.room}`;
    case 'invite':
      return `invite ${step.session}`;
    case 'end':
      return `end ${step.session}`;
    case 'bring':
      return `bring ${step.user} ${step.room ?? ''}`;
  }
}

export function conductorSteps(view: ConductorView): ConductorStep[] {
  switch (view.run.phase) {
    case 'opening':
      // The starter seated everyone before ordering; whose seats are late gets them in time.
      return view.now < view.run.opensAt ? [] : seatEveryone(view);
    case 'open':
    case 'closing':
      return [
        ...seatEveryone(view),
        ...(view.run.phase === 'open' ? closingSteps(view) : []),
        ...rooms(view),
        ...strays(view),
        ...(view.run.phase === 'open' ? invitations(view) : []),
        ...boardTimer(view),
      ];
    case 'ending':
      return [...farewells(view), ...endings(view), ...boardTimer(view)];
    case 'closed':
      return [...endings(view), ...boardTimer(view)];
  }
}

/** Online people who take part: everybody but the facilitators who want no seat. */
export function participants(plan: Pick<Plan, 'facilitators'>, online: Iterable<UserId>): UserId[] {
  const standing = standingFacilitators(plan);
  return [...online].filter((user) => !standing.has(user));
}

/**
 * [S3] [L5] As the list says, else in the smallest room by people present; nobody seated is moved.
 * [S8] Where people wait or choose, only those who cannot: [R5] whose room is being closed, and who
 * has no app to choose with. [S10] With them go the wishes that can be granted.
 */
function seatEveryone(view: ConductorView): ConductorStep[] {
  const { plan, seats, online, expected, nameOf, run, people } = view;
  const present = participants(plan, online.keys());
  const gone = new Set([...plan.removed, ...leftRooms(view)]);
  const newcomers = unseated(present, seats, gone);
  const counts = seatCounts(seats, present);
  const open = new Set(unlockedRooms(plan.rooms));
  const arrivals = seatArrivals({
    newcomers,
    isGiven: (user) => seats.has(user) || isGivenSeat(view, user),
    nameOf,
    expected,
    rooms: lastingRooms(plan, run.epoch).filter((room) => open.has(room)),
    countOf: (room) => counts.get(room) ?? 0,
    most: limitsOf(plan.rooms),
  });
  const wishes = grantedChoices({ plan, seats, run }, people);
  const given = new Map([...arrivals.seats, ...wishes]);
  return given.size === 0 ? [] : [{ do: 'seat', seats: given, arrived: arrivals.arrived }];
}

/** [S8] Whether somebody without a seat is given one. */
function isGivenSeat(view: ConductorView, user: UserId): boolean {
  const { plan, run, people, online, now } = view;
  if (run.phase === 'opening') return plan.settings.seating === 'given';
  if (areChosen(plan)) {
    const withApp = people.get(user)?.here === true;
    const here = now >= (online.get(user) ?? now) + NATIVE_ONLINE_MS;
    return !withApp && here && now >= run.openedAt + NATIVE_ONLINE_MS;
  }
  return plan.settings.late === 'smallest';
}

/** [R1] Ten rooms to open are the difference between a plan of ten rooms and a board without sessions. */
function rooms({ plan, run, sessions }: ConductorView): ConductorStep[] {
  if (sessions === undefined) return [];
  const listed = new Set(sessions.map(({ id }) => id));
  const steps: ConductorStep[] = [];
  let starting = 0;
  for (const room of plan.rooms) {
    const known = run.rooms.get(room.id);
    if (known?.session !== undefined) {
      if (!listed.has(known.session)) steps.push({ do: 'lost', room: room.id });
      continue;
    }
    if (isClosing(plan, room.id, run.epoch)) continue;
    const found = adoptable(room.id, run, plan, sessions);
    if (found !== undefined) steps.push({ do: 'adopt', room: room.id, session: found });
    else if (starting++ < AT_ONCE) steps.push({ do: 'start', room });
  }
  for (const [room, { session }] of run.rooms) {
    if (plan.rooms.some(({ id }) => id === room)) continue;
    if (session !== undefined && listed.has(session)) steps.push({ do: 'end', session, room });
    else steps.push({ do: 'drop', room });
  }
  return steps;
}

/** [R2] Of several sessions for one room, the least id is adopted by whoever looks. */
function adoptable(
  room: RoomId,
  run: Run,
  plan: Plan,
  sessions: readonly ListedSession[],
): SessionId | undefined {
  return sessions
    .filter(({ description, starter }) => {
      const tag = readTag(description);
      const ours = plan.facilitators.some(({ user }) => user === starter);
      return tag?.epoch === run.epoch && tag.room === room && ours;
    })
    .map(({ id }) => id)
    .sort()[0];
}

/** [R3] Sessions `me` started that the run does not list: doubles, and what an earlier crash left. */
export function straysOf(
  me: UserId,
  sessions: readonly ListedSession[],
  { run, plan }: Pick<ConductorView, 'run' | 'plan'>,
): SessionId[] {
  const listed = new Set([...run.rooms.values()].map(({ session }) => session));
  return sessions
    .filter(({ id, starter, description }) => {
      if (starter !== me || listed.has(id)) return false;
      const tag = readTag(description);
      const room = tag?.epoch === run.epoch ? run.rooms.get(tag.room) : undefined;
      // Not while the room has none: it will adopt this one.
      const awaited =
        tag?.epoch === run.epoch &&
        room?.session === undefined &&
        plan.rooms.some(({ id: known }) => known === tag.room);
      return !awaited;
    })
    .map(({ id }) => id);
}

function strays(view: ConductorView): ConductorStep[] {
  const ids = straysOf(view.me, view.sessions ?? [], view);
  return ids.map((session) => ({ do: 'end', session, room: undefined }));
}

/** [G1] People without the app: invited natively, then shown their frame when they have joined. */
function invitations(view: ConductorView): ConductorStep[] {
  const { run, plan, seats, people, online, now, members } = view;
  if (now < run.openedAt + NATIVE_AFTER_MS) return [];
  const steps: ConductorStep[] = [];
  const inviting = new Map<RoomId, { user: UserId; ask: number }[]>();
  for (const user of participants(plan, online.keys())) {
    const seat = seats.get(user);
    const person = people.get(user);
    if (seat === undefined || person?.asked?.epoch === run.epoch) continue;
    const onlineSince = online.get(user) ?? now;
    if (now < onlineSince + NATIVE_ONLINE_MS) continue;
    if (person?.here === true && now < Math.max(run.openedAt, onlineSince) + UNASKED_MS) continue;
    const room = plan.rooms.find(({ id }) => id === seat.room);
    const session = room === undefined ? undefined : run.rooms.get(room.id)?.session;
    if (room === undefined || session === undefined) continue;
    const guest = run.guests.get(user);
    const current = guest?.room === seat.room && guest.ask === seat.ask;
    if (members.get(session)?.has(user) === true) {
      if (!current || guest.state !== 'in') {
        steps.push({ do: 'bring', user, room: room.id, frame: room.frame });
      }
    } else if (!current) {
      inviting.set(room.id, [...(inviting.get(room.id) ?? []), { user, ask: seat.ask }]);
    }
  }
  for (const [room, users] of inviting) {
    const session = run.rooms.get(room)?.session;
    if (session !== undefined) steps.push({ do: 'invite', room, session, users });
  }
  return steps;
}

/** [G2] Those without the app are shown the plenary frame while we still may move their view. */
function farewells({ run, plan, online }: ConductorView): ConductorStep[] {
  const frame = plan.settings.plenary;
  if (frame === undefined) return [];
  return [...run.guests]
    .filter(([user, guest]) => guestPlace(guest) !== undefined && online.has(user))
    .map(([user]) => ({ do: 'bring', user, room: undefined, frame }));
}

/** [H6] Everything that is ours is ended, adopted or not. */
function endings({ me, run, sessions, plan }: ConductorView): ConductorStep[] {
  const mine = new Map<SessionId, RoomId>();
  for (const [room, { session }] of run.rooms) if (session !== undefined) mine.set(session, room);
  return (sessions ?? [])
    .filter(
      ({ id, starter }) =>
        mine.has(id) || starter === me || plan.facilitators.some(({ user }) => user === starter),
    )
    .map(({ id }) => ({ do: 'end', session: id, room: mine.get(id) }));
}

/**
 * [T5] A display only: follows our deadline; whose timer it is, the executor finds out. That there
 * is none in the plan is noted once per epoch.
 */
function boardTimer({ plan, run, timer, now }: ConductorView): ConductorStep[] {
  const wanted = plan.settings.boardTimer && run.phase === 'open' && run.deadlineAt !== undefined;
  const noted = run.failures.some(({ step }) => step === 'timer');
  if (wanted && timer === 'unavailable' && !noted) return [{ do: 'no-timer' }];
  const shown = plan.settings.boardTimer && run.phase === 'open' && timer === 'available';
  const endsAt =
    shown && run.deadlineAt !== undefined && run.deadlineAt > now ? run.deadlineAt : undefined;
  return endsAt === run.timerEndsAt ? [] : [{ do: 'timer', endsAt }];
}
