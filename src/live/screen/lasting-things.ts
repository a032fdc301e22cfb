import type { Epoch, Millis } from '../../breakout/ids';
import { aloneFor, awaitedFor, seatedFor, type Lasting } from '../lasting';
import { isAwaited, peopleOf } from '../people';
import { aloneByRoom } from '../present';
import type { Snapshot } from '../snapshot';
import { activeRun } from '../stage';

/** Since when somebody is alone, awaited, seated: as far as this screen has seen. */
export class LastingThings {
  readonly #since = new Map<string, Millis>();
  #epoch: Epoch | undefined;

  /** What is so when a screen first looks may have been so for long: it counts from ever. */
  note(snapshot: Snapshot): Lasting {
    const run = activeRun(snapshot.run);
    const epoch = run?.phase === 'open' ? run.epoch : undefined;
    const first = epoch !== this.#epoch;
    this.#epoch = epoch;
    if (first) this.#since.clear();
    if (epoch === undefined || snapshot.answered.state !== 'yes') {
      this.#epoch = undefined;
      return this.#since;
    }
    const names = lastingNow(snapshot, epoch);
    for (const name of this.#since.keys()) if (!names.has(name)) this.#since.delete(name);
    for (const name of names) {
      if (!this.#since.has(name)) this.#since.set(name, first ? -Infinity : snapshot.now);
    }
    return new Map(this.#since);
  }
}

function lastingNow(snapshot: Snapshot, epoch: Epoch): ReadonlySet<string> {
  const people = peopleOf(snapshot);
  const names = new Set<string>();
  for (const [room, user] of aloneByRoom(snapshot, people, epoch)) names.add(aloneFor(room, user));
  for (const user of snapshot.seatsOf(epoch).keys()) {
    names.add(seatedFor(user));
    if (isAwaited(people, user, epoch)) names.add(awaitedFor(user));
  }
  return names;
}
