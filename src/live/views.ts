/**
 * What the screens show: plain data made from the records by pure functions, so that every screen
 * can be tested without a browser and drawn without a board. Words are the screens' own matter:
 * a view holds names and numbers, never sentences. Screen ids (F0 … P4) are those of docs/spec.md.
 */
import type { Epoch, FrameId, Millis, RoomId, UserId } from '../breakout/ids';
import type { HelpReason } from '../breakout/person';
import type { Length } from '../breakout/plan';
import type { Problem } from '../breakout/run';
import type { NamedSetup, Setup } from '../breakout/setup';
import type { MessageActions } from './actions/message-actions';
import type { Draft } from './edits/messages';
import type { MessageView, ReceivedMessage } from './messages-view';
import type { ListOrder } from './edits/list';
import type { OnBoard } from './on-board/on-board-view';
import type { MoreTimeView, OwnMoreTime } from './more-time-view';
import type { PastActions, PastView } from './past-view';
import type { RoomActions } from './actions/room-actions';
import type { RoundsFacts } from './rounds-facts';

/** One person's state as the facilitator sees it; drawn by shape, never by colour alone. */
export type PersonState =
  | 'waiting' // before opening
  | 'ready'
  | 'asked'
  | 'in'
  | 'not-now'
  | 'declined'
  | 'left'
  | 'away' // offline
  | 'native-invited'
  | 'native-in'
  | 'native-no' // declined or did not answer Miro's invitation
  | 'without-app';

export interface PersonView {
  readonly id: UserId;
  readonly name: string;
  readonly state: PersonState;
  readonly facilitator: boolean;
  /** In one room, seated in another: they have been asked to move there. */
  readonly move?: AskedToMove | undefined;
  /** Asked for a while, and no answer yet. */
  readonly unanswered?: boolean;
  /** [S5] Stays in the room, however people are divided. */
  readonly pinned?: boolean;
}

export interface AskedToMove {
  readonly to: RoomId;
  readonly name: string;
  /** They have said no, and stay. */
  readonly refused: boolean;
}

export interface RoomView {
  readonly id: RoomId;
  /** 1-based position in the list. */
  readonly number: number;
  readonly name: string;
  /** 0–9. */
  readonly hue: number;
  readonly task: string;
  readonly link: string | undefined;
  readonly frame: 'none' | 'here' | 'deleted';
  /** Whoever is in this room, and whoever is seated here and in no other. */
  readonly people: readonly PersonView[];
  /** People present, with and without the app. */
  readonly inside: number;
  readonly problem: Problem | undefined;
  /** Sticky notes that have been made in its frame since the opening; `undefined`: none, or not open. */
  readonly notes?: number | undefined;
  /** It is being closed while the others stay open. */
  readonly closing?: boolean;
  /** At most so many people; `undefined`: as many as come. */
  readonly places?: number | undefined;
  /** Nobody can be added. */
  readonly locked?: boolean;
  /** Exactly one person is in, for a while, and nobody is on the way. */
  readonly alone: UserId | undefined;
}

/** Numbers first. `expected` = everyone seated; the others are disjoint and add up to it. */
export interface Counts {
  readonly expected: number;
  readonly inside: number;
  /** Asked, question on screen or on its way. */
  readonly asked: number;
  readonly notNow: number;
  readonly away: number;
}

export interface ClockView {
  /** `undefined`: no end was set. Never negative. Computed at each paint. */
  readonly remainingMs: Millis | undefined;
  /** Share of the length that is left, for the ring, in [0, 1]. */
  readonly share: number;
  /** Local wall-clock time of the end, for "until 10:34". */
  readonly endsAt: Millis | undefined;
  readonly paused: boolean;
  /** No live beat yet: whole minutes, "about". */
  readonly approximate: boolean;
}

export interface HelpView {
  readonly user: UserId;
  readonly name: string;
  readonly room: RoomId;
  readonly roomName: string;
  readonly reason: HelpReason;
  readonly waitedMs: Millis;
  /** Somebody said "coming". */
  readonly claimedBy: string | undefined;
  readonly claimedByMe: boolean;
}

