/** What the modal shows, and what can be answered there. */
import type { RoomId } from '../../breakout/ids';
import type { MessageView } from '../messages-view';
import type { ClockView } from './clock';
import type { ChoosableRoom, LostPlace, MyRoom } from './own-room';

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
