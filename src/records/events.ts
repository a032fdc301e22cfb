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

export interface Ready {
  readonly user: UserId;
  readonly name: string;
  readonly epoch: Epoch;
}

const READY = 'ready';
const ready = v.object({ user, name: text(MAX_NAME), epoch: counter });

const PING = 'ping';
const ping = v.object({ user });

/**
 * "I'm ready": nudges facilitators, whose numbers come from the person records all the same.
 * @throws {BoardError} which a caller may ignore: it was a hint
 */
export function broadcastReady(events: EventsPort, payload: Ready): Promise<void> {
  return events.broadcast(READY, toJson(payload));
}

export function onReady(events: EventsPort, listen: (payload: Ready) => void): Promise<Stop> {
  return hear(events, READY, ready, listen);
}

/**
 * Asks the tabs of this user whether one conducts; that one answers by a beat.
 * @throws {BoardError} which a caller may ignore: it was a hint
 */
export function broadcastPing(events: EventsPort, asked: UserId): Promise<void> {
  return events.broadcast(PING, { user: asked });
}

export function onPing(events: EventsPort, listen: (asked: UserId) => void): Promise<Stop> {
  return hear(events, PING, ping, (payload) => listen(payload.user));
}

/** What is malformed is dropped: there is nobody to tell. */
function hear<T>(
  events: EventsPort,
  name: string,
  schema: v.GenericSchema<unknown, T>,
  listen: (payload: T) => void,
): Promise<Stop> {
  return events.on(name, (raw) => {
    const parsed = v.safeParse(schema, raw);
    if (parsed.success) listen(parsed.output);
  });
}
