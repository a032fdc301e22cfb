/** Rooms as participants see them: their own, and those they may choose. */
import type { RoomId } from '../../breakout/ids';
import type { PersonState } from './person';

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
