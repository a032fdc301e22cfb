/** What participants see: P0 to P4. */
import type { Millis } from '../../breakout/ids';
import type { HelpReason } from '../../breakout/person';
import type { Problem } from '../../breakout/run';
import type { ReceivedMessage } from '../messages-view';
import type { OwnMoreTime } from '../more-time-view';
import type { ClockView } from './clock';
import type { ChoosableRoom, LostPlace, MyRoom } from './own-room';
import type { PersonView } from './person';

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

/** P1, where people choose their room. */
export interface ChoosingView extends TakeOver {
  readonly screen: 'choosing';
  readonly rooms: readonly ChoosableRoom[];
  readonly invitedBy: string;
  readonly clock: ClockView;
  readonly lost: LostPlace | undefined;
  /** Name of the room that was chosen and is not given yet. */
  readonly waitingFor: string | undefined;
  /** This person may not write: what they choose is not stored. */
  readonly readOnly: boolean;
  readonly said: 'nothing' | 'not-now' | 'never';
  readonly keepsNames: boolean;
}

/** Where people choose: what else there is for somebody who has a room, and what became of their wish. */
export interface SwitchView extends Pick<ChoosingView, 'lost' | 'waitingFor' | 'readOnly'> {
  readonly rooms: readonly ChoosableRoom[];
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
  /** As for somebody who is in a room. */
  readonly switching: SwitchView | undefined;
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
  readonly invitedBy: string;
  /** `undefined`: nobody chooses now, or there is no other room. */
  readonly switching: SwitchView | undefined;
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

export type ParticipantView =
  WaitingView | ChoosingView | InvitedView | InRoomView | RoomClosingView | EndedView;
