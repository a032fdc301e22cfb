/**
 * The background of a user who has nothing to do: it keeps an eye on a few records, with a fraction
 * of the code, and writes nothing.
 */
import type { BoardUser, StoragePort } from '../board/port';
import type { UserId } from '../breakout/ids';
import { mayBeInRoom, mayConcern } from '../records/hints';
import { keys } from '../records/keys';

export interface IdleDeps {
  readonly me: Pick<BoardUser, 'id'>;
  readonly storage: Pick<StoragePort, 'watch' | 'read' | 'remove'>;
}

/** Beats bring nothing new, but come again every ten seconds: pushes of the others may be lost. */
const WATCHED = [keys.plan, keys.run, keys.beat];

/**
 * [B1] Resolves when this user may have something to do: at once, or [B2] as soon as somebody
 * changes what is wanted or done here. On a board where nobody prepares a breakout it never does.
 * @returns whether this user was in no room as it was called
 * @throws {BoardError} when storage does not answer
 */
export async function untilConcerned({ me, storage }: IdleDeps): Promise<boolean> {
  const seen = new Map<string, unknown>();
  let begin = (): void => undefined;
  const changed = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const glance = (key: string) =>
    storage.watch(key, (raw) => {
      const isNew = seen.has(key) && JSON.stringify(raw) !== JSON.stringify(seen.get(key));
      seen.set(key, raw);
      // What vanishes was wiped: that is no reason to begin.
      if (isNew && raw !== undefined) begin();
      else if (isNew && key === keys.plan) void removeOwn(me.id, storage);
    });

  const [person, ...stops] = await Promise.all([
    storage.read(keys.person(me.id)),
    ...WATCHED.map(glance),
  ]);
  const [plan, run] = [seen.get(keys.plan), seen.get(keys.run)];
  if (!mayConcern(me.id, { plan, run, person })) await changed;
  for (const stop of stops) stop();
  return !mayBeInRoom(person);
}

/** [K3] Everything has been removed from this board: this user's record goes, too. */
async function removeOwn(user: UserId, storage: IdleDeps['storage']): Promise<void> {
  try {
    // An old push may come late.
    if ((await storage.read(keys.plan)) === undefined) await storage.remove(keys.person(user));
  } catch {
    // It says no more than that this user has the app, and goes with the next removal.
  }
}
