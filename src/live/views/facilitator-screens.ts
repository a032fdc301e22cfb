/** What facilitators see: F0 to F4. */
import type { Epoch, FrameId, Millis, RoomId, UserId } from '../../breakout/ids';
import type { Length } from '../../breakout/plan';
import type { NamedSetup, Setup } from '../../breakout/setup';
import type { Draft } from '../edits/messages';
import type { MessageView } from '../messages-view';
import type { MoreTimeView } from '../more-time-view';
import type { PastView } from '../past-view';
import type { RoundsFacts } from '../rounds-facts';
import type { ClockView } from './clock';
import type { HelpView } from './help';
import type { Notice } from './notice';
import type { PersonView } from './person';
import type { Counts, RoomView } from './room';
import type { Undo } from './undo';

export interface FrameChoice {
  readonly id: FrameId;
  readonly title: string;
  /** Another room already has it. */
  readonly usedBy: string | undefined;
  /** Selected on the board before the panel was opened. */
  readonly selected: boolean;
}

/** On each screen of a facilitator. */
export interface FacilitatorBase {
  readonly me: UserId;
  readonly notices: readonly Notice[];
  readonly saving: 'saved' | 'saving' | 'failed';
  readonly facilitators: readonly {
    readonly id: UserId;
    readonly name: string;
    readonly online: boolean;
    readonly me: boolean;
    /** Takes part, too. */
    readonly seated?: boolean;
  }[];
  /** Everyone online who is not a facilitator, for "Make facilitator". */
  readonly others: readonly PersonView[];
  readonly settings: {
    readonly boardTimer: boolean;
    readonly closingMs: Millis;
    readonly plenary: FrameId | undefined;
    readonly asking: 'ask' | 'bring';
    readonly seating: 'given' | 'chosen';
    readonly late: 'smallest' | 'wait' | 'choose';
    readonly names: boolean;
  };
  /** Frames of the board; `undefined` until asked for (`actions.loadFrames`). */
  readonly frames: readonly FrameChoice[] | undefined;
  /** The latest undoable thing this screen did, offered for 8 s. */
  readonly undo: Undo | undefined;
  readonly past: PastView;
}

/** F0 */
export interface UnclaimedView {
  readonly screen: 'unclaimed';
  readonly online: number;
}

export interface ExpectedView {
  readonly name: string;
  /** `undefined`: whichever room is smallest when they come. */
  readonly room: RoomId | undefined;
}

/** F1 */
export interface PrepareView extends FacilitatorBase {
  readonly screen: 'prepare';
  readonly epoch: Epoch;
  /** Empty: the stepper and "or use this board's 6 frames". */
  readonly rooms: readonly RoomView[];
  readonly unseated: readonly PersonView[];
  /** Set-ups kept on this board, newest first; `undefined` until asked for (`actions.loadSetups`). */
  readonly setups: readonly NamedSetup[] | undefined;
  /** What is prepared now, to be kept. */
  readonly setup: Setup;
  /** On a pasted list and not here yet, by name. */
  readonly expected: readonly ExpectedView[];
  /** What this facilitator has typed or pasted on the page of lists, and not used yet. */
  readonly list?: string | undefined;
  /** Participants to be seated: online, without facilitators. */
  readonly people: number;
  /** Those, and whoever is away and has a seat, or is expected by name. */
  readonly reckoned: number;
  /** Those who have opened the app: nothing keeps them from being asked. */
  readonly ready: number;
  /** Those of them who said "I'm ready". */
  readonly saidReady: number;
  readonly withoutApp: number;
  /** For a board without rooms yet. */
  readonly proposedRooms: number;
  readonly length: Length;
  readonly task: string;
  /** Frames that are selected on the board, or were when the panel was opened; without rooms'. */
  readonly selected: readonly FrameId[];
  /** Pairs who have been in one room in an earlier round; `undefined`: there was none, or not known. */
  readonly repeats: number | undefined;
  /** A long job (creating frames) that goes on. */
  readonly busy: { readonly done: number; readonly of: number } | undefined;
}

/** F2a */
export interface OpeningView extends FacilitatorBase {
  readonly screen: 'opening';
  readonly opensInMs: Millis;
  readonly rooms: readonly RoomView[];
}

/** F2 */
export interface OpenView extends FacilitatorBase {
  readonly screen: 'open';
  readonly epoch: Epoch;
  readonly clock: ClockView;
  readonly counts: Counts;
  readonly rooms: readonly RoomView[];
  readonly unseated: readonly PersonView[];
  readonly help: readonly HelpView[];
  /** People here who have neither come nor refused for a minute. */
  readonly notIn: number;
  /** People who came late and were given a room in the last minute. */
  readonly late: number;
  /** Set while this facilitator visits: "Back to where I was". */
  readonly visiting: RoomId | undefined;
  /** Newest first. */
  readonly messages: readonly MessageView[];
  /** What this facilitator has begun to write. */
  readonly draft: Draft;
  /** Set from the first request on. */
  readonly moreTime: MoreTimeView | undefined;
}

/** F3 */
export interface ClosingView extends FacilitatorBase {
  readonly screen: 'closing';
  readonly closesInMs: Millis;
  readonly closesAt: Millis;
  /** The first session has been ended: nothing can be taken back. */
  readonly ending: boolean;
  /** The deadline has not passed: the countdown can simply be cancelled. */
  readonly cancellable: boolean;
  readonly rooms: readonly RoomView[];
  readonly visiting: RoomId | undefined;
}

/** F4 */
export interface AfterView extends FacilitatorBase {
  readonly screen: 'after';
  readonly epoch: Epoch;
  readonly tookPart: number;
  readonly neverJoined: number;
  /** People without the app who were in at the end: shown the plenary frame, or left where they were. */
  readonly withoutApp: { readonly shown: number; readonly stayed: number };
  readonly lastedMs: Millis;
  readonly rooms: readonly RoomView[];
  readonly visiting: RoomId | undefined;
  /** What is known about earlier rounds, and so about new groups; `undefined` for the first moment. */
  readonly rounds: RoundsFacts | undefined;
}

export type FacilitatorView = PrepareView | OpeningView | OpenView | ClosingView | AfterView;
