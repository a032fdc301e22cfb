/** What sending a message changes of the plan: apart, for most screens only read it. */
import type { Message } from '../breakout/message';
import { canonical } from './canonical';
import type { Changes } from './merge';
import { MAX_MESSAGES, message } from './messages';
import { clip, MAX_MESSAGE, MAX_NAME } from './text';
import { toJson } from './to-json';

/** Messages of one facilitator that are kept. */
const SLOTS = 20;
/** What all messages may take of the plan's 60 KB, in UTF-8. */
const MAX_BYTES = 12_000;

/**
 * Puts a message into a free slot of its sender, else into the one with the oldest, and takes back
 * what is over the limits: what other breakouts have left, then the oldest.
 *
 * @param known all that the plan holds, oldest first
 */
export function sendMessage(known: readonly Message[], sent: Omit<Message, 'slot'>): Changes {
  const slot = freeSlot(known.filter(({ by }) => by === sent.by));
  const kept: Message[] = [];
  let bytes = sizeOf(sent);
  const others = known.filter(({ by, slot: taken }) => by !== sent.by || taken !== slot);
  for (const other of others.toReversed()) {
    bytes += sizeOf(other);
    const fits = kept.length + 1 < MAX_MESSAGES && bytes <= MAX_BYTES;
    if (fits && other.epoch === sent.epoch) kept.push(other);
  }
  const dropped = others.filter((other) => !kept.includes(other));
  return {
    ...Object.fromEntries(dropped.map((old) => [message.path(old.by, old.slot), null])),
    [message.path(sent.by, slot)]: valueOf(sent),
  };
}

function freeSlot(own: readonly Message[]): number {
  const taken = new Set(own.map(({ slot }) => slot));
  const free = Array.from({ length: SLOTS }, (_, slot) => slot).find((slot) => !taken.has(slot));
  return free ?? own[0]?.slot ?? 0;
}

function valueOf({ id, epoch, text: words, room: to, byName, at }: Omit<Message, 'slot'>) {
  const texts = { text: clip(words, MAX_MESSAGE), byName: clip(byName, MAX_NAME) };
  return toJson({ id, epoch, ...texts, room: to, at });
}

const sizeOf = (sent: Omit<Message, 'slot'>): number =>
  new TextEncoder().encode(canonical(valueOf(sent))).length;
