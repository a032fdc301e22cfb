import type { FrameInfo, BoardUser } from '../board/port';
import type { ClockEstimate } from '../breakout/clock';
import type { Epoch, FrameId, Millis, RoomId, UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import type { Plan } from '../breakout/plan';
import type { Problem, Run } from '../breakout/run';
import type { Expected } from '../breakout/roster/expected';
import type { Seats } from '../breakout/seats';
import type { PastView } from './past-view';
import type { Mending } from '../records/mend';
import type { OwnStay } from './own-stay';
import type { Overruled } from './overruled';
import type { Lasting } from './lasting';
import type { RoundsFacts } from './rounds-facts';
import type { NamedSetup } from '../breakout/setup';
import type { FacilitatorView } from './views';

/** What the storage has answered so far about the records that every screen needs. */
export type Answered =
  | { readonly state: 'no' }
  | { readonly state: 'yes' }
  /** There is no copy to go on with, or a newer version is at work. */
  | {
      readonly state: 'unreadable';
      /** Its key. */
      readonly record: string;
      readonly newer: boolean;
      readonly detail: string;
    };

export interface UnreadableRecord {
  /** Its key. */
  readonly record: string;
  /** Whose record it is, if it is about one person. */
  readonly name?: string;
  /** Written by a newer version: a reload helps. */
  readonly newer: boolean;
  /** What this screen can do about it, when somebody presses a button for it. */
  readonly mending: Mending | undefined;
}

/** The worst of all records this screen writes. */
export type SavingState =
  | { readonly state: 'saved' | 'saving' }
  | {
      readonly state: 'failed';
      readonly fault: 'forbidden' | 'disconnected' | 'other';
      readonly detail: string;
    };

/**
 * There is work, and no background of a facilitator has shown any sign of life for long; `limited`:
 * Miro refuses this user's calls for the time being.
 */
export type ConductorLost = 'silent' | 'limited' | undefined;

/**
 * Everything a screen knows at one moment. Views are pure functions of it, so a screen is tested
 * by describing a situation, and two screens that know the same show the same.
 */
export interface Snapshot {
  readonly me: BoardUser;
  /** The local wall clock. What others measured is put in relation to it by `estimate`. */
  readonly now: Millis;
  readonly answered: Answered;
  /** People on the board, once each, with and without the app. */
  readonly online: readonly BoardUser[];
  /** Every name seen so far: people who have gone offline keep theirs. */
  readonly names: ReadonlyMap<UserId, string>;
  readonly plan: Plan;
  readonly planDigest: string;
  readonly run: Run | undefined;
  /** Of the run's epoch and of the one in preparation; of any other epoch empty. */
  readonly seatsOf: (epoch: Epoch) => Seats;
  /** Who is on a list for that epoch and has not come yet; of the same epochs. */
  readonly expectedOf: (epoch: Epoch) => readonly Expected[];
  /** Person records as far as they are followed. */
  readonly people: ReadonlyMap<UserId, Person>;
  readonly estimate: ClockEstimate;
  readonly conductorLost: ConductorLost;
  readonly saving: SavingState;
  /** Records that could not be read, besides those in `answered`. */
  readonly unreadable: readonly UnreadableRecord[];
  /** Frames of the board; `undefined` until asked for. */
  readonly frames: readonly FrameInfo[] | undefined;
  /** Kept on this board, newest first; `undefined` until asked for. */
  readonly setups: readonly NamedSetup[] | undefined;
  readonly selected: ReadonlySet<FrameId>;
  /** Frames of rooms that are known to be gone from the board. */
  readonly lostFrames: ReadonlySet<FrameId>;
  /** For how long no facilitator has been online, as far as this screen has seen. */
  readonly unattendedMs: Millis;
  /** What this screen itself could not do on the board, until tried again. */
  readonly failed: { readonly step: string; readonly problem: Problem } | undefined;
  readonly undo: FacilitatorView['undo'];
  readonly past: PastView;
  /** What another facilitator has just changed in our stead. */
  readonly overruled: Overruled | undefined;
  /** Since when somebody is alone, awaited, seated, as far as this screen has seen. */
  readonly lasting: Lasting;
  /** Once they have been read; only after and before a round, and only for facilitators. */
  readonly rounds: RoundsFacts | undefined;
  /** This user's view has left the frame of the room they are in, as far as this screen has looked. */
  readonly astray: boolean;
  /** Where this user was in the breakout that is over, as its journal has it; `undefined`: not known. */
  readonly stays: ReadonlyMap<RoomId, OwnStay> | undefined;
}
