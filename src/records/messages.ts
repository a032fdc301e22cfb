/**
 * The registers `message/<facilitator>/<slot>` of the plan. Each facilitator has a ring of slots:
 * nobody writes over another's message, and since slots are used again, the messages of a long day
 * take no more room than those of an hour.
 */
import * as v from 'valibot';
import { userId } from '../breakout/ids';
import type { Message } from '../breakout/message';
import { canonical, compare } from './canonical';
import type { Changes, Doc } from './merge';
import { register } from './register';
import { counter, finite, orNone, room, text, token } from './schemas';
import { clip, MAX_MESSAGE, MAX_NAME } from './text';
import { toJson } from './to-json';

/** Messages that are kept, of one facilitator and of all. */
const SLOTS = 20;
const MAX_MESSAGES = 50;
/** What all messages may take of the plan's 60 KB, in UTF-8. */
const MAX_BYTES = 12_000;
const PREFIX = 'message/';

export const message = register(
  `${PREFIX}*/*`,
  v.object({
    id: token,
    epoch: counter,
    text: text(MAX_MESSAGE),
    room: orNone(room),
    byName: text(MAX_NAME),
    at: finite,
  }),
);

/** Whether a register is a message: those are no part of what a breakout is opened with. */
export const isMessage = (path: string): boolean => path.startsWith(PREFIX);

/** In the order in which they were sent. */
export function decodeMessages(doc: Doc): readonly Message[] {
  return Object.keys(doc.registers)
    .filter(isMessage)
    .flatMap((path): readonly Message[] => {
      const [, by = '', slot = ''] = path.split('/');
      const found = message.in(doc, by, slot);
      if (found === undefined || found.text === '') return [];
      return [{ ...found, by: userId(by), slot: Number(slot) }];
    })
    .sort((a, b) => compare(a.at, b.at) || compare(a.slot, b.slot) || compare(a.id, b.id))
    .slice(-MAX_MESSAGES)
    .filter(({ id }, index, all) => all.findIndex((each) => each.id === id) === index);
}

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
