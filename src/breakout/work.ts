/**
 * Long jobs on the board, which outlive the panel that ordered them: one at a time for each
 * facilitator, carried out by that user's leading background.
 */
import type { FrameId, ItemId, Millis, RoomId, TabId } from './ids';
import type { Json } from './json';
import type { Problem } from './run';

/** The words are the orderer's: a background knows only those of its notifications. */
export type Job =
  /** Copies the rooms' sticky notes into a frame of their own. */
  | {
      readonly kind: 'collect';
      readonly title: string;
      /** Goes before the names of rooms in which nothing was written. */
      readonly withoutNotes: string;
    }
  /** Puts on each room's frame who works there, or brings what is there up to date. */
  | { readonly kind: 'names'; readonly texts: readonly RoomText[] }
  /** Takes those away again, whoever put them there. */
  | { readonly kind: 'take-names' }
  /** One text near where the orderer looks: a note on getting the app, a message. */
  | { readonly kind: 'text'; readonly text: string }
  /** [U4] A text that has a set-up with it: when the board is copied, so is that. */
  | { readonly kind: 'setup'; readonly text: string; readonly document: Json }
  /** Copies what lies in a frame into those of these rooms in which nothing lies yet. */
  | { readonly kind: 'fill'; readonly template: FrameId; readonly rooms: readonly RoomId[] };

export interface RoomText {
  readonly room: RoomId;
  readonly text: string;
}

/** What is wanted of an order besides that it be carried out. */
export interface Wish {
  /** `stop`: after the item under way, keeping what is there. `undo`: take away what was made. */
  readonly do: 'go' | 'stop' | 'undo';
  /** Grows with each "Try again". */
  readonly tries: number;
}

export interface Progress {
  readonly state: 'working' | 'stopped' | 'failed' | 'done' | 'undoing' | 'undone';
  /** The tab that works: another one leaves it time to finish what it is at. */
  readonly tab: TabId;
  readonly done: number;
  readonly of: number;
  /** What was left as it is: rooms that were to be filled; of copies, those that people changed. */
  readonly left: number;
  /** Where the result can be looked at. */
  readonly frame: FrameId | undefined;
  readonly problem: Problem | undefined;
}

export interface Work {
  /** Orders are numbered: what is stored of an earlier one counts no more. */
  readonly order: { readonly n: number; readonly at: Millis; readonly job: Job } | undefined;
  readonly wish: Wish;
  /** `undefined`: not begun. */
  readonly progress: Progress | undefined;
  /** What the job has put on the board, as far as it is written down; see `Blueprint`. */
  readonly made: readonly ItemId[];
}

/**
 * What a job is going to make, stored before it makes anything: whoever goes on after a crash makes
 * the same at the same places, and recognises by it what was made but not yet written down.
 */
export interface Blueprint {
  /** Of this order. */
  readonly n: number;
  /** Centre of what is made. */
  readonly at: { readonly x: number; readonly y: number };
  readonly rooms: readonly Harvest[];
  /** Of filling rooms only. */
  readonly copies?: Copies | undefined;
}

/** Which items are copied into which frames. */
export interface Copies {
  /** Of the frame they are copied from. */
  readonly size: { readonly width: number; readonly height: number };
  /** In the order in which they are made: what is small comes to lie on what is large. */
  readonly originals: readonly Original[];
  /** Nothing lay in these frames when the job began. */
  readonly rooms: readonly { readonly room: RoomId; readonly frame: FrameId }[];
}

export interface Original {
  readonly item: ItemId;
  readonly kind: CopiedKind;
  /** Centre, from the top left corner of its frame. */
  readonly x: number;
  readonly y: number;
  /** Of its words: a copy that says something else was changed by somebody. */
  readonly digest: string;
}

/** Miro has no call that copies an item; these can be made anew from what an app can read of them. */
export const COPIED_KINDS = ['sticky_note', 'text', 'shape', 'card'] as const;
export type CopiedKind = (typeof COPIED_KINDS)[number];

/** The notes of one room, in reading order. */
export interface Harvest {
  readonly name: string;
  /** Some are of the wide shape. */
  readonly wide: boolean;
  readonly notes: readonly ItemId[];
}

/** More ids than this would not fit under one key (19 digits each, 64 KB). */
export const MOST_ITEMS = 2_000;
/** Besides the notes there are a heading for each of up to 100 rooms, the frame and a footer. */
export const MOST_NOTES = MOST_ITEMS - 102;

/** So many items of one frame can be copied: what is known of each has to fit under one key, too. */
export const MOST_ORIGINALS = 400;

/** What is to be done about an order now, if anything. */
export function dueOf({ order, wish, progress }: Work): 'go' | 'undo' | undefined {
  if (order === undefined) return undefined;
  const state = progress?.state;
  if (wish.do === 'undo') return state === 'undone' ? undefined : 'undo';
  if (state === 'done' || state === 'undone') return undefined;
  if (wish.do === 'stop') return undefined;
  return 'go';
}
