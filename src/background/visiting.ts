import type { Board, FrameInfo } from '../board/port';
import type { FrameId, RoomId, TabId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import { ownWayBack, withTab } from '../breakout/visit';
import { isStillThere, looksInto } from '../live/screen/in-frame';
import { personEdits } from '../records/person';
import type { Held } from './held';
import { roomFrames } from './room-frames';

export interface VisitingDeps {
  readonly board: Pick<Board, 'frames' | 'view'>;
  readonly held: Pick<Held, 'plan' | 'person'>;
  readonly tab: TabId;
}

interface Moved {
  /** Which is visited. */
  readonly room: RoomId;
  /** Of rooms that were visited, as they were then: they may have others by now. */
  readonly frames: Map<RoomId, FrameId>;
  readonly from: Viewport;
  /** It showed its user's own room before. */
  readonly own: boolean;
}

/** What is to be done in a tab about its user's visits to rooms. */
export type VisitStep = 'recognise' | 'come-back';

/**
 * [V9] A tab's part in its user's visits to rooms. The panel in which the way back is pressed brings back its own
 * tab and ends the visit; each other tab that was moved comes back here.
 */
export class Visiting {
  readonly #deps: VisitingDeps;
  /** What has moved this tab, until it is back. */
  #moved: Moved | undefined;
  /** This tab shows the room that its user is in, or has been moved to it. */
  #own = false;
  /** This page began during a visit, and has not yet looked whether that has moved it; `undefined`: not begun. */
  #beganInside: boolean | undefined;

  constructor(deps: VisitingDeps) {
    this.#deps = deps;
  }

  /** Somebody else has ended the visit, and this tab is not back yet. */
  get isOver(): boolean {
    return this.#moved !== undefined && this.#deps.held.person.value.visiting === undefined;
  }

  /**
   * To be asked with each view: a visit that is over is in no record any more.
   * @param own this tab shows the room that its user is in
   */
  due(own: boolean): VisitStep | undefined {
    const { held, tab } = this.#deps;
    this.#own = own;
    // [K3] “Remove everything” is no way back.
    if (held.person.status === 'wiped') this.#moved = undefined;
    const { visiting } = held.person.value;
    this.#beganInside ??= visiting?.tabs !== undefined;
    if (visiting === undefined) {
      this.#beganInside = false;
      return this.#moved === undefined ? undefined : 'come-back';
    }
    const from = visiting.tabs && ownWayBack(visiting, tab);
    if (from === undefined) return this.#beganInside ? 'recognise' : undefined;
    this.#beganInside = false;
    const { room } = visiting;
    const frames = this.#moved?.frames ?? new Map<RoomId, FrameId>();
    const frame = this.#frameOf(room);
    if (frame !== undefined && !frames.has(room)) frames.set(room, frame);
    this.#moved = { room, frames, from, own: this.#moved?.own ?? own };
    return undefined;
  }

  /** A page that begins during a visit and looks into a room is a tab that was moved, reloaded. */
  async recognise(): Promise<void> {
    const { board, held, tab } = this.#deps;
    const view = await board.view.get();
    const frames = await roomFrames(held.plan.value, board);
    const wasMoved = frames.some((each) => looksInto(view, each));
    const { visiting } = held.person.value;
    this.#beganInside = false;
    if (visiting === undefined || !wasMoved) return;
    held.person.edit(personEdits.set({ visiting: withTab(visiting, tab, visiting) }));
  }

  /** Unless this tab is back, or its user has gone elsewhere by hand, or has come into a room of their own since. */
  async comeBack(glide: (to: Viewport) => Promise<void>): Promise<void> {
    const moved = this.#moved;
    if (moved === undefined) return;
    const { from } = moved;
    const view = await this.#deps.board.view.get();
    const stays = (this.#own && !moved.own) || isStillThere(view, from);
    if (!stays && (await this.#isIn(view, moved))) await glide(from);
    if (this.#moved === moved) this.#moved = undefined;
  }

  /** In any room; where the frame that is visited has been deleted nobody can tell any more. */
  async #isIn(view: Viewport, { room, frames: visited }: Moved): Promise<boolean> {
    const { board, held } = this.#deps;
    const before = [...visited.values()].map((frame) => ({ frame }));
    const frames = await roomFrames({ rooms: [...held.plan.value.rooms, ...before] }, board);
    const isThere = frames.some(({ id }: FrameInfo) => id === visited.get(room));
    return !isThere || frames.some((each) => looksInto(view, each));
  }

  #frameOf(room: RoomId): FrameId | undefined {
    return this.#deps.held.plan.value.rooms.find(({ id }) => id === room)?.frame;
  }
}
