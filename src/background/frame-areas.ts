import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { FrameId, Millis } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import { around } from '../live/jobs/glide';

/** So long what was asked ahead is as good as asked now; joining takes less, as a rule. */
const AHEAD_FOR_MS: Millis = 3_000;

export interface FrameAreasDeps {
  readonly board: Pick<Board, 'frames'>;
  readonly timers: Timers;
}

/** What of the board a view shows that is moved to a frame. */
export class FrameAreas {
  readonly #deps: FrameAreasDeps;
  /** Where frames were last seen, for those that are deleted meanwhile. */
  readonly #lastSeen = new Map<FrameId, Viewport>();
  #ahead: { readonly id: FrameId; readonly at: Millis; readonly asked: Asked } | undefined;

  constructor(deps: FrameAreasDeps) {
    this.#deps = deps;
  }

  /** Asks Miro while its user waits for something else. */
  ahead(id: FrameId): void {
    if (this.#askedAhead(id) !== undefined) return;
    const asked = this.#ask(id);
    asked.catch(() => undefined);
    this.#ahead = { id, at: this.#deps.timers.monotonic(), asked };
  }

  /**
   * A deleted frame is where it last was; `undefined`: nobody here has ever seen it.
   * @throws {BoardError}
   */
  of(id: FrameId): Asked {
    const asked = this.#askedAhead(id);
    this.#ahead = undefined;
    return asked?.catch(() => this.#ask(id)) ?? this.#ask(id);
  }

  #askedAhead(id: FrameId): Asked | undefined {
    const ahead = this.#ahead;
    const isFresh = ahead && this.#deps.timers.monotonic() - ahead.at < AHEAD_FOR_MS;
    return isFresh && ahead.id === id ? ahead.asked : undefined;
  }

  async #ask(id: FrameId): Asked {
    const frame = await this.#deps.board.frames.get(id);
    if (frame === undefined) return this.#lastSeen.get(id);
    const area = around(frame);
    this.#lastSeen.set(id, area);
    return area;
  }
}

type Asked = Promise<Viewport | undefined>;
