/**
 * [J1–J4] Keeps the journal while this background conducts. Reading what is noted, and writing it,
 * never holds up the breakout: whatever goes wrong here is shown, and the rest goes on.
 */
import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Epoch, Millis, UserId } from '../breakout/ids';
import {
  notesBetween,
  nothingSeen,
  sight,
  type ChunkRef,
  type Sighting,
} from '../breakout/journal';
import type { Run } from '../breakout/run';
import { withFailure, withJournal, withoutFailure } from '../breakout/run-edits';
import { attendance, neverJoined, tookPart } from '../breakout/took-part';
import { problemOf } from '../live/problem';
import { journalRecord } from '../records/journal';
import { JournalDraft, type JournalNames } from '../records/journal-draft';
import { keys } from '../records/keys';
import { MAX_CHUNKS } from '../records/run';
import type { WriteFailure } from '../records/write-lane';
import { ChunkLane } from './chunk-lane';
import type { Held } from './held';
import type { OwnRun } from './own-run';
import type { Removals } from './removals';

export interface JournalKeeperDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly ownRun: Pick<OwnRun, 'value' | 'commit'>;
  readonly removals: Removals;
}

interface Noting {
  readonly epoch: Epoch;
  readonly term: number;
  readonly draft: JournalDraft;
  readonly lanes: ChunkLane[];
  /** Number of the first chunk: numbers are not used again after a change to counts. */
  readonly firstN: number;
  seen: Sighting;
}

export class JournalKeeper {
  readonly #deps: JournalKeeperDeps;
  #noting: Noting | undefined;

  constructor(deps: JournalKeeperDeps) {
    this.#deps = deps;
  }

  /** To be called after the conductor has evaluated, while its run is what it has just made of it. */
  evaluate(): void {
    const { held, ownRun } = this.#deps;
    const run = ownRun.value;
    if (run === undefined || run.phase === 'opening' || !held.plan.usable) return;
    const noting = this.#notingOf(this.#inMode(run));
    if (noting === undefined) return;
    if (run.phase === 'open' || run.phase === 'closing') this.#note(noting, run);
    else if (!noting.draft.ended) this.#end(noting, run);
    this.#write(noting, run.phase === 'closed' ? 'now' : 'in-time');
  }

  close(): void {
    for (const lane of this.#noting?.lanes ?? []) lane.close();
  }

  /**
   * [J2] Names that are not wanted any more go at once, with the chunks that they stand in. For this
   * breakout it stays so: people have been told that only counts are kept.
   */
  #inMode(run: Run): Run {
    const { held, ownRun, removals } = this.#deps;
    const { keeps, chunks } = run.journal;
    if (keeps === 'counts' || held.plan.value.settings.names) return run;
    const lanes = this.#noting?.lanes ?? [];
    for (const lane of lanes) lane.close();
    removals.add({
      keys: chunks.map((chunk) => keys.journal(run.epoch, chunk)),
      // A write that is under way would bring them back.
      ready: () => lanes.every(({ busy }) => !busy),
      done: () => undefined,
    });
    ownRun.commit(withJournal(run, { keeps: 'counts', chunks: [] }));
    return ownRun.value ?? run;
  }

