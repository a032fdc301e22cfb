/** What one user's background looks at to know what to do next, and what it may do: attendant-step.ts. */
import type { ChoiceQuestion, Person, Question, Viewport } from './person';
import type { FrameId, Millis, RoomId, SessionId, TabId, UserId } from './ids';
import type { Plan } from './plan';
import type { Run } from './run';
import type { Seats } from './seats';
import type { Telling } from './showing';
import type { WayBack } from './way-home';

export interface AttendantView {
  readonly me: { readonly user: UserId; readonly tab: TabId };
  /** This tab acts for the user. */
  readonly leading: boolean;
  /** The user can see this tab. */
  readonly visible: boolean;
  readonly plan: Plan;
  /** Of the run's epoch. */
  readonly seats: Seats;
  /** Our copy of the seats has matched the run's digest in this epoch (or has had 5 s to). */
  readonly seatsHeld: boolean;
  readonly run: Run | undefined;
  readonly person: Person;
  /**
   * By the estimate of the conductor's clock; `undefined` as long as nothing but the own clock,
   * which may be wrong by minutes, is known and a beat may still come.
   */
  readonly now: Millis | undefined;
  /** Awake time since the last live beat; `undefined`: none heard yet. */
  readonly beatAgeMs: Millis | undefined;
  /** Awake time since the last beat, or since this page began. */
  readonly quietMs: Millis;
  /** As `quietMs`, but of one's own beats as well: a conductor hears no others. */
  readonly silentMs: Millis;
  /** How long ago Miro refused this user a step for its limits; 0: it does yet, `Infinity`: it never did. */
  readonly sinceRefusedMs: Millis;
  /** Awake time since this tab first saw the epoch be over; `undefined`: not over, or it was over at load. */
  readonly overMs: Millis | undefined;
  /** The session of ours this user is in, as far as this tab knows. */
  readonly inside: SessionId | 'nowhere' | 'unknown';
  /** The session that this tab has joined and not left: Miro may count each tab by itself. */
  readonly joined: SessionId | undefined;
  /** The question in this tab's open modal. */
  readonly modal: Question | undefined;
  /** The question about rooms in this tab's open modal. */
  readonly choosing: ChoiceQuestion | undefined;
  /** What is told in this tab's open modal; it wants no answer. */
  readonly telling: Telling | undefined;
  /** What waits to be told in a window. */
  readonly toTell: Telling | undefined;
  /** In this epoch, out of a view that is not the home in the record. */
  readonly strayed: WayBack | undefined;
  /** This tab was moved to a frame in this epoch, and has not been brought back. */
  readonly away: boolean;
  /** The frame to which this tab was to be moved in this epoch, and could not be. */
  readonly unshown: FrameId | undefined;
  /** [V9] What is to be done in this tab about its user's visits. */
  readonly visit: 'recognise' | 'come-back' | undefined;
  /**
   * In this epoch another tab was moved to the room, and this one has noted where it looked: its user may
   * go to the frame in it by hand.
   */
  readonly beside: { readonly returned: boolean } | undefined;
  /** This page began while its user was in a room, and has not yet looked whether it was moved there. */
  readonly beganInside: boolean;
  /** The epoch's end, as the run has it, is near, before or after. */
  readonly endIsNear: boolean;
  /** How long this tab has seen a step due without leading. */
  readonly dueMs: Millis;
  /** In [0, 1): spreads those who leave by themselves. */
  readonly spread: number;
}

export type AttendantStep =
  | { readonly do: 'claim' }
  | { readonly do: 'ask'; readonly question: Question }
  /** Which room? */
  | { readonly do: 'choose'; readonly question: ChoiceQuestion }
  /** The seat that was wished for: said yes to without another question. */
  | { readonly do: 'take'; readonly question: Question }
  | { readonly do: 'tell'; readonly telling: Telling }
  | { readonly do: 'withdraw' }
  | { readonly do: 'look'; readonly session: SessionId | undefined }
  | { readonly do: 'note-home'; readonly epoch: number }
  /** Does this tab look into one of those frames? If not, where it looks is noted. */
  | { readonly do: 'recognise'; readonly frames: readonly FrameId[] }
  | {
      readonly do: 'join';
      readonly question: Question;
      readonly session: SessionId;
      /** The frame to which this tab's view goes next. */
      readonly goesTo: FrameId | undefined;
    }
  | { readonly do: 'arrive'; readonly question: Question; readonly frame: FrameId | undefined }
  /** The room's frame, to which this tab could not be moved when its user arrived. */
  | { readonly do: 'show'; readonly room: RoomId }
  /** During a visit: was this tab moved by it? */
  | { readonly do: 'recognise-visit' }
  /** From a visit that is over. */
  | { readonly do: 'end-visit' }
  | { readonly do: 'leave'; readonly session: SessionId }
  | { readonly do: 'depart'; readonly to: Viewport | undefined }
  /** Another tab has left the room for its user; home is this one's. */
  | { readonly do: 'come-back'; readonly to: Viewport }
  /** This tab's own way back. */
  | { readonly do: 'return' }
  /** As well, but only if its user has gone to one of those frames by hand. */
  | { readonly do: 'return-beside'; readonly frames: readonly FrameId[] }
  | { readonly do: 'restore'; readonly to: Viewport }
  | { readonly do: 'forget' };

export const due = (...steps: readonly (AttendantStep | undefined)[]): readonly AttendantStep[] =>
  steps.filter((step) => step !== undefined);
