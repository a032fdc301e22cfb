import type { Epoch, Millis, RoomId, UserId } from './ids';
import type { Question } from './person';

/** What a facilitator says to everyone in the rooms, or to one room. */
export interface Message {
  /** Unique on the board. */
  readonly id: string;
  /** A message belongs to one breakout and is forgotten with it. */
  readonly epoch: Epoch;
  readonly text: string;
  /** `undefined`: to all rooms. */
  readonly room: RoomId | undefined;
  readonly by: UserId;
  readonly byName: string;
  /** In the conductor's clock, as far as the sender knew it. */
  readonly at: Millis;
  /** Which of the sender's slots it takes in the record; used again later. */
  readonly slot: number;
}

/** Longest text that is told by a notification. Unit: UTF-16 units, as Miro counts. */
export const SHORT_MESSAGE = 80;
/** An older message is not told any more; it is still in the list. */
export const TOLD_WITHIN_MS: Millis = 5 * 60_000;

/** A notification is one line. */
export const inOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** Whether a text is too long for a notification, so that it takes a window. */
export const opensWindow = (text: string): boolean => inOneLine(text).length > SHORT_MESSAGE;

/** What somebody in this place was sent, oldest first. */
export function messagesFor(messages: readonly Message[], place: Question): readonly Message[] {
  return messages.filter(
    ({ epoch, room }) => epoch === place.epoch && (room === undefined || room === place.room),
  );
}

export interface ToldView {
  readonly messages: readonly Message[];
  readonly place: Question;
  /** Messages that need no telling any more, by their ids. */
  readonly heard: ReadonlySet<string>;
  /** The person has come to this place since the last look. */
  readonly arriving: boolean;
  /** In the conductor's clock. */
  readonly now: Millis;
}

/**
 * [E1] What has to be told now, oldest first, and what goes without telling: what is old, and on
 * arriving all but the newest.
 */
export function toBeTold({ messages, place, heard, arriving, now }: ToldView): {
  readonly tell: readonly Message[];
  readonly skip: readonly Message[];
} {
  const waiting = messagesFor(messages, place).filter(({ id }) => !heard.has(id));
  const newest = waiting.at(-1);
  const told = (message: Message): boolean =>
    now - message.at < TOLD_WITHIN_MS && (!arriving || message === newest);
  return { tell: waiting.filter(told), skip: waiting.filter((message) => !told(message)) };
}
