import type { Board, FrameInfo } from '../board/port';
import type { RoomId, TabId } from '../breakout/ids';
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

/** What is to be done in a tab about its user's visits to rooms. */
export type VisitStep = 'recognise' | 'come-back';

/**
 * [V9] A tab's part in its user's visits to rooms. The panel in which the way back is pressed brings back its own
 * tab and ends the visit; each other tab that was moved comes back here.
 */
export class Visiting {
  readonly #deps: VisitingDeps;
  /** What has moved this tab, until it is back. */
  #moved: { readonly room: RoomId; readonly from: Viewport } | undefined;
  /** This page began during a visit, and has not yet looked whether that has moved it; `undefined`: not begun. */
  #beganInside: boolean | undefined;

  constructor(deps: VisitingDeps) {
    this.#deps = deps;
  }

  /** To be asked with each view: a visit that is over is in no record any more. */
  due(): VisitStep | undefined {
    const { held, tab } = this.#deps;
    const { visiting } = held.person.value;
    this.#beganInside ??= visiting?.tabs !== undefined;
    if (visiting === undefined) {
      this.#beganInside = false;
      return this.#moved === undefined ? undefined : 'come-back';
    }
    const from = visiting.tabs && ownWayBack(visiting, tab);
    if (from === undefined) return this.#beganInside ? 'recognise' : undefined;
    this.#beganInside = false;
    this.#moved = { room: visiting.room, from };
    return undefined;
  }

  /** A page that begins during a visit and looks into a room is a tab that was moved, reloaded. */
  async recognise(): Promise<void> {
    const { board, held, tab } = this.#deps;
    const room = held.person.value.visiting?.room;
    const wasMoved = room !== undefined && (await this.#isIn(await board.view.get(), room));
    const { visiting } = held.person.value;
    this.#beganInside = false;
    if (visiting === undefined || !wasMoved) return;
    held.person.edit(personEdits.set({ visiting: withTab(visiting, tab, visiting) }));
  }

  /**
   * Unless this tab is back, or its user has gone elsewhere by hand, or has come into a room of their own since.
   * @param own this tab shows the room that its user is in, or has been moved to it
   */
  async comeBack(own: boolean, glide: (to: Viewport) => Promise<void>): Promise<void> {
    const moved = this.#moved;
    if (moved === undefined) return;
    const { room, from } = moved;
    const view = await this.#deps.board.view.get();
    if (!isStillThere(view, from) && (await this.#isIn(view, room))) {
      const stays = own && !(await this.#isIn(from, room));
      if (!stays) await glide(from);
    }
    if (this.#moved === moved) this.#moved = undefined;
  }

  /** In any room; where the frame that is visited has been deleted nobody can tell any more. */
  async #isIn(view: Viewport, visited: RoomId): Promise<boolean> {
    const { board, held } = this.#deps;
    const plan = held.plan.value;
    const frames = await roomFrames(plan, board);
    const frame = plan.rooms.find(({ id }) => id === visited)?.frame;
    const isThere = frames.some(({ id }: FrameInfo) => id === frame);
    return !isThere || frames.some((each) => looksInto(view, each));
  }
}
