/** Messages as the screens show them, newest first. */
import { conductorNow } from '../breakout/clock';
import type { Epoch, Millis, RoomId } from '../breakout/ids';
import { messagesFor, type Message } from '../breakout/message';
import type { Question } from '../breakout/person';
import type { Snapshot } from './snapshot';
import type { PersonState, RoomView } from './views';

export interface MessageView {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  /** Name of the room it was sent to; `undefined`: to all. */
  readonly to: string | undefined;
  /** On the local clock. */
  readonly at: Millis;
}

export interface ReceivedMessage extends MessageView {
  readonly unread: boolean;
}

/** What facilitators have sent in this breakout. */
export function sentMessages(snapshot: Snapshot, epoch: Epoch): readonly MessageView[] {
  return snapshot.plan.messages
    .filter((message) => message.epoch === epoch)
    .map((message) => messageView(snapshot, message))
    .reverse();
}

/** What reached this person, or would have, had they been in the room. */
export function receivedMessages(snapshot: Snapshot, place: Question): readonly ReceivedMessage[] {
  const known = snapshot.people.get(snapshot.me.id)?.read;
  const read = new Set(known?.epoch === place.epoch ? known.ids : []);
  return messagesFor(snapshot.plan.messages, place)
    .map((message) => ({ ...messageView(snapshot, message), unread: !read.has(message.id) }))
    .reverse();
}

export function messageView(snapshot: Snapshot, message: Message): MessageView {
  const { estimate, now, plan } = snapshot;
  const agoMs = conductorNow(estimate, now) - message.at;
  return {
    id: message.id,
    text: message.text,
    by: message.byName,
    to: plan.rooms.find(({ id }) => id === message.room)?.name,
    at: now - agoMs,
  };
}

export interface Reach {
  /** People who are told now. */
  readonly told: number;
  /** People in those rooms, or seated there and on the board, without the app. */
  readonly withoutApp: number;
  /** With the app, but not in the room: told when they come. */
  readonly later: number;
}

const WITHOUT_APP: ReadonlySet<PersonState> = new Set([
  'without-app',
  'native-invited',
  'native-in',
  'native-no',
]);

/** Whom a message reaches. Who is away counts nowhere. */
export function reachOf(
  rooms: readonly Pick<RoomView, 'id' | 'people'>[],
  to: RoomId | undefined,
): Reach {
  const states = rooms
    .filter(({ id }) => to === undefined || id === to)
    .flatMap(({ people }) => people.map(({ state }) => state))
    .filter((state) => state !== 'away');
  const told = states.filter((state) => state === 'in').length;
  const withoutApp = states.filter((state) => WITHOUT_APP.has(state)).length;
  return { told, withoutApp, later: states.length - told - withoutApp };
}
