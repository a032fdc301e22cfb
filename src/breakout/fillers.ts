/** Who fills which rooms with copies: of two facilitators who set about it at once, one does. */
import type { RoomId, UserId } from './ids';

export interface Claim {
  /** One more than any other that was there: of two claims to a room the later one counts. */
  readonly seq: number;
  readonly rooms: readonly RoomId[];
}

export type Fillers = ReadonlyMap<UserId, Claim>;

/** Whose a room is. Two claims that did not know of each other are told apart by their users. */
export function fillerOf(fillers: Fillers, room: RoomId): UserId | undefined {
  let best: { readonly user: UserId; readonly seq: number } | undefined;
  for (const [user, { seq, rooms }] of fillers) {
    if (!rooms.includes(room)) continue;
    if (best === undefined || seq > best.seq || (seq === best.seq && user < best.user))
      best = { user, seq };
  }
  return best?.user;
}

/** Claims that another one, with these rooms, leaves nothing of. */
export function supersededBy(fillers: Fillers, rooms: readonly RoomId[]): readonly UserId[] {
  const taken = new Set(rooms);
  return [...fillers]
    .filter(([, claim]) => claim.rooms.every((room) => taken.has(room)))
    .map(([user]) => user);
}
