/**
 * The real-time events that cross bundles. They are hints: losing all of them may delay a screen,
 * never make one wrong. Commands never travel as events. Miro attaches no sender, so what an event
 * says about one is a claim.
 */
import * as v from 'valibot';
import type { EventsPort, Stop } from '../board/port';
import type { Epoch, UserId } from '../breakout/ids';
import { counter, text, user } from './schemas';
import { MAX_NAME } from './text';
import { toJson } from './to-json';

export interface EventKind<T> {
  readonly name: string;
  readonly schema: v.GenericSchema<unknown, T>;
}

export interface Ready {
  readonly user: UserId;
  readonly name: string;
  readonly epoch: Epoch;
}

/** "I'm ready": nudges facilitators, whose numbers come from the person records all the same. */
export const readyEvent: EventKind<Ready> = {
  name: 'ready',
  schema: v.object({ user, name: text(MAX_NAME), epoch: counter }),
};

/** Asks the other tabs of this user whether one conducts; that one answers by a beat. */
export const pingEvent: EventKind<{ readonly user: UserId }> = {
  name: 'ping',
  schema: v.object({ user }),
};

/** @throws {BoardError} which a caller may ignore: it was a hint */
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

export function broadcastReady(events: EventsPort, payload: Ready): Promise<void> {
  return send(events, readyEvent, payload);
}

export function onReady(events: EventsPort, listen: (payload: Ready) => void): Promise<Stop> {
  return hear(events, readyEvent, listen);
}

export function broadcastPing(events: EventsPort, asked: UserId): Promise<void> {
  return send(events, pingEvent, { user: asked });
}

export function onPing(events: EventsPort, listen: (asked: UserId) => void): Promise<Stop> {
  return hear(events, pingEvent, (payload) => listen(payload.user));
}
