import type { Timers } from '../board/timers';
import { STALE_BEAT_MS, type Beat } from '../breakout/beat';
import { newerBeat, outranks } from '../breakout/election';
import type { Millis, TabId, UserId } from '../breakout/ids';
import type { Run } from '../breakout/run';
import { Silence } from '../breakout/silence';
import type { Arrived } from '../records/owned-copy';
import { ConductorClock } from './conductor-clock';

export interface HeardBeatsDeps {
  readonly timers: Timers;
  readonly me: UserId;
  readonly tab: TabId;
}

/** What this background has heard of the conductor: the greatest beat, for how long nothing since, and its clock. */
export class HeardBeats {
  readonly clock: ConductorClock;
  readonly #deps: HeardBeatsDeps;
  readonly #silence: Silence;
  readonly #bornAt: Millis;
  #greatest: Beat | undefined;
  #heardLive = false;

  constructor(deps: HeardBeatsDeps) {
    this.#deps = deps;
    this.clock = new ConductorClock(deps.timers);
    this.#bornAt = deps.timers.monotonic();
    this.#silence = new Silence(this.#bornAt);
  }

  get greatest(): Beat | undefined {
    return this.#greatest;
  }

  /** [C1] This background is the conductor. */
  get isOwn(): boolean {
    const { me, tab } = this.#deps;
    return this.#greatest?.user === me && this.#greatest.tab === tab;
  }

  /** The conductor's clock now; the own one as long as no live beat has come. */
  conductorNow(): Millis {
    return this.isOwn ? this.#deps.timers.now() : this.clock.now();
  }

  /**
   * As `conductorNow`, but `undefined` until it can be trusted: a live beat has come, or none has
   * come for so long that none will.
   */
  trustedNow(): Millis | undefined {
    const waitedMs = this.#deps.timers.monotonic() - this.#bornAt;
    const trusted = this.isOwn || this.#heardLive || waitedMs >= STALE_BEAT_MS;
    return trusted ? this.conductorNow() : undefined;
  }

  /** The own clock minus the conductor's; `undefined` as long as no live beat has come. */
  offsetMs(): Millis | undefined {
    return this.isOwn ? 0 : this.clock.offsetMs();
  }

  /** The same point in time on the local clock, for "until 10:34". */
  localTime(at: Millis): Millis {
    return at + this.#deps.timers.now() - this.conductorNow();
  }

  /** Awake time since the last live beat; `undefined`: none heard yet. */
  beatAgeMs(): Millis | undefined {
    return this.isOwn || this.#heardLive ? this.quietMs() : undefined;
  }

  /** Awake time since the last beat, or since this page began. */
  quietMs(): Millis {
    return this.isOwn ? 0 : this.silentMs();
  }

  /** As `quietMs`, but of one's own beats as well. */
  silentMs(): Millis {
    return this.#silence.lastedMs(this.#deps.timers.monotonic());
  }

  /** To be called at every evaluation. True: we have slept, so what we hold should be read anew. */
  tick(): boolean {
    return this.#silence.tick(this.#deps.timers.monotonic());
  }

  /**
   * What the record of the beat holds now. Only a change is `live`: the first value of a subscription may
   * be from yesterday.
   */
  hear(read: Beat | undefined, arrived: Arrived<Beat> | undefined): 'nothing' | 'stored' | 'live' {
    const known = this.#greatest;
    if (read === undefined) {
      this.#greatest = undefined;
      return 'nothing';
    }
    this.#greatest = arrived?.instead === true ? read : newerBeat(known, read);
    if (this.#greatest !== read) return 'nothing';
    if (known !== undefined && read.seq === known.seq && !outranks(read, known)) return 'nothing';
    this.#hasBeat();
    if (arrived?.changed !== true) return 'stored';
    this.#heardLive = true;
    this.clock.heard(read);
    return 'live';
  }
  /** One of our own: it counts at once, wherever it arrives. */
  sent(beat: Beat): void {
    this.#greatest = newerBeat(this.#greatest, beat);
    this.#hasBeat();
  }

  /**
   * [C7] Whoever wrote the run in a greater term is the conductor, whatever beat stands in storage:
   * one that was cut off may have written its old beat over the new one's on coming back.
   *
   * @returns that it is another one than was known
   */
  heed(run: Run | undefined): boolean {
    if (run === undefined || run.term <= (this.#greatest?.term ?? 0)) return false;
    const { term, clock } = run;
    const digests = { planDigest: '', seatsDigest: '', runDigest: '' };
    this.#greatest = { term, seq: 0, ...clock, visible: true, at: 0, ...digests };
    this.#hasBeat();
    return true;
  }

  #hasBeat(): void {
    this.#silence.heard(this.#deps.timers.monotonic());
  }
}
