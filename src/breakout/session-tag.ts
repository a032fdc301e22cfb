/**
 * A session's description is text for people with a short tail that says which room of which
 * epoch it belongs to, so that a conductor that takes over can adopt it.
 */
import type { Epoch, RoomId } from './ids';
import { roomId } from './ids';

export interface SessionTag {
  readonly epoch: Epoch;
  readonly room: RoomId;
}

const TAIL = /\[(\d{1,10})\.([a-z0-9]{1,32})\]$/;

export function withTag(text: string, { epoch, room }: SessionTag): string {
  return `${text} [${String(epoch)}.${room}]`;
}

export function readTag(description: string): SessionTag | undefined {
  const match = TAIL.exec(description);
  if (match?.[1] === undefined || match[2] === undefined) return undefined;
  return { epoch: Number(match[1]), room: roomId(match[2]) };
}
