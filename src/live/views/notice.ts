import type { RoomId } from '../../breakout/ids';
import type { Problem } from '../../breakout/run';
import type { UnreadableRecord } from '../snapshot';

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
  | ({ readonly kind: 'unreadable' } & UnreadableRecord)
  | { readonly kind: 'sessions-taken'; readonly withApp: number }
  | { readonly kind: 'timer-unavailable' }
  /** The rooms opened before all that `by` had on the screen had arrived. */
  | { readonly kind: 'opened-unseen'; readonly by: string }
  | { readonly kind: 'offline' }
  /** Nobody's background turns what is wanted into what is done; `limited`: Miro lets it do too little. */
  | { readonly kind: 'no-conductor'; readonly limited: boolean }
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