/** Things that are unusual, said in words with a button that mends them. */
export type Notice =
  /** A frame is to be clicked on the board for this room. */
  | { readonly kind: 'picking'; readonly name: string }
  | { readonly kind: 'nobody-here' }
  | { readonly kind: 'more-rooms-than-people'; readonly rooms: number; readonly people: number }
  | {
      readonly kind: 'room-without-frame';
      readonly room: RoomId;
      readonly name: string;
      readonly deleted: boolean;
      readonly mendable: boolean;
    }
  | { readonly kind: 'not-saved'; readonly detail: string }
  | { readonly kind: 'unreadable'; readonly record: string; readonly newer: boolean }
  | { readonly kind: 'sessions-taken'; readonly withApp: number }
  | { readonly kind: 'timer-unavailable' }
  /** The rooms opened before all that `by` had on the screen had arrived. */
  | { readonly kind: 'opened-unseen'; readonly by: string }
  | { readonly kind: 'offline' }
  /** Nobody's background turns what is wanted into what is done. */
  | { readonly kind: 'no-conductor' }
  | { readonly kind: 'read-only' }
  | {
      readonly kind: 'room-failed';
      readonly room: RoomId;
      readonly name: string;
      readonly problem: Problem;
    }
  | {
      /** Another facilitator has changed the same thing, and theirs stands. */
      readonly kind: 'overruled';
      /** `undefined`: one of several. */
      readonly by: string | undefined;
      /** `undefined`: it was no move. */
      readonly move: { readonly name: string; readonly room: string } | undefined;
    }
  | { readonly kind: 'step-failed'; readonly step: string; readonly problem: Problem };

export interface FrameChoice {
  readonly id: FrameId;
  readonly title: string;
  /** Another room already has it. */
  readonly usedBy: string | undefined;
  /** Selected on the board before the panel was opened. */
  readonly selected: boolean;
}

/** Moves that can be taken back: of one or several, before the opening or, as a question, after it. */
export const MOVES = { move: true, moves: true, 'ask-move': true, 'ask-moves': true } as const;

