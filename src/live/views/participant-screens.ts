/** What participants see: P0 to P4. */
import type { Millis } from '../../breakout/ids';
import type { HelpReason } from '../../breakout/person';
import type { Problem } from '../../breakout/run';
import type { ReceivedMessage } from '../messages-view';
import type { OwnMoreTime } from '../more-time-view';
import type { ClockView } from './clock';
import type { Notice } from './notice';
import type { ChoosableRoom, LostPlace, MyRoom } from './own-room';
import type { PersonView } from './person';

/** Who could run it. */
export interface TakeOver {
  /** Nobody runs it and two minutes have passed, or the board is unclaimed. */
  readonly mayRunIt: boolean;
  /** Local wall-clock time at which the rooms close by themselves, if they are open and do. */
  readonly closesAt: Millis | undefined;
}

/** What each screen of somebody who takes part says besides its own matter. */
export interface ParticipantBase extends TakeOver {
  /** What could not be sent or done. */
  readonly notices: readonly Notice[];
  /** What this person has said has not left their browser. */
  readonly unsent: boolean;
}

/** P0 */
export interface WaitingView extends ParticipantBase {
  readonly screen: 'waiting';
  readonly facilitators: readonly string[];
  readonly here: readonly PersonView[];
  readonly ready: boolean;
  readonly keepsNames: boolean;
  /** "Tell me in a window". */
  readonly inWindow: boolean;
  /** The others are in their rooms: whoever has come late waits for one. */
  readonly roomsOpen?: true;
}

/** P1, where people choose their room. */
export interface ChoosingView extends ParticipantBase {
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

/** Where people choose: what else there is for somebody who has a room, and what became of their wish. */
export interface SwitchView extends Pick<ChoosingView, 'lost' | 'waitingFor'> {
  readonly rooms: readonly ChoosableRoom[];
}

/** P1 */
export interface InvitedView extends ParticipantBase {
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
  /** As for somebody who is in a room. */
  readonly switching: SwitchView | undefined;
  readonly problem: Problem | undefined;
}

/** P2 */
export interface InRoomView extends ParticipantBase {
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
  /** The view has left the room's frame. */
  readonly astray: boolean;
  /** A facilitator asks this person to work in another room. */
  readonly moveTo: { readonly room: MyRoom; readonly by: string } | undefined;
  readonly invitedBy: string;
  /** `undefined`: nobody chooses now, or there is no other room. */
  readonly switching: SwitchView | undefined;
}

/** P3 */
export interface RoomClosingView extends ParticipantBase {
  readonly screen: 'room-closing';
  readonly room: MyRoom;
  readonly closesInMs: Millis;
  readonly returnsTo: 'plenary' | 'home';
}

/** P4 */
export interface EndedView extends ParticipantBase {
  readonly screen: 'ended';
  readonly room: MyRoom | undefined;
  /** How long this person was in it; `undefined`: not known. */
  readonly stayedMs: Millis | undefined;
  readonly keepsNames: boolean;
}

export type ParticipantView =
  WaitingView | ChoosingView | InvitedView | InRoomView | RoomClosingView | EndedView;
