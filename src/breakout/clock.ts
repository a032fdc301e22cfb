/**
 * The conductor's clock as others estimate it (design: "Time"). A stamp in a beat was taken before
 * it was sent, so `local arrival − stamp` is the clock difference plus a delivery delay: the
 * smallest of the last six samples is the best estimate, and it errs by the smallest delay.
 */
import type { Millis, TabId, UserId } from './ids';

const SAMPLES = 6;
/** `Date.now()` against `performance.now()`: more than this and the local clock was set. */
const CLOCK_JUMP_MS: Millis = 500;

/** Samples belong to one clock: a new user, tab or term starts anew, and so does one that was set. */
export interface ClockEstimate {
  readonly clock: Omit<BeatStamp, 'at'> | undefined;
  /** Local time minus conductor's time, newest last. */
  readonly samples: readonly Millis[];
}

export const noEstimate: ClockEstimate = { clock: undefined, samples: [] };

export interface BeatStamp {
  readonly user: UserId;
  readonly tab: TabId;
  readonly term: number;
  readonly clockSet?: number | undefined;
  readonly at: Millis;
}

/**
 * [T1] Takes a beat that arrived as a CHANGE. The first value of a subscription may be hours old
 * and must not be handed in.
 */
export function withSample(
  estimate: ClockEstimate,
  beat: BeatStamp,
  arrivedAt: Millis,
): ClockEstimate {
  const { at, user, tab, term, clockSet = 0 } = beat;
  const known = estimate.clock;
  const same =
    known !== undefined &&
    known.user === user &&
    known.tab === tab &&
    known.term === term &&
    known.clockSet === clockSet;
  const samples = same ? estimate.samples : [];
  return {
    clock: { user, tab, term, clockSet },
    samples: [...samples, arrivedAt - at].slice(-SAMPLES),
  };
}

/** Local minus conductor's time; `undefined` until a live beat has arrived. */
export function offsetMs(estimate: ClockEstimate): Millis | undefined {
  return estimate.samples.length === 0 ? undefined : Math.min(...estimate.samples);
}

/** The conductor's clock now, or the own clock as long as nothing better is known ("about"). */
export function conductorNow(estimate: ClockEstimate, localNow: Millis): Millis {
  return localNow - (offsetMs(estimate) ?? 0);
}

/**
 * [T6] As `conductorNow`, but `undefined` until a live beat has come: the own clock may be wrong by
 * minutes, so it may show "about 8 minutes" but must not end anything.
 */
export function liveNow(estimate: ClockEstimate, localNow: Millis): Millis | undefined {
  const offset = offsetMs(estimate);
  return offset === undefined ? undefined : localNow - offset;
}

/** [T2] Whether the local wall clock was set between two readings of both clocks. */
export function clockJumped(
  before: { readonly wall: Millis; readonly monotonic: Millis },
  now: { readonly wall: Millis; readonly monotonic: Millis },
): boolean {
  const drift = now.wall - before.wall - (now.monotonic - before.monotonic);
  return Math.abs(drift) > CLOCK_JUMP_MS;
}
