import type { Miro } from '@mirohq/websdk-types';
import { frameId, type FrameId, type Millis } from '../breakout/ids';
import type { Timers } from './timers';
import { translate } from './translate';

/** What Miro tells of the items that are selected. */
interface Selected {
  readonly items: readonly { readonly id: string; readonly type: string }[];
}

/** Whether clicking the icon takes the selection away first is not documented. */
const CLEARED_BY_CLICK_MS: Millis = 1_000;

/**
 * Which frames are selected, for a panel that does not exist yet. Heard from what Miro tells by
 * itself: asking costs 500 credits.
 */
export class RecentSelection {
  readonly #timers: Timers;
  #frames: readonly FrameId[] = [];
  #cleared: { readonly frames: readonly FrameId[]; readonly at: Millis } | undefined;

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** @throws {BoardError} nothing is known until this is called again */
  async follow(sdk: Miro): Promise<void> {
    try {
      await sdk.board.ui.on('selection:update', (selected: Selected) => {
        const frames = selected.items.filter(({ type }) => type === 'frame');
        this.hear(frames.map(({ id }) => frameId(String(id))));
      });
    } catch (error) {
      throw translate(error);
    }
  }

  hear(frames: readonly FrameId[]): void {
    const isCleared = frames.length === 0 && this.#frames.length > 0;
    this.#cleared = isCleared ? { frames: this.#frames, at: this.#timers.monotonic() } : undefined;
    this.#frames = frames;
  }

  /** To be asked when the icon is clicked. */
  get atClick(): readonly FrameId[] {
    if (this.#cleared === undefined) return this.#frames;
    const { frames, at } = this.#cleared;
    return this.#timers.monotonic() - at < CLEARED_BY_CLICK_MS ? frames : [];
  }
}
