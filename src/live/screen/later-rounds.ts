import type { Epoch } from '../../breakout/ids';
import type { Groups } from '../../breakout/met';
import type { RoundsFacts } from '../rounds-facts';
import type { Snapshot } from '../snapshot';
import { facilitatorStage, lastRun } from '../stage';
import type { Rounds, RoundsDeps } from './rounds';

/** What the actions of a screen may ask about other rounds. */
export interface RoundsDesk {
  /** For the next round: people who have not met. */
  newGroups(): Promise<Groups>;
  /** Instead of those prepared: people who have not met, in another way each time. */
  otherGroups(): Promise<Groups>;
  /** Empty if that round is not known. */
  groupsOf(round: Epoch): Promise<Groups>;
}

/** `Rounds`, loaded once there has been a round: the first screen does without it. */
export class LaterRounds implements RoundsDesk {
  readonly #deps: RoundsDeps;
  readonly #now: () => Snapshot;
  #loading: Promise<Rounds> | undefined;
  #rounds: Rounds | undefined;
  #closed = false;

  constructor(deps: RoundsDeps & { readonly now: () => Snapshot }) {
    this.#deps = deps;
    this.#now = deps.now;
  }

  facts(snapshot: Snapshot): RoundsFacts | undefined {
    return this.#rounds?.facts(snapshot);
  }

  follow(snapshot: Snapshot): void {
    const { at } = facilitatorStage(snapshot);
    if (lastRun(snapshot.run) === undefined || (at !== 'after' && at !== 'prepare')) return;
    if (this.#rounds !== undefined) this.#rounds.follow(snapshot);
    // What cannot be loaded now is asked for again by whoever needs it.
    else void this.#load().then(this.#deps.onChange, () => undefined);
  }

  newGroups = async (): Promise<Groups> => (await this.#load()).newGroups(this.#now);
  otherGroups = async (): Promise<Groups> => (await this.#load()).otherGroups(this.#now);
  groupsOf = async (round: Epoch): Promise<Groups> =>
    (await this.#load()).groupsOf(round, this.#now);

  close(): void {
    this.#closed = true;
    this.#rounds?.close();
  }

  async #load(): Promise<Rounds> {
    this.#loading ??= import('./rounds').then(({ Rounds }) => new Rounds(this.#deps));
    try {
      const rounds = await this.#loading;
      if (this.#closed) rounds.close();
      this.#rounds = rounds;
      return rounds;
    } catch (fault) {
      this.#loading = undefined;
      throw fault;
    }
  }
}
