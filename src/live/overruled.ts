/** Two facilitators changed the same thing, and the other's change stands. */
import { userId, type Epoch, type UserId } from '../breakout/ids';
import { nameOf } from './people';
import type { Snapshot } from './snapshot';
import type { Notice } from './views';

/** What was taken from us: somebody's seat, or something else. */
export interface Overruled {
  readonly seat: { readonly epoch: Epoch; readonly user: UserId } | undefined;
}

/** The paths of a seats record are the users' ids. */
export function overruledBy(epoch: Epoch | undefined, paths: readonly string[]): Overruled {
  const [path] = paths;
  const seat = epoch !== undefined && path !== undefined;
  return { seat: seat ? { epoch, user: userId(path) } : undefined };
}

export function overruledNotice(snapshot: Snapshot, { seat }: Overruled): Notice {
  const by = theOther(snapshot);
  if (seat === undefined) return { kind: 'overruled', by, move: undefined };
  const room = snapshot.seatsOf(seat.epoch).get(seat.user)?.room;
  const name = snapshot.plan.rooms.find(({ id }) => id === room)?.name;
  const move = name === undefined ? undefined : { name: nameOf(snapshot, seat.user), room: name };
  return { kind: 'overruled', by, move };
}

/** Edits carry no name: whose it was is known only if just one other facilitator is here. */
function theOther(snapshot: Snapshot): string | undefined {
  const here = new Set(snapshot.online.map(({ id }) => id));
  const others = snapshot.plan.facilitators.filter(
    ({ user }) => user !== snapshot.me.id && here.has(user),
  );
  const [other] = others;
  return other !== undefined && others.length === 1 ? nameOf(snapshot, other.user) : undefined;
}
