import type { Epoch, Millis, RoomId, SessionId, TabId, UserId } from './ids';
import type { ChunkRef, Keeps } from './journal';
import type { Length } from './plan';

export type RunPhase = 'opening' | 'open' | 'closing' | 'ending' | 'closed';

/** Why a step did not work, as a closed set; `detail` is Miro's own sentence, shown as text. */
export interface Problem {
  readonly reason:
    | 'sessions-taken'
    | 'forbidden'
    | 'rate-limited'
    | 'timer-unavailable'
    | 'not-found'
    | 'offline'
    | 'cannot-end'
    | 'not-loaded'
    /** `detail` is the name of whose window it is. */
    | 'window-taken'
    | 'unknown';
  readonly detail: string;
  readonly at: Millis;
}

export interface RunRoom {
  /** `undefined` while starting, or when the room works without a session (see `problem`). */
  readonly session: SessionId | undefined;
  readonly problem: Problem | undefined;
  /** It is being closed: whoever is still in then is no longer. */
  readonly closesAt?: Millis | undefined;
}

/** Somebody without the app, whom the conductor invites and moves by Miro's own means. */
export interface NativeGuest {
  readonly room: RoomId;
  readonly ask: number;
  readonly state: 'invited' | 'in' | 'declined' | 'no-answer' | 'left' | 'shown';
  /** The other room that they are still in: they have been asked to move from it to `room`. */
  readonly at?: RoomId | undefined;
  /** Has been in a room in this breakout; said only where nothing else says it. */
  readonly came?: true | undefined;
  /** Was still in a room at the end, and could not be shown the plenary frame. */
  readonly stayed?: true | undefined;
}

/** The room that somebody without the app is in. */
export function guestPlace(guest: NativeGuest | undefined): RoomId | undefined {
  return guest?.state === 'in' ? guest.room : guest?.at;
}

const CAME: ReadonlySet<NativeGuest['state']> = new Set(['in', 'left', 'shown']);

/** [G4] Whether they were in a room at some time, whatever has become of them since. */
export function guestCame(guest: NativeGuest | undefined): boolean {
  if (guest === undefined) return false;
  return guest.came === true || guest.at !== undefined || CAME.has(guest.state);
}

/** Who came to a breakout, as far as is known of them. */
export interface Attendance {
  readonly tookPart: number;
  readonly neverJoined: number;
  /** Without the app: shown the plenary frame before their session ended. */
  readonly shown: number;
  /** Without the app: still in a room when it ended, and not shown the way back. */
  readonly stayed: number;
}

/** A problem that is not one room's: the board timer, a guest who could not be moved. */
export interface Failure {
  /** `sessions`: Miro does not say which sessions there are, or who is in them. */
  readonly step: 'timer' | 'invite' | 'bring' | 'seats' | 'end' | 'journal' | 'sessions';
  readonly room: RoomId | undefined;
  readonly problem: Problem;
}

/**
 * Fact: what has been done. One writer, the conductor. Every time in it is in the conductor's
 * clock, that of `clock`; see `breakout/clock.ts` for what others make of it.
 */
export interface Run {
  readonly epoch: Epoch;
  readonly term: number;
  /** Grows with every write of one term: of two runs the greater (term, seq) is the newer. */
  readonly seq: number;
  /** Whose clock the times are in. */
  readonly clock: { readonly user: UserId; readonly tab: TabId };
  readonly phase: RunPhase;
  readonly by: { readonly user: UserId; readonly name: string };
  /** The seats the rooms were opened with; attendants ask nobody before theirs match. */
  readonly seatsDigest: string;
  /** End of "Opening in 3…". */
  readonly opensAt: Millis;
  readonly openedAt: Millis;
  /** [H2] Opened by what the conductor had: not all that the starter saw had arrived. */
  readonly openedUnseen?: boolean | undefined;
  /** The wanted length that `deadlineAt` or `remainingMs` already accounts for. */
  readonly length: Length;
  /** `undefined` when paused or without a length. */
  readonly deadlineAt: Millis | undefined;
  /** Set while paused: what will be left on resuming. */
  readonly remainingMs: Millis | undefined;
  readonly paused: boolean;
  /** End of the closing countdown. */
  readonly closesAt: Millis | undefined;
  readonly closedAt: Millis | undefined;
  readonly rooms: ReadonlyMap<RoomId, RunRoom>;
  readonly guests: ReadonlyMap<UserId, NativeGuest>;
  /** The board timer we started, by the end it was given; `undefined`: none of ours runs. */
  readonly timerEndsAt: Millis | undefined;
  readonly failures: readonly Failure[];
  /** Sticky notes that have been made in each room's frame since the opening; without one: none. */
  readonly notes: ReadonlyMap<RoomId, number>;
  /** What is noted of this epoch, and where: the keys of its chunks, in order. */
  readonly journal: { readonly keeps: Keeps; readonly chunks: readonly ChunkRef[] };
  /** Counted once, when it was closed: what people do afterwards changes nothing of it. */
  readonly attended?: Attendance | undefined;
}

/** [H2] The last epoch whose rooms have opened: an opening that can still be cancelled is none yet. */
export function openedEpoch({ epoch, phase }: Pick<Run, 'epoch' | 'phase'>): Epoch {
  return phase === 'opening' ? epoch - 1 : epoch;
}

/** The one under way, else the one that is being prepared. */
export function currentEpoch(run: Pick<Run, 'epoch' | 'phase'> | undefined): Epoch {
  if (run === undefined) return 1;
  return run.phase === 'closed' ? run.epoch + 1 : run.epoch;
}

/** Names one version of the run: two that are equal are the same. What a beat says of it. */
export function runVersion({ term, seq }: Pick<Run, 'term' | 'seq'>): string {
  return `${String(term)}.${String(seq)}`;
}
