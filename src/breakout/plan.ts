import type { Epoch, FrameId, Millis, RoomId, UserId } from './ids';
import type { Message } from './message';

/** More rooms than this fit neither the records nor anybody's screen. */
export const MAX_ROOMS = 100;

/** The most that can be said of one room. */
export const MAX_PLACES = 999;

/** A breakout without an end of its own runs until a facilitator brings everyone back. */
export type Length = Millis | 'none';

export interface Room {
  readonly id: RoomId;
  readonly name: string;
  /** The name is one that the app has given: nobody has said that it is to be called so. */
  readonly named: 'by-app' | 'by-hand';
  /** What room and frame were last called alike; `undefined`: they never were. */
  readonly title: string | undefined;
  /** Rooms are listed by ascending order, then id. */
  readonly order: number;
  /** Index into the ten room colours; the same from invitation to frame. */
  readonly hue: number;
  readonly frame: FrameId | undefined;
  /** Who ordered a frame of its own that is still to be made: by that user's leading background. */
  readonly wantsFrame: UserId | undefined;
  /** The room's own task; when empty, the plan's task for all rooms counts. */
  readonly task: string;
  /** Where this room's people talk: see `call-link.ts`. */
  readonly link: string | undefined;
  /** At most so many people; `undefined`: as many as come. */
  readonly places: number | undefined;
  /** Its people stay, and nobody is added but by a facilitator's hand. */
  readonly locked: boolean;
}

export interface Facilitator {
  readonly user: UserId;
  readonly name: string;
  /** Position in the list; the conductor is replaced in this order. */
  readonly order: number;
  /** [S6] Wants a seat like everyone else. */
  readonly seated?: boolean;
}

export function isFacilitator({ facilitators }: Pick<Plan, 'facilitators'>, user: UserId): boolean {
  return facilitators.some((each) => each.user === user);
}

export interface Settings {
  /** Show Miro's board timer as a display while open, where the plan allows. */
  readonly boardTimer: boolean;
  /** Countdown between "bring everyone back" (or the deadline) and the end of the sessions. */
  readonly closingMs: Millis;
  /** The frame everyone returns to; `undefined`: to where they were. */
  readonly plenary: FrameId | undefined;
  /** `bring`: the invitation says yes by itself after ten seconds, unless the person stops it. */
  readonly asking: 'ask' | 'bring';
  /** `chosen`: nobody is given a room; everyone is asked which one they want. */
  readonly seating: 'given' | 'chosen';
  /** Whoever comes after the opening gets the smallest room, waits for a facilitator, or chooses. */
  readonly late: 'smallest' | 'wait' | 'choose';
  /** The journal says who was where; without, how many were in each room. */
  readonly names: boolean;
}

/** What facilitators have answered to a call for help; `call` names which call. */
export interface HelpVerdict {
  readonly call: number;
  readonly verdict: 'coming' | 'cannot' | 'done';
  readonly by: UserId;
  readonly byName: string;
}

/** Digests of the plan and seats that the starter saw. The conductor opens when it holds both. */
export interface OpenOrder {
  readonly by: UserId;
  readonly byName: string;
  readonly planDigest: string;
  readonly seatsDigest: string;
}

/**
 * What facilitators want of one epoch. Its registers carry the epoch in their path, so two starts
 * are one start and an old "end" changes nothing.
 */
export interface Wanted {
  /**
   * `closing` asks for the countdown, `closed` cuts it short. Back from `closing` to `open` is an
   * extension or a cancelled countdown, accepted until the first session has been ended.
   */
  readonly phase: 'none' | 'open' | 'closing' | 'closed';
  readonly order: OpenOrder | undefined;
  /** Total length since the opening, pauses not counted: the same button pressed twice adds once. */
  readonly length: Length;
  readonly paused: boolean;
  /** Name of the facilitator who last changed length or pause, for "Ana added 5 minutes". */
  readonly changedBy: string | undefined;
  readonly help: ReadonlyMap<UserId, HelpVerdict>;
}

/** Intent: what facilitators want. Decoded from the merged record `plan`. */
export interface Plan {
  /** In listing order; removed rooms are not in it. */
  readonly rooms: readonly Room[];
  /** Rooms removed in this generation: a seat in one of them is no seat. */
  readonly removed: ReadonlySet<RoomId>;
  /** Rooms that are being closed while others stay open, with the epoch this is about. */
  readonly closing: ReadonlyMap<RoomId, Epoch>;
  /** The task for every room without its own. */
  readonly task: string;
  /** Length proposed for the next breakout. */
  readonly length: Length;
  /** [S5] They stay in the room they sit in, however people are divided. */
  readonly pinned: ReadonlySet<UserId>;
  /** In list order. */
  readonly facilitators: readonly Facilitator[];
  readonly settings: Settings;
  /** The greatest epoch that somebody began to prepare; edits of seats go to that epoch's record. */
  readonly prepared: Epoch;
  /** How often "Try again" was pressed: with each, every background tries at once what it put off. */
  readonly tries: number;
  /** Of all breakouts, in the order in which they were sent. */
  readonly messages: readonly Message[];
  readonly wanted: (epoch: Epoch) => Wanted;
}
