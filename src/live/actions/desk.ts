import type { Board, PanelPort } from '../../board/port';
import type { Epoch } from '../../breakout/ids';
import type { Edits } from '../edits/edits';
import type { Invention } from '../edits/rooms';
import type { OnBoard } from '../on-board/on-board-view';
import type { PastView } from '../past-view';
import type { mendRecord } from '../screen/mend';
import type { RoundsDesk } from '../screen/later-rounds';
import type { Snapshot } from '../snapshot';
import type { FacilitatorView } from '../views';

/** What the actions of a screen work on. One implementation with records behind it, one in tests. */
export interface Desk extends Invention {
  readonly board: Pick<Board, 'frames' | 'items' | 'view' | 'events' | 'storage'> & {
    readonly ui: PanelPort;
  };
  /** Jobs on the board. The same for as long as the screen is open. @throws when it cannot be loaded */
  readonly onBoard: () => Promise<OnBoard>;
  readonly lessMotion: () => boolean;
  /** As things are now, every earlier `apply` included. */
  readonly snapshot: () => Snapshot;
  /** Applied at once, stored in the background. With `undo` it can be taken back for 8 s. */
  readonly apply: (edits: Edits, undo?: NonNullable<FacilitatorView['undo']>) => void;
  readonly undo: () => void;
  /** The view has been taken to the own room's frame. */
  readonly atFrame: () => void;
  readonly rounds: RoundsDesk;
  readonly seatsDigest: (epoch: Epoch) => string;
  /** Reads the board's frames into the snapshot. @throws {BoardError} */
  readonly loadFrames: () => Promise<void>;
  /** What is known of breakouts that are over, from now on. */
  readonly remember: (change: Partial<PastView>) => void;
  /** Reads the set-ups kept on this board into the snapshot. */
  readonly loadSetups: () => Promise<void>;
  /** Does something on the board; a failure becomes a notice that names `step`. */
  readonly attempt: (step: string, job: () => Promise<void>) => void;
  /** Writes this screen's copy, or an empty record, over one that cannot be read. By its key. */
  readonly mend: (record: string, how: typeof mendRecord) => void;
  /** Stores again what could not be stored, and takes failure notices away. */
  readonly retry: () => void;
}
