/** Ids are opaque strings; the brands keep a room's id from being passed where a user's belongs. */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** Miro user id: digits beyond 2^53, so never parsed. */
export type UserId = Id<'user'>;
export type RoomId = Id<'room'>;
/** Board item id of a frame. */
export type FrameId = Id<'frame'>;
/** Board item id of anything but a frame, or of a frame where it is one item among others. */
export type ItemId = Id<'item'>;
/** Miro collaboration session id. */
export type SessionId = Id<'session'>;
/** Random id of one background instance, so of one load of one board tab. */
export type TabId = Id<'tab'>;
/** Random id of one iframe instance: the writer in every register's stamp. */
export type WriterId = Id<'writer'>;

/** Milliseconds: a point in time when the name ends in `At`, a duration when it ends in `Ms`. */
export type Millis = number;

/** The number of a breakout: the last one plus one; 0 means that there was none yet. */
export type Epoch = number;

export const userId = (raw: string): UserId => raw as UserId;
export const roomId = (raw: string): RoomId => raw as RoomId;
export const frameId = (raw: string): FrameId => raw as FrameId;
export const itemId = (raw: string): ItemId => raw as ItemId;
export const sessionId = (raw: string): SessionId => raw as SessionId;
export const tabId = (raw: string): TabId => raw as TabId;
export const writerId = (raw: string): WriterId => raw as WriterId;
