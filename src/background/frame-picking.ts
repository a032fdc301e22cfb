/**
 * [O11] A room's frame is picked on the board. The click that picks it closes the panel, unless that
 * is pinned, so what is being picked stands in the person's record and is looked after here. Of a
 * user's tabs the one in which something is selected acts.
 */
import type { Board, FrameInfo, Stop } from '../board/port';
import type { Timers } from '../board/timers';
import type { Millis, TabId } from '../breakout/ids';
import { PICKING_MS, type Picking } from '../breakout/person';
import type { Notices } from '../i18n/notices';
import { chooseFrame } from '../live/edits/choose-frame';
import { panelData } from '../records/panel-data';
import { personEdits } from '../records/person';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';

interface Selected {
  readonly frames: readonly FrameInfo[];
  /** How many other things. */
  readonly others: number;
}

export interface FramePickingDeps {
  readonly board: {
    readonly frames: Pick<Board['frames'], 'onSelection'>;
    readonly ui: Pick<Board['ui'], 'notify' | 'openPanel'>;
  };
  readonly timers: Timers;
  readonly held: Pick<Held, 'plan' | 'person'>;
  readonly lead: Pick<LeadingTab, 'leading'>;
  readonly tab: TabId;
  readonly notices: Notices;
  readonly wake: () => void;
}

export class FramePicking {
  readonly #deps: FramePickingDeps;
  #stop: Stop | undefined;
  #listening = false;
  #closed = false;
  /** The wish that is being looked after, and what ends it if nothing is picked. */
  #picking: Picking | undefined;
  #lapse: Stop = () => undefined;
  /** On a slow network the click may come before the wish that it fulfils. */
  #newest: { readonly selected: Selected; readonly at: Millis } | undefined;

  constructor(deps: FramePickingDeps) {
    this.#deps = deps;
  }

  /** To be called for facilitators only. */
  evaluate(): void {
    const { held, lead } = this.#deps;
    if (!held.person.writable || !held.plan.writable) return;
    void this.#listen();
    const { picking } = held.person.value;
    if (picking === undefined) {
      this.#end();
      return;
    }
    const isOver = this.#roomOf(picking) === undefined || this.#leftMs(picking) <= 0;
    if (isOver) {
      if (lead.leading) this.#forget();
    } else if (picking.at !== this.#picking?.at) {
      this.#begin(picking);
    }
  }

  close(): void {
    this.#closed = true;
    this.#end();
    this.#stop?.();
  }

  #begin(picking: Picking): void {
    const { timers, wake } = this.#deps;
    this.#end();
    this.#picking = picking;
    this.#lapse = timers.after(this.#leftMs(picking), wake);
    const newest = this.#newest;
    if (newest !== undefined && newest.at >= picking.at) this.#take(picking, newest.selected);
  }

  #end(): void {
    this.#lapse();
    this.#picking = undefined;
  }

  async #listen(): Promise<void> {
    if (this.#listening) return;
    this.#listening = true;
    try {
      this.#stop = await this.#deps.board.frames.onSelection((selected) => {
        this.#newest = { selected, at: this.#deps.timers.now() };
        if (this.#picking !== undefined) this.#take(this.#picking, selected);
      });
      if (this.#closed) this.#stop();
    } catch {
      // The list of frames in the panel does without it. The next evaluation tries again.
      this.#listening = false;
    }
  }

  #take(picking: Picking, { frames, others }: Selected): void {
    const { held, notices } = this.#deps;
    const room = this.#roomOf(picking);
    const [frame, another] = frames;
    if (room === undefined || (frame === undefined && others === 0)) return;
    if (frame === undefined) return this.#tell(notices.notAFrame());
    if (another !== undefined || others > 0) return this.#tell(notices.oneFrame());
    const { plan } = held;
    const owner = plan.value.rooms.find((each) => each.frame === frame.id && each !== room);
    if (owner !== undefined) return this.#tell(notices.frameTaken(owner.name));
    const edits = chooseFrame({ plan: plan.value, frames }, room.id, frame.id);
    const refused = edits.plan !== undefined && plan.edit(edits.plan) !== undefined;
    if (refused) return this.#tell(notices.notPicked(room.name));
    this.#forget();
    // A room that nobody has named is now called as its frame is.
    this.#tell(notices.framePicked(this.#roomOf(picking)?.name ?? room.name));
    void this.#reopen();
  }

  #roomOf({ room }: Picking) {
    return this.#deps.held.plan.value.rooms.find(({ id }) => id === room);
  }

  #leftMs({ at }: Picking): Millis {
    return at + PICKING_MS - this.#deps.timers.now();
  }

  #forget(): void {
    this.#end();
    this.#deps.held.person.edit(personEdits.set({ picking: undefined }));
  }

  /** Miro may not let us: then the icon does it, and what was done has been said. */
  async #reopen(): Promise<void> {
    const { board, tab } = this.#deps;
    try {
      await board.ui.openPanel(panelData(tab));
    } catch {
      // As above.
    }
  }

  #tell(text: string): void {
    void this.#deps.board.ui.notify(text).catch(() => {
      // The panel goes on saying what is to be picked, or shows that it was.
    });
  }
}