interface FacilitatorBase {
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
  readonly undo:
    | {
        readonly what:
          | 'remove-room'
          | 'let-choose'
          | 'move-room'
          | 'close-room'
          | 'shuffle'
          | 'rooms'
          | 'list'
          | 'expected'
          | 'next-round'
          | 'finish'
          | 'use-setup'
          | 'remove-setup'
          | keyof typeof MOVES;
        /** Of the person or the room. */
        readonly name: string;
        /** How many people; of a room that was moved, its place among `of`. */
        readonly count?: number;
        readonly of?: number;
        /** Where one who was moved comes back to. */
        readonly from?: string | undefined;
      }
    | undefined;
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

/** On each screen of somebody who takes part. */
export interface TakeOver {
  /** Nobody runs it and two minutes have passed, or the board is unclaimed. */
  readonly mayRunIt: boolean;
  /** Local wall-clock time at which the rooms close by themselves, if they are open and do. */
  readonly closesAt: Millis | undefined;
}

/** P0 */
export interface WaitingView extends TakeOver {
  readonly screen: 'waiting';
  readonly facilitators: readonly string[];
  readonly here: readonly PersonView[];
  readonly ready: boolean;
  readonly keepsNames: boolean;
  /** "Tell me in a window". */
  readonly inWindow: boolean;
}

export interface MyRoom {
  readonly id: RoomId;
  readonly name: string;
  readonly hue: number;
  readonly task: string;
  /** Where this room's people talk. */
  readonly link: string | undefined;
  /** The others of this room. */
  readonly others: readonly { readonly name: string; readonly state: PersonState }[];
}

/** A room as somebody sees it who is to choose one. */
export interface ChoosableRoom {
  readonly id: RoomId;
  readonly name: string;
  readonly hue: number;
  readonly task: string;
  /** Who has a seat there. */
  readonly others: MyRoom['others'];
  /** Places; `undefined`: as many as come. */
  readonly left: number | undefined;
  readonly state: 'free' | 'full' | 'locked';
}

/** Somebody else was quicker, or the room was locked or closed meanwhile. */
export interface LostPlace {
  /** `undefined`: of a room that has gone. */
  readonly name: string | undefined;
  readonly instead: { readonly name: string; readonly left: number | undefined } | undefined;
}

/** P1, where people choose their room. */
export interface ChoosingView extends TakeOver {
  readonly screen: 'choosing';
  readonly rooms: readonly ChoosableRoom[];
  readonly invitedBy: string;
  readonly clock: ClockView;
  readonly lost: LostPlace | undefined;
  /** Name of the room that was chosen and is not given yet. */
  readonly waitingFor: string | undefined;
  readonly said: 'nothing' | 'not-now' | 'never';
  readonly keepsNames: boolean;
}

/** P1 */
export interface InvitedView extends TakeOver {
  readonly screen: 'invited';
  readonly room: MyRoom;
  readonly invitedBy: string;
  readonly clock: ClockView;
  /** The person's last word on this question. */
  readonly said: 'nothing' | 'not-now' | 'never' | 'left';
  /** `yes` was said and the join is under way. */
  readonly joining: boolean;
  /** Afterwards facilitators can see who was in which room; else only how many were. */
  readonly keepsNames: boolean;
  /** Where people choose: what else there is. */
  readonly choices: readonly ChoosableRoom[] | undefined;
  readonly problem: Problem | undefined;
}

/** P2 */
export interface InRoomView extends TakeOver {
  readonly screen: 'in-room';
  readonly room: MyRoom;
  readonly clock: ClockView;
  readonly help:
    | { readonly state: 'none' }
    | { readonly state: 'asked'; readonly reason: HelpReason }
    | { readonly state: 'coming' | 'cannot'; readonly by: string };
  /** Newest first. */
  readonly messages: readonly ReceivedMessage[];
  readonly moreTime: OwnMoreTime;
  /** "Tell me in a window". */
  readonly inWindow: boolean;
  /** Afterwards facilitators can see who was in which room; else only how many were. */
  readonly keepsNames: boolean;
  /** A facilitator asks this person to work in another room. */
  readonly moveTo: { readonly room: MyRoom; readonly by: string } | undefined;
}

/** P3 */
export interface RoomClosingView extends TakeOver {
  readonly screen: 'room-closing';
  readonly room: MyRoom;
  readonly closesInMs: Millis;
  readonly returnsTo: 'plenary' | 'home';
}

/** P4 */
export interface EndedView extends TakeOver {
  readonly screen: 'ended';
  readonly room: MyRoom | undefined;
  readonly lastedMs: Millis;
  readonly keepsNames: boolean;
}

export type FacilitatorView = PrepareView | OpeningView | OpenView | ClosingView | AfterView;
export type ParticipantView =
  WaitingView | ChoosingView | InvitedView | InRoomView | RoomClosingView | EndedView;
export type PanelView =
  | { readonly screen: 'loading' }
  | { readonly screen: 'broken'; readonly newer: boolean; readonly detail: string }
  | UnclaimedView
  | FacilitatorView
  | ParticipantView;

/** Who works together in the next round: "one room on" leaves whoever is pinned where they are. */
export type NextGroups = 'new' | 'same' | 'move-on' | { readonly round: Epoch };

export interface FacilitatorActions extends MessageActions, PastActions, RoomActions {
  /** Jobs on the board, for the page that asks: loaded when the first one does. */
  onBoard(ready: (onBoard: OnBoard) => void): void;
  claim(): void;
  takePart(): void;
  /** Creates rooms with frames, seats everyone evenly at random. */
  createRooms(count: number): void;
  loadFrames(): void;
  /** In reading order. The board is asked for them if it has not been. */
  useFrames(frames: readonly FrameId[]): void;
  /** More: new rooms with frames; fewer: the last ones go, their people are spread. */
  setRoomCount(count: number): void;
  shuffle(): void;
  undo(): void;
  renameRoom(room: RoomId, name: string): void;
  /** `undefined`: the task for all rooms. */
  setTask(room: RoomId | undefined, task: string): void;
  removeRoom(room: RoomId): void;
  /** `undefined` takes it away. Only what `callLink` takes. */
  setLink(room: RoomId, link: string | undefined): void;
  /** [S11] `undefined`: as many as come. */
  setPlaces(room: RoomId, places: number | undefined): void;
  setLocked(room: RoomId, locked: boolean): void;
  /** [S8] Whoever waits for a room, or has not chosen, is given the smallest. */
  placeWaiting(): void;
  chooseFrame(room: RoomId, frame: FrameId): void;
  createFrame(room: RoomId): void;
  /** The next frame that is selected on the board becomes this room's, panel open or not. */
  pickFrame(room: RoomId): void;
  stopPicking(): void;
  /** What a pasted list proposes, as far as this screen's user wants it. */
  placeList(order: ListOrder): void;
  loadSetups(): void;
  /** Under a name that is kept already it takes that one's place. */
  keepSetup(name: string): void;
  removeSetup(id: string): void;
  /** The rooms become those of the set-up; who is seated in a room of the same name stays. */
  useSetup(setup: Setup): void;
  /** Nobody of the list is waited for any more. */
  forgetExpected(): void;
  setLength(length: Length): void;
  setSettings(change: Partial<FacilitatorBase['settings']>): void;
  open(): void;
  cancelOpening(): void;
  /** Negative shortens. */
  prolong(byMs: Millis): void;
  /** To those who asked for more than this length. */
  giveMoreTime(length: Millis): void;
  pause(): void;
  resume(): void;
  /** One person, everyone who is not in, or of those whoever has not answered. */
  askAgain(who: UserId | 'everyone' | 'awaited'): void;
  bringBack(): void;
  cancelClosing(): void;
  closeNow(): void;
  visit(room: RoomId): void;
  backToWhereIWas(): void;
  goHelp(user: UserId): void;
  cannotHelp(user: UserId): void;
  helpDone(user: UserId): void;
  /** [S5] */
  keepInRoom(user: UserId): void;
  letGo(user: UserId): void;
  /** With a preview; nothing opens by itself. */
  prepareNext(groups: NextGroups): void;
  /** The same groups once more, at once: "Opening in 3…" can be cancelled. */
  reopen(): void;
  /** The series is over: an empty board again, with all frames and notes. */
  finish(): void;
  /** [S6] This facilitator takes part like everyone else, or not any more. */
  seatMe(seated: boolean): void;
  makeFacilitator(user: UserId): void;
  removeFacilitator(user: UserId): void;
  retry(): void;
}

export interface ParticipantActions {
  ready(ready: boolean): void;
  runIt(): void;
  join(): void;
  notNow(): void;
  notThisTime(): void;
  /** Where people choose their room. */
  choose(room: RoomId): void;
  leave(): void;
  backToFrame(): void;
  acceptMove(): void;
  stay(): void;
  askForHelp(reason: HelpReason): void;
  takeBackHelp(): void;
  goBackNow(): void;
  askForMoreTime(): void;
  takeBackMoreTime(): void;
  tellInWindow(on: boolean): void;
  /** A message has been opened. */
  markRead(message: string): void;
  lookAgain(): void;
}

/** What the modal shows. */
export type ModalView =
  | { readonly screen: 'loading' }
  | { readonly screen: 'void' }
  | {
      readonly screen: 'invite';
      readonly room: MyRoom;
      readonly invitedBy: string;
      readonly clock: ClockView;
      /** Asked before in this breakout: "Not this time" is offered, too. */
      readonly again: boolean;
      /** Says yes by itself after ten seconds. */
      readonly brings: boolean;
    }
  | {
      readonly screen: 'choose';
      readonly rooms: readonly ChoosableRoom[];
      readonly invitedBy: string;
      readonly clock: ClockView;
      readonly lost: LostPlace | undefined;
      readonly again: boolean;
    }
  | {
      readonly screen: 'move';
      readonly room: MyRoom;
      readonly from: string;
      /** The room they are in is being closed: they cannot stay there. */
      readonly closing?: boolean;
      readonly invitedBy: string;
    }
  | {
      readonly screen: 'message';
      readonly message: MessageView;
      readonly hue: number;
    }
  | {
      /** A notification, for people who chose to be told in a window. */
      readonly screen: 'notice';
      readonly text: string;
      readonly hue: number;
      readonly mayAskForMore: boolean;
    };

export interface ModalActions {
  /** "Got it", "OK". */
  gotIt(): void;
  askForMore(): void;
  join(): void;
  choose(room: RoomId): void;
  notNow(): void;
  notThisTime(): void;
}
