import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Epoch, FrameId, TabId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import {
  besideReturned,
  cameBack,
  homeNoted,
  homeTakenOver,
  notShown,
  othersHeeded,
  stoodBeside,
  strayed,
  strayReturned,
  wayIn,
  wentAway,
  type WayHome,
} from '../breakout/way-home';
import { GLIDE_MS } from '../live/jobs/glide';
import { isStillThere, looksInto } from '../live/screen/in-frame';
import { personEdits } from '../records/person';
import { written } from '../records/written';
import { FrameAreas } from './frame-areas';
import type { Held } from './held';
import { homeView } from './home-view';
import { looksIntoOneOf, roomFrames } from './room-frames';

export interface TravellerDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly tab: TabId;
  readonly lessMotion: () => boolean;
}

/** Moves this user's view: to a frame, and back to where they were. */
export class Traveller {
  readonly #deps: TravellerDeps;
  #way: WayHome | undefined;
  readonly #areas: FrameAreas;

  constructor(deps: TravellerDeps) {
    this.#deps = deps;
    this.#areas = new FrameAreas(deps);
  }

  /** [A7] This tab's own way back in this epoch, after what other tabs have noted. */
  wayHome(epoch: Epoch): WayHome {
    const { held, tab } = this.#deps;
    const way = wayIn(this.#way, epoch);
    const heeded = othersHeeded(way, held.person.value.home, tab);
    if (heeded !== way) this.#way = heeded;
    return heeded;
  }

  /** Writes where the user is now and waits until it is stored: without it there is no way back. */
  async noteHome(epoch: number): Promise<void> {
    const { board, held, tab } = this.#deps;
    const viewport = await homeView(await board.view.get(), this.#way, this.#deps);
    this.#way = homeNoted(wayIn(this.#way, epoch), viewport);
    held.person.edit(personEdits.set({ home: { epoch, tab, viewport } }));
    await written(held.person);
  }

  /**
   * [A7] Of the room somebody is in, to which another tab was moved. A page that begins meanwhile and looks
   * into its frame, or another room's, is a tab that was moved, reloaded: it takes over home; a tab that still
   * has it goes back itself. Any other one notes where it looks.
   */
  async recognise(
    frames: readonly FrameId[],
    { reloaded }: { readonly reloaded: boolean },
  ): Promise<void> {
    const { board, held, tab } = this.#deps;
    const view = await board.view.get();
    const wasMoved = reloaded && (await this.#mayHaveBeenMovedTo(view, frames));
    const { home } = held.person.value;
    if (home === undefined) return;
    this.#way = stoodBeside(wayIn(this.#way, home.epoch), view);
    if (!wasMoved) return;
    this.#way = homeTakenOver(this.#way, home);
    held.person.edit(personEdits.set({ home: { ...home, tab } }));
  }

  /**
   * Where the frames of the place have been deleted no page can tell any more, and brought home needlessly is
   * better than never. Of two tabs one may have been left at the frame of an earlier room.
   */
  async #mayHaveBeenMovedTo(view: Viewport, frames: readonly FrameId[]): Promise<boolean> {
    const { board } = this.#deps;
    if ((await looksIntoOneOf(view, frames, board)) !== false) return true;
    return this.#isInRoomFrame(view);
  }

  async #isInRoomFrame(view: Viewport): Promise<boolean> {
    const { board, held } = this.#deps;
    return (await roomFrames(held.plan.value, board)).some((frame) => looksInto(view, frame));
  }

  /**
   * Brings this tab's view back if its user has gone to the room's frame in it, or to another room's, where they
   * were before.
   */
  async returnBeside(frames: readonly FrameId[]): Promise<void> {
    const { board } = this.#deps;
    const beside = this.#way?.beside;
    if (beside === undefined) return;
    const now = await board.view.get();
    const isThere = (await looksIntoOneOf(now, frames, board)) === true;
    if (isThere || (await this.#isInRoomFrame(now))) await this.home(beside.to);
    this.#become(besideReturned);
  }

  /** Before this tab's view is moved: another tab may be the one in which home was noted. */
  async noteStray(epoch: Epoch): Promise<void> {
    const { board, held, tab } = this.#deps;
    if (held.person.value.home?.tab === tab) return;
    const way = this.wayHome(epoch);
    if (way.strayed?.returned === false) return;
    const to = await homeView(await board.view.get(), this.#way, this.#deps);
    this.#way = strayed(way, to);
  }

  /** Brings this tab's view back; it counts as back unless the view could not be moved. */
  async returnStray(): Promise<void> {
    const to = this.#way?.strayed?.to;
    if (to === undefined) return;
    this.#become((way) => strayReturned(way, true));
    try {
      await this.home(to);
    } catch (error) {
      this.#become((way) => strayReturned(way, false));
      throw error;
    }
  }

  /** [A4] The view will go there as soon as its user has joined: until then Miro can say where that is. */
  lookAhead(frame: FrameId | undefined): void {
    if (frame !== undefined) this.#areas.ahead(frame);
  }

  /** A deleted frame is looked for where it last was; without any trace the view stays. */
  async toFrame(frame: FrameId | undefined, epoch: Epoch): Promise<void> {
    if (frame === undefined) return;
    try {
      const area = await this.#areas.of(frame);
      if (area === undefined) return;
      await this.glide(area);
      this.#way = wentAway(wayIn(this.#way, epoch));
    } catch (error) {
      const from = await this.#deps.board.view.get().catch(() => undefined);
      this.#way = notShown(wayIn(this.#way, epoch), { frame, from });
      throw error;
    }
  }

  /** To the frame that could not be shown; whoever has gone elsewhere by hand meanwhile wants to be there. */
  async show(): Promise<void> {
    const { epoch, unshown } = this.#way ?? {};
    if (epoch === undefined || unshown === undefined) return;
    const { frame, from } = unshown;
    const stays = from === undefined || isStillThere(await this.#deps.board.view.get(), from);
    if (stays) await this.toFrame(frame, epoch);
    this.#become((way) => notShown(way, undefined));
  }

  /** The plenary frame if one is set and still there, else where the user was. */
  async home(viewport: Viewport): Promise<void> {
    const { plenary } = this.#deps.held.plan.value.settings;
    const area = plenary === undefined ? undefined : await this.#areas.of(plenary);
    await this.glide(area ?? viewport);
    this.#become(cameBack);
  }

  #become(next: (way: WayHome) => WayHome): void {
    if (this.#way !== undefined) this.#way = next(this.#way);
  }

  async glide(to: Viewport): Promise<void> {
    await this.#deps.board.view.glide(to, this.#deps.lessMotion() ? 0 : GLIDE_MS);
  }
}
