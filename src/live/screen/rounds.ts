/** Mixing memory on one screen: what earlier rounds were like, and groups for the next one. */
import type { StoragePort } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Epoch, UserId } from '../../breakout/ids';
import { groupsOf, Met, repeatedPairs, type Groups } from '../../breakout/met';
import type { Plan } from '../../breakout/plan';
import type { Run } from '../../breakout/run';
import type { Division } from '../../breakout/seating';
import type { Seats } from '../../breakout/seats';
import { cameTo } from '../came-to';
import { divisionOf, idsOf, seatedIn } from '../edits/seats-of';
import type { RoundsFacts } from '../rounds-facts';
import type { Snapshot } from '../snapshot';
import { facilitatorStage, lastRun } from '../stage';
import { LastRound } from './last-round';
import { PastRounds, type PastRound } from './past-rounds';
import { SlicedMixing } from './sliced-mixing';

export interface RoundsDeps {
  readonly board: { readonly storage: Pick<StoragePort, 'read'> };
  readonly timers: Timers;
  readonly onChange: () => void;
}

interface Memory {
  readonly key: string;
  readonly seats: Seats;
  readonly rounds: readonly (readonly [Epoch, PastRound])[];
  readonly met: Met;
}

export class Rounds {
  readonly #deps: RoundsDeps;
  readonly #past: PastRounds;
  readonly #last: LastRound;
  #memory: Memory | undefined;
  /** New groups found ahead, for these people, rooms and rounds. */
  #ahead: { readonly key: string; readonly mixing: SlicedMixing } | undefined;
  #preview: { plan: Plan; seats: Seats; met: Met; repeats: number } | undefined;
  #closed = false;

  constructor(deps: RoundsDeps) {
    this.#deps = deps;
    this.#past = new PastRounds(deps.board.storage);
    this.#last = new LastRound({ ...deps, storage: deps.board.storage });
  }

  /** `undefined` before the first round, while one is open, and until the earlier ones are read. */
  facts(snapshot: Snapshot): RoundsFacts | undefined {
    const memory = this.#remember(snapshot);
    if (memory === undefined) return undefined;
    return {
      past: memory.rounds.map(([epoch]) => epoch),
      unreadable: this.#past.unreadable,
      newGroups: this.#ahead?.mixing.result?.repeats,
      prepared: this.#previewed(snapshot, memory),
    };
  }

  /** Reads the earlier rounds and, after a round, looks for groups ahead, so that no click waits. */
  follow(snapshot: Snapshot): void {
    if (this.#closed) return;
    const last = lastOver(snapshot);
    if (last === undefined) return;
    void this.#last.read(last);
    const memory = this.#remember(snapshot);
    if (memory === undefined) {
      void this.#past.read(last.epoch - 1).then(this.#deps.onChange);
      return;
    }
    if (facilitatorStage(snapshot).at === 'after') this.#lookAhead(snapshot, memory);
  }

  /** New groups for the next round: those whose repeats the screen has announced, if it has. */
  async newGroups(now: () => Snapshot): Promise<Groups> {
    const memory = await this.#recall(now);
    if (memory === undefined) return new Map();
    return (await this.#lookAhead(now(), memory).found).groups;
  }

  /** Other groups than those prepared: a search of its own for each time this is asked. */
  async otherGroups(now: () => Snapshot): Promise<Groups> {
    const memory = await this.#recall(now);
    const { epoch } = facilitatorStage(now());
    const met = memory?.met ?? new Met([]);
    const mixing = new SlicedMixing({ ...divisionOf(now(), epoch), met }, this.#deps.timers);
    return (await mixing.found).groups;
  }

  async groupsOf(round: Epoch, now: () => Snapshot): Promise<Groups> {
    const memory = await this.#recall(now);
    return memory?.rounds.find(([epoch]) => epoch === round)?.[1].groups ?? new Map<never, never>();
  }

  close(): void {
    this.#closed = true;
    this.#ahead?.mixing.stop();
  }

  async #recall(now: () => Snapshot): Promise<Memory | undefined> {
    const last = lastOver(now());
    if (last === undefined) return undefined;
    await Promise.all([this.#past.read(last.epoch - 1), this.#last.read(last)]);
    return this.#remember(now());
  }

  /**
   * [N1] The last round is followed on this screen: until its journal is known, and where it says
   * nothing of people, whom we know not to have come has met nobody.
   */
  #remember(snapshot: Snapshot): Memory | undefined {
    const last = lastOver(snapshot)?.epoch;
    if (last === undefined) return undefined;
    const earlier = this.#past.upTo(last - 1);
    if (earlier === undefined) return undefined;
    const seats = snapshot.seatsOf(last);
    const absent = [...seats.keys()].filter((user) => !cameTo(snapshot, last, user));
    const noted = this.#last.together(last);
    const key = [last, noted === undefined ? 'seats' : 'journal', ...absent].join(' ');
    if (this.#memory?.key === key && this.#memory.seats === seats) return this.#memory;
    const groups = groupsWithout(seats, new Set(absent));
    const together = noted ?? groupsOf(groups);
    const rounds = [...earlier, [last, { groups, together }] as const];
    const met = new Met(rounds.map(([, round]) => round.together));
    this.#memory = { key, seats, rounds, met };
    return this.#memory;
  }

  #lookAhead(snapshot: Snapshot, { key: past, met }: Memory): SlicedMixing {
    const { epoch } = facilitatorStage(snapshot);
    const division = divisionOf(snapshot, epoch);
    const key = `${past} / ${keyOf(division)}`;
    if (this.#ahead?.key === key) return this.#ahead.mixing;
    this.#ahead?.mixing.stop();
    const mixing = new SlicedMixing({ ...division, met }, this.#deps.timers);
    this.#ahead = { key, mixing };
    void mixing.found.then(this.#deps.onChange);
    return mixing;
  }

  /** A large room has many pairs, and screens are painted often: counted once for each change. */
  #previewed(snapshot: Snapshot, { met }: Memory): number | undefined {
    const { at, epoch } = facilitatorStage(snapshot);
    if (at !== 'prepare' || met.isEmpty) return undefined;
    const { plan } = snapshot;
    const seats = snapshot.seatsOf(epoch);
    const known = this.#preview;
    if (known?.plan === plan && known.seats === seats && known.met === met) return known.repeats;
    const repeats = repeatedPairs(seatedIn(snapshot, epoch, idsOf(plan.rooms)), met);
    this.#preview = { plan, seats, met, repeats };
    return repeats;
  }
}

/** The round that is over; `undefined` while one is under way. */
function lastOver({ run }: Snapshot): Run | undefined {
  const last = lastRun(run);
  return last?.phase === 'closed' ? last : undefined;
}

function groupsWithout(seats: Seats, absent: ReadonlySet<UserId>): Groups {
  const present = [...seats].filter(([user]) => !absent.has(user));
  return new Map(present.map(([user, { room }]) => [user, room]));
}

function keyOf({ people, rooms, kept = new Map() }: Division): string {
  return JSON.stringify([[...people].sort(), rooms, [...kept]]);
}
