import type { Board, FrameInfo, Stop } from '../../board/port';
import type { FrameId } from '../../breakout/ids';

/**
 * The board's frames as far as a facilitator's screen needs them: the list when it is asked for,
 * the selection, and which rooms' frames have gone. Listing is dear (500 credits), so it is done
 * once and again only when asked for.
 */
export class BoardFrames {
  readonly #frames: Board['frames'];
  readonly #onChange: () => void;
  readonly #onSeen: (frames: readonly FrameInfo[]) => void;
  readonly #lost = new Set<FrameId>();
  readonly #checked = new Set<FrameId>();
  #list: readonly FrameInfo[] | undefined;
  #selected: readonly FrameId[] | undefined;

  /** @param deps `onSeen` is told what frames are called on the board at this moment */
  constructor(deps: {
    readonly board: Pick<Board, 'frames'>;
    readonly onChange: () => void;
    readonly onSeen: (frames: readonly FrameInfo[]) => void;
  }) {
    this.#frames = deps.board.frames;
    this.#onChange = deps.onChange;
    this.#onSeen = deps.onSeen;
  }

  get list(): readonly FrameInfo[] | undefined {
    return this.#list;
  }

  get selected(): ReadonlySet<FrameId> {
    return new Set(this.#selected);
  }

  get lost(): ReadonlySet<FrameId> {
    return new Set(this.#lost);
  }

  /** What was selected when the icon was clicked; what is selected since then counts more. */
  recall(frames: readonly FrameId[]): void {
    this.#selected ??= frames;
    this.#onChange();
  }

  /** @throws {BoardError} */
  watch(): Promise<readonly Stop[]> {
    return Promise.all([
      this.#frames.onSelection(({ frames }) => {
        this.#selected = frames.map(({ id }) => id);
        this.#onChange();
      }),
      this.#frames.onDeleted((items) => {
        for (const item of items) this.#lost.add(item);
        this.#list = this.#list?.filter(({ id }) => !this.#lost.has(id));
        this.#onChange();
      }),
      // Undoing a deletion creates the frame again, with its old id.
      this.#frames.onCreated((frames) => {
        for (const frame of frames) this.#lost.delete(frame);
        this.#onChange();
      }),
    ]);
  }

  /** @throws {BoardError} */
  async load(): Promise<void> {
    const list = await this.#frames.list();
    this.#list = list;
    for (const { id } of list) this.#lost.delete(id);
    this.#onSeen(list);
    this.#onChange();
  }

  /** Looks once whether each of these still exists; later news come from the board. */
  check(frames: Iterable<FrameId>): void {
    for (const frame of frames) {
      if (this.#checked.has(frame)) continue;
      this.#checked.add(frame);
      void this.#look(frame);
    }
  }

  async #look(frame: FrameId): Promise<void> {
    try {
      const found = await this.#frames.get(frame);
      if (found !== undefined) {
        this.#onSeen([found]);
        return;
      }
      this.#lost.add(frame);
      this.#onChange();
    } catch {
      // Not known is not lost. The next panel looks again.
    }
  }
}
