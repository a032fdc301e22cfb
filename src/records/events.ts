/**
 * The real-time events that cross bundles. They are hints: losing all of them may delay a screen,
 * never make one wrong. Commands never travel as events. Miro attaches no sender, so what an event
 * says about one is a claim.
 */
import * as v from 'valibot';
import type { EventsPort, Stop } from '../board/port';
import type { Epoch, TabId, UserId } from '../breakout/ids';
import { counter, tab, text, user } from './schemas';
import { MAX_NAME } from './text';
import { toJson } from './to-json';

export interface EventKind<T> {
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

/** "I'm ready": nudges facilitators, whose screens then look at the person records. */
export const readyEvent: EventKind<{
  readonly user: UserId;
  readonly name: string;
  readonly epoch: Epoch;
}> = { name: 'ready', schema: v.object({ user, name: text(MAX_NAME), epoch: counter }) };

/** Asks the user's other tab `tab` whether it lives; that one answers by a pong. */
export const pingEvent: EventKind<{ readonly user: UserId; readonly tab: TabId }> = {
  name: 'ping',
  schema: v.object({ user, tab }),
};

/** `tab` of `user` lives. */
export const pongEvent: EventKind<{ readonly user: UserId; readonly tab: TabId }> = {
  name: 'pong',
  schema: v.object({ user, tab }),
};

/** @throws {BoardError} which the caller may ignore: it was a hint */
export function send<T>(events: EventsPort, { name }: EventKind<T>, payload: T): Promise<void> {
  return events.broadcast(name, toJson(payload));
}

/** What is malformed is dropped: there is nobody to tell. */
export function hear<T>(
  events: EventsPort,
  { name, schema }: EventKind<T>,
  listen: (payload: T) => void,
): Promise<Stop> {
  return events.on(name, (raw) => {
    const parsed = v.safeParse(schema, raw);
    if (parsed.success) listen(parsed.output);
  });
}
