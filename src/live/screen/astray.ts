import type { Board, Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { FrameId, Millis } from '../../breakout/ids';
import { placeIn } from '../../breakout/question';
import type { Snapshot } from '../snapshot';
import { isAtFrame } from './in-frame';

/** What changes a record may move the view, too: that has come to rest after so long. */
const SETTLE_MS: Millis = 2_000;

export interface AstrayDeps {
  readonly board: Pick<Board, 'frames' | 'view'>;
  readonly timers: Timers;
  readonly onChange: () => void;
}

/**
 * Whether this user's view has left the frame of the room they are in. Miro does not tell that a view
 * has moved, and asking costs credits: so it is asked when the panel is opened or looked at, and when
 * a record has changed, never by the clock.
 */
export class Astray {
  readonly #deps: AstrayDeps;
  #frame: FrameId | undefined;
  #records: readonly unknown[] = [];
  #strayed = false;
  #stop: Stop | undefined;

  constructor(deps: AstrayDeps) {
    this.#deps = deps;
  }

  get strayed(): boolean {
    return this.#strayed;
  }

  /** To be called with every picture of the situation. */
  follow(snapshot: Snapshot): void {
    const { plan, run, people, me } = snapshot;
    const records = [plan, run?.phase, people.get(me.id)];
    const opened = this.#records.length === 0;
    const changed = records.some((record, at) => record !== this.#records[at]);
    this.#records = records;
    const frame = ownFrame(snapshot);
    if (frame !== this.#frame) {
      this.#frame = frame;
      this.#say(false);
    }
    if (opened) this.look();
    else if (changed) this.#stop ??= this.#deps.timers.after(SETTLE_MS, () => this.look());
  }

  /** The panel is being looked at. */
  look(): void {
    this.close();
    if (this.#frame !== undefined) void this.#compare(this.#frame);
  }

  /** The view has been taken to the frame, or is on its way. */
  arrived(): void {
    this.close();
    this.#say(false);
  }

  close(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  async #compare(frame: FrameId): Promise<void> {
    const { board } = this.#deps;
    try {
      const [area, view] = await Promise.all([board.frames.get(frame), board.view.get()]);
      // There is no way back to a frame that is gone.
      if (frame === this.#frame) this.#say(area !== undefined && !isAtFrame(view, area));
    } catch {
      // Not known: the way back is on the screen all the same, as one of two small ones.
    }
  }

  #say(strayed: boolean): void {
    if (strayed === this.#strayed) return;
    this.#strayed = strayed;
    this.#deps.onChange();
  }
}

function ownFrame({ run, people, me, plan }: Snapshot): FrameId | undefined {
  if (run?.phase !== 'open') return undefined;
  const place = placeIn(people.get(me.id), run.epoch);
  return plan.rooms.find(({ id }) => id === place?.room)?.frame;
}
