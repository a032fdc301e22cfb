/**
 * Which of the facilitators' backgrounds is the conductor. Pure: the observer counts its own awake
 * time and hands it in. Rules C1–C7, C9 and C10 of docs/spec.md.
 */
import type { Beat } from './beat';
import type { Millis, TabId, UserId } from './ids';

/** A conductor whose user is offline this long is replaced. */
export const OFFLINE_MS: Millis = 3_000;
/** Silence after which a conductor is given up, if its last beat said that its tab was visible. */
export const SILENCE_VISIBLE_MS: Millis = 25_000;
/** Hidden pages get one chained timer a minute, so their silence means less. */
export const SILENCE_HIDDEN_MS: Millis = 75_000;
/** A reloaded tab waits so long for its predecessor to answer a ping. */
export const PING_MS: Millis = 3_000;
/** Each place further down the facilitators' list waits so much longer. */
export const RANK_MS: Millis = 4_000;
/** The tab that acts for a user may have been closed: so much later than it another one takes its place. */
export const LEAD_VISIBLE_MS: Millis = 5_000;
export const LEAD_HIDDEN_MS: Millis = 10_000;
/** So long the run may be behind what is wanted before the conductor is asked whether it lives: by a tab of its own user… */
export const UNHEEDED_OWN_MS: Millis = 500;
/** …and by anybody else, so that the former comes first. */
export const UNHEEDED_MS: Millis = 1_000;
/** So long its answer is waited for. */
export const ANSWER_OWN_MS: Millis = 1_500;
export const ANSWER_MS: Millis = 2_000;

export interface Observation {
  readonly me: { readonly user: UserId; readonly tab: TabId };
  /** This tab acts for its user (see `leading-tab.ts`). */
  readonly leading: boolean;
  /** The user can see this tab. */
  readonly visible: boolean;
  /** In list order. */
  readonly facilitators: readonly UserId[];
  readonly online: ReadonlySet<UserId>;
  /** The greatest beat heard or read so far. */
  readonly beat: Beat | undefined;
  /** Awake time since that beat arrived as a change, or since it was first read. */
  readonly silentMs: Millis;
  /** How long the beat's user has been seen offline; 0 when online, or heard since. */
  readonly offlineMs: Millis;
  /** Awake time since this tab pinged its own user's other tab; `undefined`: not asked. */
  readonly pingedMs: Millis | undefined;
  /** A beat has arrived since: that other tab lives, and is judged like anybody else's. */
  readonly pingAnswered: boolean;
  /** Awake time for which something has been left undone while nothing was heard of the conductor. */
  readonly unheededMs: Millis;
  /** How long it has left the question unanswered whether it lives; `undefined`: not asked since then. */
  readonly unansweredMs: Millis | undefined;
  /**
   * `running`: a breakout is under way. `ordered`: an opening is wanted that no run shows yet.
   * `none`: nothing to conduct.
   */
  readonly work: 'none' | 'ordered' | 'running';
  /** Awake time since the work was first seen. */
  readonly workMs: Millis;
  /** Who pressed "Open rooms". */
  readonly starter: UserId | undefined;
}

export type Election =
  | 'idle' // nothing to do, or not a facilitator
  | 'conduct' // the greatest beat is ours
  | 'claim' // write a beat with the next term
  | 'lead' // become the tab that acts for its user: the one that does is silent
  | 'ping' // ask the conductor whether it lives
  | 'follow';

/** Whether `a` outranks `b`: no reader ever goes back to a smaller (term, user, tab). */
export function outranks(a: Pick<Beat, 'term' | 'user' | 'tab'>, b: typeof a): boolean {
  if (a.term !== b.term) return a.term > b.term;
  if (a.user !== b.user) return a.user > b.user;
  return a.tab > b.tab;
}

/** The newer of two beats: the greater conductor, and of one conductor the later beat. */
export function newerBeat(known: Beat | undefined, read: Beat): Beat {
  if (known === undefined || outranks(read, known)) return read;
  if (outranks(known, read)) return known;
  return read.seq >= known.seq ? read : known;
}

/** Rules C1–C7, C9 and C10. */
export function elect(seen: Observation): Election {
  const { me, beat } = seen;
  if (seen.work === 'none' || !seen.facilitators.includes(me.user)) return 'idle';
  if (beat !== undefined && beat.user === me.user && beat.tab === me.tab) return 'conduct';
  return seen.leading ? electLeading(seen) : electBeside(seen);
}

/** [C9] Of our own tab that leads nothing is heard but its beats, and those of whom it would have replaced. */
function electBeside(seen: Observation): Election {
  const laterMs = seen.visible ? LEAD_VISIBLE_MS : LEAD_HIDDEN_MS;
  // Whoever has just been heard is judged by the tab that leads.
  if (seen.work === 'running' && seen.silentMs < laterMs) return 'follow';
  const verdict = electLeading({
    ...seen,
    pingAnswered: true,
    silentMs: seen.silentMs - laterMs,
    offlineMs: seen.offlineMs - laterMs,
    unheededMs: seen.unheededMs - laterMs,
    workMs: seen.workMs - laterMs,
    starter: seen.workMs < laterMs ? undefined : seen.starter,
  });
  if (verdict === 'ping') return 'ping';
  return verdict === 'claim' ? 'lead' : 'follow';
}

function electLeading(seen: Observation): Election {
  const { me, beat } = seen;
  const waitMs = rank(seen) * RANK_MS;
  if (seen.work === 'ordered') {
    // [C2] Nobody beats while nothing runs: the starter begins at once, the others only if it does not.
    if (seen.starter === me.user) return 'claim';
    return seen.workMs >= OFFLINE_MS + RANK_MS + waitMs ? 'claim' : 'follow';
  }

  if (beat === undefined) return seen.workMs >= OFFLINE_MS + waitMs ? 'claim' : 'follow';
  // [C5] A conductor that is no facilitator any more has no say.
  if (!seen.facilitators.includes(beat.user)) return seen.workMs >= waitMs ? 'claim' : 'follow';
  const unheeded = electUnheeded(seen, beat.user === me.user, waitMs);
  if (unheeded !== undefined) return unheeded;
  // [C4] Our own other tab, or what was this one before a reload.
  if (beat.user === me.user && !seen.pingAnswered) {
    if (seen.pingedMs === undefined) return 'ping';
    return seen.pingedMs >= PING_MS ? 'claim' : 'follow';
  }
  // [C3] In list order, when its user is offline or it has been silent for too long.
  if (seen.offlineMs >= OFFLINE_MS + waitMs) return 'claim';
  const patienceMs = beat.visible ? SILENCE_VISIBLE_MS : SILENCE_HIDDEN_MS;
  return seen.silentMs >= patienceMs + waitMs ? 'claim' : 'follow';
}

/** [C10] Of a tab that was closed nobody tells; whoever has pressed something in another one does not wait for long. */
function electUnheeded(
  { unheededMs, unansweredMs }: Observation,
  isOwn: boolean,
  waitMs: Millis,
): Election | undefined {
  if (unheededMs < (isOwn ? UNHEEDED_OWN_MS : UNHEEDED_MS)) return undefined;
  if (unansweredMs === undefined) return 'ping';
  return unansweredMs >= (isOwn ? ANSWER_OWN_MS : ANSWER_MS) + waitMs ? 'claim' : undefined;
}

/** Our place among the facilitators who are online, the silent conductor left out. */
function rank({ facilitators, online, beat, me }: Observation): number {
  const candidates = facilitators.filter((user) => online.has(user) && user !== beat?.user);
  return Math.max(0, candidates.indexOf(me.user));
}
