import type { FrameId, ItemId, Millis, SessionId, UserId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import type { Viewport } from '../breakout/person';

/** Ends a subscription. Calling it twice is harmless. */
export type Stop = () => void;

export interface BoardUser {
  readonly id: UserId;
  readonly name: string;
}

/** A session of this app as Miro lists it. */
export interface LiveSession {
  readonly id: SessionId;
  readonly name: string;
  readonly description: string;
  readonly starter: UserId;
}

/** What happened to a person in a session; both payload shapes of the SDK end up here. */
export type Membership =
  | { readonly type: 'joined' | 'left'; readonly session: SessionId; readonly user: UserId }
  | {
      readonly type: 'answered';
      readonly session: SessionId;
      readonly user: UserId;
      readonly accepted: boolean;
      readonly reason: 'clicked-button' | 'timed-out' | 'clicked-outside' | 'unknown';
    };

/** A rectangle on the board; x and y are its CENTRE, as everywhere in Miro but the viewport. */
export interface FrameInfo {
  readonly id: FrameId;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface NewFrame {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Hex colour, `#rrggbb`. */
  readonly fill: string;
}

export type ModalSize = { readonly width: number; readonly height: number };

/** Storage of one collection. Keys use `[a-z0-9-]` and digits only. */
export interface StoragePort {
  /**
   * Calls `listen` with the current value (`undefined`: the key does not exist), then on every
   * change by any client, ours included. `get` and `onValue` start together and the first answer
   * counts. Resolves once the first answer has been delivered.
   * @throws {BoardError}
   */
  watch(key: string, listen: (raw: unknown) => void): Promise<Stop>;
  read(key: string): Promise<unknown>;
  /**
   * @param newest asked at most once, by a storage that has to wait before it can write: what is to be written
   *   instead of `value` by then; `undefined`: nothing any more
   * @throws {BoardError} `forbidden`, `rate-limited`, `too-large`; the stored value is then unchanged.
   */
  write(key: string, value: Json, newest?: () => Json | undefined): Promise<void>;
  remove(key: string): Promise<void>;
}

export interface EventsPort {
  /** Reaches other users and other tabs; the sender's own tab may or may not hear it. Never relied on. */
  broadcast(name: string, payload: Json): Promise<void>;
  on(name: string, listen: (payload: unknown) => void): Promise<Stop>;
}

export interface SessionsPort {
  start(session: {
    readonly name: string;
    readonly color: string;
    readonly description: string;
  }): Promise<LiveSession>;
  list(): Promise<readonly LiveSession[]>;
  invite(session: SessionId, users: readonly UserId[]): Promise<void>;
  /** Leaves any other session of ours if Miro does not: whether it does is not documented. */
  join(session: SessionId): Promise<void>;
  leave(session: SessionId): Promise<void>;
  end(session: SessionId): Promise<void>;
  users(session: SessionId): Promise<readonly UserId[]>;
  hasJoined(session: SessionId, user: UserId): Promise<boolean>;
  /** Follows joins, leaves and answers to native invitations in one session. */
  follow(session: SessionId, listen: (what: Membership) => void): Promise<Stop>;
  onStarted(listen: (session: LiveSession) => void): Promise<Stop>;
  onEnded(listen: (session: SessionId) => void): Promise<Stop>;
  /** Moves the view of a user who is in a session of ours (people without the app). */
  bring(user: UserId, frame: FrameId): Promise<void>;
}

export interface FramesPort {
  /** All frames of the board in reading order (top to bottom, left to right). Costs 500 credits. */
  list(): Promise<readonly FrameInfo[]>;
  /** `undefined` when it was deleted or is not a frame. */
  get(id: FrameId): Promise<FrameInfo | undefined>;
  /** Frames among what this user has selected, in reading order; pushed, so free. */
  onSelection(
    listen: (selected: { readonly frames: readonly FrameInfo[]; readonly others: number }) => void,
  ): Promise<Stop>;
  /** @param onLate is given the frame if it was made after all, when the call had timed out */
  create(frame: NewFrame, onLate?: (frame: FrameInfo) => void): Promise<FrameInfo>;
  /** Renames on the board. `false` when it no longer exists. */
  rename(id: FrameId, title: string): Promise<boolean>;
  remove(id: FrameId): Promise<void>;
  /** Centre of an empty area of this size, as close as there is one to `near`, or to the middle of the view. */
  emptySpace(
    size: { readonly width: number; readonly height: number },
    near?: { readonly x: number; readonly y: number },
  ): Promise<{ readonly x: number; readonly y: number }>;
  /** Renamed, moved, or otherwise; in which tabs that is told is not documented. */
  onChanged(listen: (frames: readonly Pick<FrameInfo, 'id' | 'title'>[]) => void): Promise<Stop>;
  onCreated(listen: (frames: readonly FrameId[]) => void): Promise<Stop>;
  onDeleted(listen: (items: readonly FrameId[]) => void): Promise<Stop>;
  /**
   * The frame of each sticky note that somebody makes in one; pushed, so free. Miro says nothing of
   * notes that are pasted or duplicated.
   */
  onNotes(listen: (frames: readonly FrameId[]) => void): Promise<Stop>;
}

/** Colours as Miro names them for sticky notes, for example `light_yellow`. */
export interface NoteLook {
  readonly shape: 'square' | 'rectangle';
  readonly fill: string;
  readonly align: string;
  readonly alignVertical: string;
}

export interface ItemInfo {
  readonly id: ItemId;
  /** Miro's name of its kind: `sticky_note`, `text`, `frame` … */
  readonly type: string;
  /** The frame (or other item) it belongs to. */
  readonly parent: string | undefined;
  /** Centre: on the board, or from the top left corner of its parent. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** A frame's title, a card's with its description, a note's or text's content with Miro's markup; else empty. */
  readonly words: string;
  /** What a line connects, which lies nowhere itself. */
  readonly joins: readonly string[];
  readonly linkedTo: string | undefined;
  readonly createdBy: UserId;
  /** `undefined`: it is no sticky note. */
  readonly note: NoteLook | undefined;
}

interface NewItem {
  /** Markup: what people typed has to be escaped. */
  readonly words: string;
  /** Centre, on the board. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface NewText extends NewItem {
  readonly fontSize: number;
  readonly align: 'left' | 'center';
}

export interface NewNote extends NewItem {
  readonly look: NoteLook;
  /** A link to this item. */
  readonly linkedTo: ItemId;
}

/** Where a copy goes: its centre on the board, and how large it is beside its original. */
export interface CopyPlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What jobs on the board read, make and take away. None of it is in a hurry. */
export interface ItemsPort {
  /** Everything on the board. Costs 500 credits, however much there is. */
  list(): Promise<readonly ItemInfo[]>;
  /** A frame as it is now, and what lies in it. `undefined` when it was deleted or is not a frame. */
  look(
    frame: FrameId,
  ): Promise<{ readonly frame: FrameInfo; readonly children: readonly ItemId[] } | undefined>;
  /**
   * The same once more, with its style, as the frame's child, which has to surround it. What it is
   * copied from is as it was last listed, deleted since or not.
   * @throws {BoardError} `not-found` when the frame has gone; then nothing is left on the board
   */
  copy(original: ItemId, place: CopyPlace, inside: FrameId): Promise<ItemId>;
  /** With a frame, which has to surround it, the text becomes the frame's child. */
  createText(text: NewText, inside?: FrameId): Promise<ItemId>;
  createNote(note: NewNote, inside?: FrameId): Promise<ItemId>;
  /** Makes it the frame's child, or no longer, where it lies. */
  adopt(frame: FrameId, item: ItemId): Promise<void>;
  release(frame: FrameId, item: ItemId): Promise<void>;
  /** `false` when it no longer exists. */
  rewrite(text: ItemId, words: string): Promise<boolean>;
  /**
   * Keeps a value with an item, for this app alone; a copy of the board has it, too. At most 6 KB an
   * item, and frames cannot. `false` when the item no longer exists.
   */
  keep(item: ItemId, name: string, value: Json): Promise<boolean>;
  /**
   * What is kept under this name in texts. Costs 500 credits, and 50 for each text looked into.
   * @param choose into which to look
   */
  keptInTexts(
    name: string,
    choose: (texts: readonly ItemInfo[]) => readonly ItemInfo[],
  ): Promise<ReadonlyMap<ItemId, unknown>>;
  /**
   * What no longer exists is no fault.
   * @param mayGo asked right before, of the item as it is then
   * @returns whether it has gone
   */
  remove(item: ItemId, mayGo?: (found: ItemInfo) => boolean): Promise<boolean>;
}

export interface ViewPort {
  get(): Promise<Viewport>;
  /** Glides to a rectangle (x and y its TOP LEFT). 0 ms jumps, for people who want less motion. */
  glide(to: Viewport, durationMs: Millis): Promise<void>;
}

export type Page = 'panel' | 'modal';

/** A modal's own window. */
export interface ModalPort {
  /** What the modal was opened with. */
  modalData(): Promise<unknown>;
  closeModal(result?: Json): Promise<void>;
}

/** A panel's own window. */
export interface PanelPort {
  /** What the panel was opened with. */
  panelData(): Promise<unknown>;
}

export interface UiPort extends ModalPort, PanelPort {
  onIcon(listen: () => void): Promise<Stop>;
  /** `false`: something else occupies the slot. */
  openPanel(data: Json): Promise<boolean>;
  /**
   * `shown: false` when the slot is taken; otherwise `closed` settles with `closeModal`'s value, or
   * `undefined` when the user closed it by ✖; it rejects when Miro does not tell: the modal may
   * stand there still.
   * @throws {BoardError} when the modal did not load in 10 s
   */
  openModal(
    size: ModalSize,
    data: Json,
  ): Promise<
    { readonly shown: false } | { readonly shown: true; readonly closed: Promise<unknown> }
  >;
  closePanel(): Promise<void>;
  /** At most 80 characters; cut here, at a grapheme, if a text ever comes out longer. */
  notify(text: string): Promise<void>;
}

export interface TimerPort {
  /** The plan of this user allows it. */
  available(): Promise<boolean>;
  /** `restMs` of the running or paused timer; `undefined`: none. */
  state(): Promise<{ readonly restMs: Millis; readonly running: boolean } | undefined>;
  start(lengthMs: Millis): Promise<void>;
  prolong(byMs: Millis): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
}

export interface UsersPort {
  /**
   * Calls `listen` with the people now online, once each (two tabs are one person), then on every change.
   * A page watches once.
   */
  watch(listen: (online: readonly BoardUser[]) => void): Promise<Stop>;
  /** Tells whoever watches who is there now, of which nobody may have told. */
  reread(): Promise<void>;
}

/**
 * All the app may ask of Miro, in its own words: the subset we use, with refusals and shapes made
 * uniform. Every call is priced, timed out (15 s) and rejected as a `BoardError`.
 */
export interface Board {
  readonly me: BoardUser;
  /** Of this user, as Miro gives it: `en`, `fr`, `de`, `es`, `ja_JP`, `pt_BR`. */
  readonly locale: string | undefined;
  readonly storage: StoragePort;
  readonly events: EventsPort;
  readonly sessions: SessionsPort;
  readonly frames: FramesPort;
  /** Loaded on first use: most boards never need it. */
  readonly items: () => Promise<ItemsPort>;
  readonly view: ViewPort;
  readonly ui: UiPort;
  readonly timer: TimerPort;
  readonly users: UsersPort;
}
