/** Company for people who are alone in their rooms. Pure; rules N1 and N2 of docs/spec.md. */
import type { RoomId, UserId } from './ids';

/** A room as it is now: who is really in it. */
export interface Occupied {
  readonly id: RoomId;
  readonly inside: readonly UserId[];
  /** Most people that fit; `undefined`: any number. */
  readonly places: number | undefined;
}

export interface PairingOptions {
  /** Who stays where they are: they can get company but are not asked to move. */
  readonly pinned?: ReadonlySet<UserId>;
  /** Rooms with one person in them who needs no company: somebody is on the way. */
  readonly expecting?: ReadonlySet<RoomId>;
}

/** Asked from a larger group only if three are left to choose from: two would leave one alone. */
const LARGE = 3;

interface Lone {
  readonly user: UserId;
  readonly room: RoomId;
  readonly canMove: boolean;
  readonly canReceive: boolean;
}

/**
 * [Y1] The fewest moves after which nobody is alone, as far as pins and places allow. A move helps
 * two at best, the one who goes and the one who is joined: so those who may only receive are
 * joined by those who may only move, first of all.
 */
export function pairUp(
  rooms: readonly Occupied[],
  { pinned = new Set(), expecting = new Set() }: PairingOptions = {},
): ReadonlyMap<UserId, RoomId> {
  const lones = rooms.flatMap((room) => loneIn(room, pinned, expecting));
  const moves = new Map<UserId, RoomId>();
  const waiting = new Set(lones);

  /** As many movers of one kind go to receivers of another as there are pairs of them. */
  const join = (mover: (lone: Lone) => boolean, receiver: (lone: Lone) => boolean): void => {
    for (;;) {
      const host = [...waiting].find(receiver);
      const guest = [...waiting].find((lone) => lone !== host && mover(lone));
      if (host === undefined || guest === undefined) return;
      waiting.delete(host);
      waiting.delete(guest);
      moves.set(guest.user, host.room);
    }
  };
  const both = ({ canMove, canReceive }: Lone) => canMove && canReceive;
  const onlyMoves = (lone: Lone) => lone.canMove && !lone.canReceive;
  const onlyReceives = (lone: Lone) => !lone.canMove && lone.canReceive;
  join(onlyMoves, onlyReceives);
  join(onlyMoves, both);
  join(both, onlyReceives);
  join(both, both);

  const crowd = new Crowd(rooms, moves);
  for (const lone of waiting) {
    if (lone.canMove) {
      const room = crowd.smallestCompany(lone.room);
      if (room !== undefined) crowd.move(lone.user, lone.room, room);
    } else if (lone.canReceive) {
      const from = crowd.largestGroup(pinned);
      if (from !== undefined) crowd.move(from.user, from.room, lone.room);
    }
  }
  return crowd.moves;
}

function loneIn(
  { id, inside, places }: Occupied,
  pinned: ReadonlySet<UserId>,
  expecting: ReadonlySet<RoomId>,
): Lone[] {
  const [user] = inside;
  if (user === undefined || inside.length !== 1 || expecting.has(id)) return [];
  return [
    { user, room: id, canMove: !pinned.has(user), canReceive: places === undefined || places > 1 },
  ];
}

/** Who would be where, after the moves that are decided so far. */
class Crowd {
  readonly #rooms: readonly Occupied[];
  readonly #moves: Map<UserId, RoomId>;
  readonly #inside = new Map<RoomId, UserId[]>();

  constructor(rooms: readonly Occupied[], moves: ReadonlyMap<UserId, RoomId>) {
    this.#rooms = rooms;
    this.#moves = new Map();
    for (const { id, inside } of rooms) this.#inside.set(id, [...inside]);
    for (const { id, inside } of rooms) {
      for (const user of inside) {
        const to = moves.get(user);
        if (to !== undefined) this.move(user, id, to);
      }
    }
  }

  get moves(): ReadonlyMap<UserId, RoomId> {
    return this.#moves;
  }

  move(user: UserId, from: RoomId, to: RoomId): void {
    this.#moves.set(user, to);
    this.#inside.set(
      from,
      this.#in(from).filter((one) => one !== user),
    );
    this.#inside.set(to, [...this.#in(to), user]);
  }

  smallestCompany(but: RoomId): RoomId | undefined {
    let best: Occupied | undefined;
    for (const room of this.#rooms) {
      const size = this.#in(room.id).length;
      if (room.id === but || size === 0 || size >= (room.places ?? Infinity)) continue;
      if (best === undefined || size < this.#in(best.id).length) best = room;
    }
    return best?.id;
  }

  /** Somebody who can be spared, from the fullest room. */
  largestGroup(
    pinned: ReadonlySet<UserId>,
  ): { readonly user: UserId; readonly room: RoomId } | undefined {
    const bySize = [...this.#inside].sort(([, a], [, b]) => b.length - a.length);
    for (const [room, inside] of bySize) {
      // Whoever has just been given a room stays in it.
      const user = inside.findLast((one) => !pinned.has(one) && !this.#moves.has(one));
      if (inside.length >= LARGE && user !== undefined) return { user, room };
    }
    return undefined;
  }

  #in(room: RoomId): readonly UserId[] {
    return this.#inside.get(room) ?? [];
  }
}
