/** "Remove everything this app stored on this board". */
import type { Epoch, UserId } from '../../breakout/ids';
import { keys } from '../../records/keys';
import { keysOfEpoch, type StoredIndex } from '../../records/stored-index';
import type { Desk } from '../actions/desk';
import { foundSetups } from '../on-board/found-setups';
import type { Snapshot } from '../snapshot';
import { nextEpoch } from '../stage';
import { readIndex } from './read-index';

/**
 * [K3] The plan goes last: as long as it stands, a removal that was interrupted can be repeated, and
 * when it goes, every app on the board removes its own user's record and forgets the rest.
 * @throws {BoardError} a key could not be removed; what has gone stays gone
 */
export async function removeEverything(desk: Desk): Promise<void> {
  const { storage } = desk.board;
  const items = await desk.board.items();
  const texts = (await foundSetups(items)).map(
    ({ id }) =>
      () =>
        items.remove(id),
  );
  const stored = storedKeys(desk.snapshot(), await readIndex(storage));
  const all = [...texts, ...stored.map((key) => () => storage.remove(key))];
  try {
    for (const [done, remove] of all.entries()) {
      desk.remember({ removing: { done, of: all.length } });
      await remove();
    }
    desk.remember({ rounds: [], recaps: new Map() });
  } finally {
    desk.remember({ removing: undefined });
  }
}

/** Everything that may be stored, in the order in which it is to go. */
export function storedKeys(
  { run, plan, me, people, online, seatsOf }: Snapshot,
  index: StoredIndex,
): readonly string[] {
  const next = nextEpoch(run);
  const epochs = new Map(index.epochs);
  // The index is the conductor's: of what has only been prepared it knows nothing.
  for (const epoch of [next - 1, next, plan.prepared]) {
    if (epoch > 0 && !epochs.has(epoch)) epochs.set(epoch, []);
  }
  if (run !== undefined) epochs.set(run.epoch, run.journal.chunks);
  const users = new Set<UserId>([
    me.id,
    ...index.people,
    ...people.keys(),
    ...online.map(({ id }) => id),
    ...[next - 1, next].flatMap((epoch: Epoch) => [...seatsOf(epoch).keys()]),
  ]);
  return [
    ...[...epochs].flatMap(([epoch, chunks]) => keysOfEpoch(epoch, chunks)),
    // Who was a facilitator once may have left a job on the board behind.
    ...[...users].flatMap((user) => [keys.work(user), keys.blueprint(user), keys.person(user)]),
    keys.labels,
    keys.fillers,
    keys.setups,
    keys.beat,
    keys.run,
    keys.index,
    keys.plan,
  ];
}
