import type { Epoch, FrameId, Millis, RoomId, TabId } from './ids';
import type { Problem } from './run';
import type { Visit } from './visit';

/** A question is named by all three; an answer names its question; a move is a new question. */
export interface Question {
  readonly epoch: Epoch;
  readonly room: RoomId;
  readonly ask: number;
}

/** Where somebody is, or was. */
export interface Place extends Question {
  /** To which they were brought; the room may have another one by now. Older records lack it. */
  readonly frame?: FrameId | undefined;
}

export interface Answer extends Question {
  /**
   * `yes` join; `later` "Not now" and ✖; `never` "Not this time" (not asked again in this
   * breakout); `left` left the room by hand. Every one can be changed to `yes` from the panel.
   */
  readonly kind: 'yes' | 'later' | 'never' | 'left';
}

/** What somebody without a seat is asked: which room? `ask` grows each time it is asked anew. */
export interface ChoiceQuestion {
  readonly epoch: Epoch;
  readonly ask: number;
}

/** What somebody without a room, or on the way to another one, has chosen from the list. */
export type Choice = ChoiceQuestion & ChoiceAnswer;

export type ChoiceAnswer =
  | {
      readonly kind: 'room';
      readonly room: RoomId;
      /** The number of the seat that was held then, 0 without one: a later seat voids the wish. */
      readonly seat: number;
    }
  /** As in an answer. */
  | { readonly kind: 'later' | 'never' };

export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where to bring this user back to. Taken once per epoch, before the first join. */
export interface Home {
  readonly epoch: Epoch;
  readonly tab: TabId;
  readonly viewport: Viewport;
}

/** `unsaid`: asking takes one press; what it is about can be said afterwards. */
export type HelpReason = 'unsaid' | 'stuck' | 'question' | 'technical';

export interface HelpCall {
  readonly epoch: Epoch;
  readonly room: RoomId;
  /** Grows with each call of this person; a verdict names the call it answers. */
  readonly call: number;
  readonly reason: HelpReason;
  /** False: taken back. */
  readonly open: boolean;
  /** In the caller's clock: good for ordering and a rough "for 2 min". */
  readonly at: Millis;
}

export interface MessageIds {
  readonly epoch: Epoch;
  readonly ids: readonly string[];
}

export interface MoreTime {
  readonly epoch: Epoch;
  readonly room: RoomId;
  /** The breakout's length when asked. */
  readonly length: Millis;
}

/** For so long a click on a frame is taken for an answer. */
export const PICKING_MS: Millis = 120_000;

/** A frame is to be picked on the board for this room. */
export interface Picking {
  readonly room: RoomId;
  /** In this person's clock. */
  readonly at: Millis;
}

/** One user's own record. Writers: that user's iframes only. */
export interface Person {
  /** The app runs for this user. Absent: has not been seen with the app on this board. */
  readonly here: boolean;
  readonly name: string;
  /** The background that acts for this user; the newest claim leads. */
  readonly lead: TabId | undefined;
  readonly asked: Question | undefined;
  readonly answer: Answer | undefined;
  /** Where rooms are chosen. */
  readonly choice: Choice | undefined;
  /** The question about rooms that was put last. */
  readonly choosing: ChoiceQuestion | undefined;
  /** The room this user is in, as far as the own client knows. */
  readonly at: Place | undefined;
  /** The room they have been in last, once they are in none any more. */
  readonly was?: Place | undefined;
  readonly home: Home | undefined;
  readonly help: HelpCall | undefined;
  /** "I'm ready" for this epoch. */
  readonly ready: Epoch | undefined;
  /** A facilitator's. */
  readonly visiting: Visit | undefined;
  /** "I'm taking part": hides the offer to run the breakout. */
  readonly takesPart: boolean;
  readonly problem: { readonly step: string; readonly problem: Problem } | undefined;
  /** Messages of this epoch that this person has been told, in whichever tab. */
  readonly heard: MessageIds | undefined;
  /** Those that they have opened, or answered with "Got it". */
  readonly read: MessageIds | undefined;
  /** A facilitator's message that has not been sent yet. */
  readonly draft: { readonly room: RoomId | undefined; readonly text: string } | undefined;
  /** A facilitator's list of names that has not been used yet, for this epoch. */
  readonly list?: { readonly epoch: Epoch; readonly text: string } | undefined;
  /** "Tell me in a window": notifications come as modals. */
  readonly inWindow: boolean;
  /** Asks for more time than `length`; an extension voids it. */
  readonly moreTime: MoreTime | undefined;
  /** Since when no facilitator has been on the board while rooms were open; in this person's clock. */
  readonly unattended?: Millis | undefined;
  readonly picking?: Picking | undefined;
}
