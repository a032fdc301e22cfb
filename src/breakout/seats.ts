import type { RoomId, UserId } from './ids';

/** The room a user is assigned to. Survives leaving, reloading and going offline. */
export interface Seat {
  readonly room: RoomId;
  /** A greater number is a new question for the same room ("Ask again"). */
  readonly ask: number;
}

/** Of one epoch. A user absent from the map has no seat. Decoded from the merged record. */
export type Seats = ReadonlyMap<UserId, Seat>;
