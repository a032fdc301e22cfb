/** What the conductor looks at to know what Miro is to do, and what it may have it do: conductor-steps.ts. */
import type { FrameId, Millis, RoomId, SessionId, UserId } from './ids';
import type { Person } from './person';
import type { Plan, Room } from './plan';
import type { Arrived, Expected } from './roster/expected';
import type { Run } from './run';
import type { Seats } from './seats';

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

export type ClosingStep =
  | { readonly do: 'close-room'; readonly room: RoomId }
  | { readonly do: 'keep-room'; readonly room: RoomId }
  | { readonly do: 'remove-room'; readonly room: RoomId };

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
