/**
 * The registers `message/<facilitator>/<slot>` of the plan. Each facilitator has a ring of slots:
 * nobody writes over another's message, and since slots are used again, the messages of a long day
 * take no more room than those of an hour.
 */
import * as v from 'valibot';
import { userId } from '../breakout/ids';
import type { Message } from '../breakout/message';
import { compare } from './canonical';
import type { Doc } from './merge';
import { register } from './register';
import { counter, finite, orNone, room, text, token } from './schemas';
import { MAX_MESSAGE, MAX_NAME } from './text';

/** Messages that are kept, of all facilitators. */
export const MAX_MESSAGES = 50;
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
