/**
 * Keeps names in order: of rooms that were named alike by the app, and of rooms and their frames,
 * which people rename on the board and in the panel. Nothing is looked at again and again: Miro
 * tells of a frame that was renamed, the plan of a room that was.
 */
import type { Board, FrameInfo, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import { distinctNames } from '../breakout/distinct-names';
import type { FrameId } from '../breakout/ids';
import { titleStep } from '../breakout/in-step';
import type { Room } from '../breakout/plan';
import { tidyName } from '../live/edits/names';
import { planEdits } from '../records/plan-edits';
import { BackOff } from './back-off';
import type { Held } from './held';
import type { OwnProblem } from './own-problem';

export interface NameKeeperDeps {
  readonly board: Pick<Board, 'frames'>;
  readonly timers: Timers;
  readonly held: Held;
  readonly problem: OwnProblem;
  readonly wake: () => void;
}

/** How this is called in the person record. */
const STEP = 'rename';

/** A room with its frame. */
type Framed = Room & { readonly frame: FrameId };

export class NameKeeper {
  readonly #deps: NameKeeperDeps;
  readonly #backOff = new BackOff();
  /** Frames of which Miro has told another title than their rooms have. */
  readonly #news = new Set<FrameId>();
  readonly #gone = new Set<FrameId>();
  #watch: 'no' | 'asked' | 'yes' = 'no';
  #stops: readonly Stop[] = [];
  /** As told apart already: rooms are made anew with each change. */
  #apart: readonly Room[] = [];
  #first = false;
  #busy = false;

  constructor(deps: NameKeeperDeps) {
    this.#deps = deps;
  }

  /**
   * To be called for leading tabs of facilitators only.
   * @param first this user is the first of the facilitators who are here: of things that only one
   *   need do, theirs
   */
  evaluate({ first }: { readonly first: boolean }): void {
    this.#first = first;
    if (this.#watch === 'no') void this.#begin();
    if (first) this.#tellApart();
    if (this.#busy) return;
    if (this.#due().length === 0) {
      this.#done();
      return;
    }
    if (!this.#backOff.mayTry('titles', this.#deps.timers.monotonic())) return;
    this.#busy = true;
    this.#backOff.begin('titles');
    void this.#bringInStep();
  }

  close(): void {
    this.#watch = 'asked';
    for (const stop of this.#stops) stop();
  }

  /** [O7] */
  #tellApart(): void {
    const { plan } = this.#deps.held;
    const { rooms } = plan.value;
    if (rooms === this.#apart) return;
    const names = distinctNames(rooms);
    if (names.size === 0) this.#apart = rooms;
    for (const [room, name] of names) plan.edit(planEdits.setRoom(room, { name }));
  }

  async #begin(): Promise<void> {
    const { board, wake } = this.#deps;
    this.#watch = 'asked';
    try {
      this.#stops = await Promise.all([
        board.frames.onChanged((frames) => this.#hear(frames)),
        // Undoing a deletion creates the frame again, with its old id.
        board.frames.onCreated((frames) => {
          for (const frame of frames) this.#gone.delete(frame);
          wake();
        }),
      ]);
      this.#watch = 'yes';
    } catch {
      // Asked again with the next evaluation; a panel that opens looks at the frames, too.
      this.#watch = 'no';
    }
  }

  /** Frames are told of that were only moved, again and again. */
  #hear(frames: readonly Pick<FrameInfo, 'id' | 'title'>[]): void {
    const { held, wake } = this.#deps;
    for (const { id, title } of frames) {
      const room = held.plan.value.rooms.find(({ frame }) => frame === id);
      if (room !== undefined && tidyName(title) !== room.title) this.#news.add(id);
    }
    if (this.#news.size > 0) wake();
  }

  /** Whoever hears of a frame lets the room follow; frames are renamed by one. */
  #due(): readonly Framed[] {
    return this.#deps.held.plan.value.rooms
      .filter(hasFrame)
      .filter(
        ({ frame, name, title }) =>
          !this.#gone.has(frame) && (this.#news.has(frame) || (this.#first && name !== title)),
      );
  }

  async #bringInStep(): Promise<void> {
    const { problem, timers, wake } = this.#deps;
    try {
      for (const room of this.#due()) await this.#follow(room);
      this.#done();
    } catch (error) {
      this.#backOff.failed('titles', timers.monotonic());
      problem.note(STEP, error);
      const again = this.#backOff.nextAt();
      if (again !== undefined) timers.after(again - timers.monotonic(), wake);
    } finally {
      this.#busy = false;
      wake();
    }
  }

  /** [I11] What had failed is done, be it by somebody else: it is no failure any more. */
  #done(): void {
    this.#backOff.succeeded('titles');
    this.#deps.problem.settle((step) => step === STEP);
  }

  /** What Miro told may be older than what it has, so the frame is asked. */
  async #follow({ id, frame }: Framed): Promise<void> {
    const { board, held } = this.#deps;
    const found = await board.frames.get(frame);
    this.#news.delete(frame);
    const room = held.plan.value.rooms.find((each) => each.id === id && each.frame === frame);
    if (found === undefined) this.#gone.add(frame);
    if (found === undefined || room === undefined) return;
    const { name } = room;
    const title = tidyName(found.title);
    switch (titleStep(room, title)) {
      case 'nothing':
        return;
      case 'remember':
        held.plan.edit(planEdits.setRoom(id, { title }));
        return;
      case 'name-room':
        held.plan.edit(planEdits.setRoom(id, { name: title, title, given: null }));
        return;
      case 'title-frame':
        if (!this.#first) return;
        if (await board.frames.rename(frame, name)) {
          held.plan.edit(planEdits.setRoom(id, { title: name }));
        } else this.#gone.add(frame);
    }
  }
}

function hasFrame(room: Room): room is Framed {
  return room.frame !== undefined;
}
