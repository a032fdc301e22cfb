import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Strayed } from '../breakout/attendant-view';
import type { Epoch, FrameId, TabId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import { around, GLIDE_MS } from '../live/jobs/glide';
import { looksInto } from '../live/screen/in-frame';
import { personEdits } from '../records/person';
import { written } from '../records/written';
import type { Held } from './held';

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
  /** [A7] The way back of a tab other than the one in which home was noted. */
  #strayed: (Strayed & { readonly epoch: Epoch }) | undefined;
  /** Where this tab looked when it first knew that another one had been moved. */
  #beside: (Strayed & { readonly epoch: Epoch }) | undefined;
  /** Where this tab looked when home was noted in it. */
  #noted: { readonly epoch: Epoch; readonly viewport: Viewport } | undefined;
  /** In which this tab was moved to a frame, and has not been brought back since. */
  #away: Epoch | undefined;
  /** Where frames were last seen, for those that are deleted meanwhile. */
  readonly #lastSeen = new Map<FrameId, Viewport>();

  constructor(deps: TravellerDeps) {
    this.#deps = deps;
  }

  /** Writes where the user is now and waits until it is stored: without it there is no way back. */
  async noteHome(epoch: number): Promise<void> {
    const { board, held, tab } = this.#deps;
    const viewport = await this.#beforeVisit(await board.view.get());
    this.#noted = { epoch, viewport };
    held.person.edit(personEdits.set({ home: { epoch, tab, viewport } }));
    await written(held.person);
  }

  /** Of a facilitator who is still looking into a room that they visit, home is where they came from. */
  async #beforeVisit(now: Viewport): Promise<Viewport> {
    const { board, held } = this.#deps;
    const { visiting } = held.person.value;
    const frame = held.plan.value.rooms.find(({ id }) => id === visiting?.room)?.frame;
    if (visiting === undefined || frame === undefined) return now;
    const info = await board.frames.get(frame);
    return info !== undefined && looksInto(now, info) ? visiting.from : now;
  }

  /**
   * [A7] Of the room somebody is in, to which another tab was moved. A page that begins meanwhile and looks
   * into its frame is that tab, reloaded: it takes over home; a tab that still has it goes back itself. Any
   * other one notes where it looks.
   */
  async recognise(frame: FrameId, { reloaded }: { readonly reloaded: boolean }): Promise<void> {
    const { board, held, tab } = this.#deps;
    const [info, view] = await Promise.all([board.frames.get(frame), board.view.get()]);
    const { home } = held.person.value;
    if (home === undefined) return;
    const { epoch } = home;
    this.#beside = { epoch, to: view, returned: false };
    if (!reloaded || info === undefined || !looksInto(view, info)) return;
    this.#noted = { epoch, viewport: home.viewport };
    this.#away = epoch;
    held.person.edit(personEdits.set({ home: { ...home, tab } }));
  }

  beside(epoch: Epoch): Strayed | undefined {
    return this.#beside?.epoch === epoch ? this.#beside : undefined;
  }

  /** Brings this tab's view back if its user has gone to the room's frame in it. */
  async returnBeside(frame: FrameId | undefined): Promise<void> {
    const beside = this.#beside;
    if (beside === undefined) return;
    const { frames, view } = this.#deps.board;
    const [info, now] = await Promise.all([frame && frames.get(frame), view.get()]);
    if (info !== undefined && looksInto(now, info)) await this.home(beside.to);
    this.#beside = { ...beside, returned: true };
  }

  /** Before this tab's view is moved: another tab may be the one in which home was noted. */
  async noteStray(epoch: Epoch): Promise<void> {
    const { board, held, tab } = this.#deps;
    if (held.person.value.home?.tab === tab) return;
    if (this.strayed(epoch)?.returned === false) return;
    this.#strayed = { epoch, to: await board.view.get(), returned: false };
  }

  strayed(epoch: Epoch): Strayed | undefined {
    this.#heedOthers(epoch);
    return this.#strayed?.epoch === epoch ? this.#strayed : undefined;
  }

  /** Another tab, which did not know that somebody was in a room, may have noted its own view for ours. */
  #heedOthers(epoch: Epoch): void {
    const { held, tab } = this.#deps;
    const { home } = held.person.value;
    if (home?.epoch !== epoch || home.tab === tab || this.#noted?.epoch !== epoch) return;
    this.#strayed = { epoch, to: this.#noted.viewport, returned: false };
    this.#noted = undefined;
  }

  /** Brings this tab's view back; it counts as back unless the view could not be moved. */
  async returnStray(): Promise<void> {
    const strayed = this.#strayed;
    if (strayed === undefined) return;
    this.#strayed = { ...strayed, returned: true };
    try {
      await this.home(strayed.to);
    } catch (error) {
      this.#strayed = strayed;
      throw error;
    }
  }

  /** A deleted frame is looked for where it last was; without any trace the view stays. */
  async toFrame(frame: FrameId | undefined, epoch: Epoch): Promise<void> {
    if (frame === undefined) return;
    const area = await this.#areaOf(frame);
    if (area === undefined) return;
    await this.#glide(area);
    this.#away = epoch;
  }

  /** This tab was moved to a frame in this epoch, and has not been brought back since. */
  isAway(epoch: Epoch): boolean {
    return this.#away === epoch;
  }

  /** The plenary frame if one is set and still there, else where the user was. */
  async home(viewport: Viewport): Promise<void> {
    const { plenary } = this.#deps.held.plan.value.settings;
    const area = plenary === undefined ? undefined : await this.#areaOf(plenary);
    await this.#glide(area ?? viewport);
    this.#away = undefined;
  }

  async #areaOf(id: FrameId): Promise<Viewport | undefined> {
    const frame = await this.#deps.board.frames.get(id);
    if (frame === undefined) return this.#lastSeen.get(id);
    const area = around(frame);
    this.#lastSeen.set(id, area);
    return area;
  }

  async #glide(to: Viewport): Promise<void> {
    await this.#deps.board.view.glide(to, this.#deps.lessMotion() ? 0 : GLIDE_MS);
  }
}
