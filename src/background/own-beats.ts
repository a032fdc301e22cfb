import { isRateLimit } from '../board/errors';
import type { Timers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import type { Millis, TabId, UserId } from '../breakout/ids';
import { runVersion, type Run } from '../breakout/run';
import type { Held } from './held';

/** Every so often while open; also how often the time estimate gets a sample. */
const BEAT_MS: Millis = 10_000;
/** As long as Miro's rate limits keep beats out; still heard in time by whoever waits for one. */
const SLOW_BEAT_MS: Millis = 20_000;

export interface OwnBeatsDeps {
  readonly timers: Timers;
  readonly held: Held;
  readonly me: UserId;
  readonly tab: TabId;
  readonly visible: () => boolean;
}

/** The beats that this background sends while it conducts: when the next is due, and what is in it. */
export class OwnBeats {
  readonly #deps: OwnBeatsDeps;
  #sentAt: Millis | undefined;
  #seq = 0;

  constructor(deps: OwnBeatsDeps) {
    this.#deps = deps;
  }

  /** Beats are counted anew in each term. */
  restart(): void {
    this.#seq = 0;
  }

  get areDue(): boolean {
    const { timers } = this.#deps;
    return this.#sentAt === undefined || timers.monotonic() - this.#sentAt >= this.#everyMs();
  }

  /** Writes one; it need not arrive. */
  send(term: number, run: Run | undefined, clockSet: number | undefined): Beat {
    const { timers, held, me, tab, visible } = this.#deps;
    this.#sentAt = timers.monotonic();
    const beat: Beat = {
      term,
      seq: ++this.#seq,
      user: me,
      tab,
      visible: visible(),
      at: timers.now(),
      ...(clockSet === undefined ? {} : { clockSet }),
      planDigest: held.plan.digest,
      seatsDigest: held.seats(run?.epoch ?? 1).digest,
      runDigest: run === undefined ? '' : runVersion(run),
    };
    void held.beat.write(beat);
    return beat;
  }

  #everyMs(): Millis {
    const { failure } = this.#deps.held.beat;
    return failure !== undefined && isRateLimit(failure.fault) ? SLOW_BEAT_MS : BEAT_MS;
  }
}