  /** Of a breakout that is over already there is nothing to note. */
  #notingOf({ epoch, term, openedAt, phase, journal }: Run): Noting | undefined {
    const known = this.#noting;
    const same = known?.epoch === epoch && known.term === term;
    if (same && known.draft.keeps === journal.keeps) return known;
    if (phase === 'closed') return undefined;
    const most = MAX_CHUNKS - journal.chunks.length;
    // A run that lists more chunks than it may could not be written at all.
    if (most < 1) return undefined;
    const { people, run } = this.#deps.held;
    // Counts cannot be told apart: what an earlier conductor has counted is not counted again.
    const first = journal.chunks.length === 0 && !same;
    const calls =
      first || journal.keeps === 'names' || run.value === undefined
        ? []
        : sight(run.value, people.known, () => true).calls;
    this.#noting = {
      epoch,
      term,
      draft: new JournalDraft({ keeps: journal.keeps, openedAt, most }),
      lanes: [],
      firstN: same ? known.firstN + known.draft.length : 1,
      seen: { ...nothingSeen, calls },
    };
    this.#noting.draft.list(
      this.#deps.held.plan.value.rooms.map(({ id }) => id),
      this.#names,
    );
    return this.#noting;
  }

  #note(noting: Noting, run: Run): void {
    const { held, timers } = this.#deps;
    const now = sight(run, held.people.known, (user) => held.online.has(user));
    const { keeps } = noting.draft;
    const at = timers.now() - run.openedAt;
    const notes = notesBetween(noting.seen, now, { at: Math.max(0, at), keeps });
    noting.seen = now;
    if (notes.length === 0 && noting.lanes.length > 0) return;
    noting.draft.add(notes, this.#names);
    this.#changed(noting);
  }

  #end(noting: Noting, run: Run): void {
    const { held, timers } = this.#deps;
    const at: Millis = Math.max(0, (run.closesAt ?? timers.now()) - run.openedAt);
    const seats = held.seats(run.epoch).value;
    if (noting.draft.keeps === 'names') {
      const came = tookPart(run, held.people.known);
      const missed = neverJoined(held.plan.value, seats, came);
      const notes = missed.flatMap((user) => {
        const room = seats.get(user)?.room;
        return room === undefined ? [] : [{ what: 'never', at, user, room } as const];
      });
      noting.draft.add(notes, this.#names);
    }
    const counted = attendance(run, held.plan.value, seats, held.people.known);
    const { tookPart: cameIn, neverJoined: stayedAway } = counted;
    noting.draft.end({ at, planned: run.length, tookPart: cameIn, neverJoined: stayedAway });
    this.#changed(noting);
    for (const lane of noting.lanes) lane.write('now');
  }

  /** Chunks that have come into being are listed in the run: who reads it finds them. */
  #changed(noting: Noting): void {
    const { board, timers, ownRun } = this.#deps;
    const { epoch, term, draft, lanes, firstN } = noting;
    const added: ChunkRef[] = [];
    while (lanes.length < draft.length) {
      lanes.at(-1)?.changed();
      lanes.at(-1)?.write('now');
      const index = lanes.length;
      const ref = { term, n: firstN + index };
      added.push(ref);
      const lane = new ChunkLane({
        storage: board.storage,
        timers,
        key: keys.journal(epoch, ref),
        value: () => {
          const chunk = draft.chunk(index);
          return chunk && journalRecord.write(chunk);
        },
        settled: (failure) => this.#settled(epoch, failure),
      });
      lanes.push(lane);
    }
    lanes.at(-1)?.changed();
    const run = ownRun.value;
    if (added.length === 0 || run === undefined) return;
    const { keeps, chunks } = run.journal;
    ownRun.commit(withJournal(run, { keeps, chunks: [...chunks, ...added] }));
  }

  #write({ lanes }: Noting, when: 'now' | 'in-time'): void {
    for (const lane of lanes) lane.write(when);
  }

  /** [I11] A journal that cannot be written is no reason to stop, but to be told. */
  #settled(epoch: Epoch, failure: WriteFailure | undefined): void {
    const { ownRun, timers } = this.#deps;
    const run = ownRun.value;
    if (run?.epoch !== epoch) return;
    ownRun.commit(
      failure === undefined
        ? withoutFailure(run, 'journal', undefined)
        : withFailure(run, {
            step: 'journal',
            room: undefined,
            problem: problemOf(new BoardError(failure.fault, failure.detail), timers.now()),
          }),
    );
  }

  readonly #names: JournalNames = {
    person: (user: UserId) => this.#deps.held.nameOf(user),
    room: (room) => this.#deps.held.plan.value.rooms.find(({ id }) => id === room)?.name ?? '',
  };
}
