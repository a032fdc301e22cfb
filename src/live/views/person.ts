/** People as facilitators see them, and as the others of a room do. */
import type { RoomId, UserId } from '../../breakout/ids';

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
