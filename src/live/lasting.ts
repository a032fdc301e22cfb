/**
 * What must have lasted for a while before a facilitator is bothered with it. A view has no memory,
 * so the screen notes since when each of these things is so (`screen/lasting-things.ts`).
 */
import type { Millis, RoomId, UserId } from '../breakout/ids';
import type { Snapshot } from './snapshot';

/** By the name of each thing, since when it is so, in this screen's clock. */
export type Lasting = ReadonlyMap<string, Millis>;

export const aloneFor = (room: RoomId, user: UserId): string => `alone ${room} ${user}`;
export const awaitedFor = (user: UserId): string => `awaited ${user}`;
export const seatedFor = (user: UserId): string => `seated ${user}`;

/** Whether it has been so for `ms`. What this screen has not noted was so before it looked. */
export function hasLasted(
  { lasting, now }: Pick<Snapshot, 'lasting' | 'now'>,
  name: string,
  ms: Millis,
): boolean {
  const sinceAt = lasting.get(name);
  return sinceAt === undefined || now >= sinceAt + ms;
}
