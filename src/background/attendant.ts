/**
 * Carries out what `breakout/attendant-step.ts` decides for this background's own user: one step
 * at a time, and after every await it is looked again what is due.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { attendantSteps } from '../breakout/attendant-step';
import type { AttendantStep, AttendantView } from '../breakout/attendant-view';
import { isEndNear } from '../breakout/countdown';
import { isOverOrAbandoned } from '../breakout/epoch-over';
import type { SessionId, TabId } from '../breakout/ids';
import { placeIn } from '../breakout/question';
import type { Run } from '../breakout/run';
import { Asking } from './asking';
import { perform } from './attendant-effects';
import { BackOff } from './back-off';
import type { Conducting } from './conducting';
import { EpochSeen } from './epoch-seen';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';
import type { IncomingMessages } from './incoming-messages';
import type { LeadingTab } from './leading-tab';
import { Membership } from './membership';
import type { OwnProblem } from './own-problem';
import type { ParticipantNotices } from './participant-notices';
import { SinceRefused } from './since-refused';
import { StandingBy } from './standing-by';
import { kindOf, problemKey, stepKey, TRIED_UNTIL_DONE } from './step-key';
import type { Tellings } from './tellings';
import { Traveller } from './traveller';
import { Visiting } from './visiting';

export interface AttendantDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly conducting: Pick<Conducting, 'run'>;
  readonly heard: HeardBeats;
  readonly lead: LeadingTab;
  readonly problem: OwnProblem;
  readonly tab: TabId;
  /** This page began while its user was in no room; it may have come on duty much later. */
  readonly beganOutside: boolean;
  readonly visible: () => boolean;
  readonly lessMotion: () => boolean;
  readonly notices: ParticipantNotices;
  readonly messages: IncomingMessages;
  readonly tellings: Tellings;
  readonly wake: () => void;
}

/** Steps by which a tab only learns where it looks. */
const LOOKS: ReadonlySet<AttendantStep['do']> = new Set(['recognise', 'recognise-visit']);

export class Attendant {
  readonly #deps: AttendantDeps;
  readonly #backOff = new BackOff();
  readonly #sinceRefused: SinceRefused;
  readonly #asking: Asking;
  readonly #traveller: Traveller;
  readonly #visiting: Visiting;
  readonly #membership: Membership;
  readonly #standingBy: StandingBy;
  readonly #epochSeen: EpochSeen;
  readonly #spread: number;
  /** The steps that have failed in this tab since nothing was due. */
  readonly #noted = new Set<string>();
  #working = false;
  /** As in the view; `undefined`: there has been none yet. */
  #beganInside: boolean | undefined;

  constructor(deps: AttendantDeps) {
    this.#deps = deps;
    this.#spread = deps.timers.random();
    if (deps.beganOutside) this.#beganInside = false;
    this.#sinceRefused = new SinceRefused(deps.timers);
    this.#asking = new Asking(deps);
    this.#traveller = new Traveller(deps);
    this.#visiting = new Visiting(deps);
    this.#membership = new Membership(deps);
    this.#standingBy = new StandingBy(deps);
    this.#epochSeen = new EpochSeen(deps.timers);
  }

  /** A session has ended: whether it was ours is found out before acting on it. */
  forgetSession(session: SessionId): void {
    this.#membership.forget(session);
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
  }

  /** Begins the next step, if one is due and none is under way. */
  evaluate(): void {
    this.#membership.noticeGap();
    if (this.#working) return;
    const view = this.#view();
    if (view === undefined) return;
    const due = attendantSteps({ ...view, dueMs: this.#standingBy.dueMs(view) });
    if (due.every((step) => LOOKS.has(step.do))) this.#nothingIsDue(view);
    if (due.length === 0) this.#sinceRefused.over();
    const now = this.#deps.timers.monotonic();
    // [A10] What has failed and waits to be tried again lets the next one go first.
    const step = due.find((each) => this.#backOff.mayTry(stepKey(each), now));
    if (step === undefined) return;
    const key = stepKey(step);
    this.#working = true;
    this.#backOff.begin(key);
    void this.#attempt(step, key);
  }

  /** After the end there is something left to do that only time will make due. */
  get unsettled(): boolean {
    const { at, home } = this.#deps.held.person.value;
    if (at !== undefined || home !== undefined || this.#visiting.isOver) return true;
    const { inside } = this.#membership;
    return inside === 'unknown' ? this.#epochSeen.overMs() !== undefined : inside !== 'nowhere';
  }

  close(): void {
    this.#asking.close();
  }

  async #attempt(step: AttendantStep, key: string): Promise<void> {
    const { problem, timers, wake } = this.#deps;
    const name = problemKey(step);
    try {
      await perform(step, {
        ...this.#deps,
        asking: this.#asking,
        traveller: this.#traveller,
        visiting: this.#visiting,
        membership: this.#membership,
        standingBy: this.#standingBy,
        reloaded: this.#beganInside === true,
      });
      if (step.do === 'recognise') this.#beganInside = false;
      this.#backOff.succeeded(key);
      if (this.#sinceRefused.over()) this.#catchUp();
      problem.settle((noted) => noted === name);
    } catch (error) {
      this.#backOff.failed(key, timers.monotonic());
      this.#sinceRefused.failed(error);
      // A join that failed may have worked: Miro is asked before it is tried again.
      if (step.do === 'join' || step.do === 'leave') this.#membership.forget();
      // Of where a tab looks nobody has asked anything, and nobody could do anything about it.
      if (LOOKS.has(step.do)) return;
      problem.note(name, error);
      this.#noted.add(name);
    } finally {
      this.#working = false;
      wake();
    }
  }

  /** What else was refused has no reason to wait any longer: another tab may soon take this one for gone. */
  #catchUp(): void {
    this.#backOff.reset();
    this.#deps.held.person.retry();
  }

  /** [I11] What is not due any more has been done after all, or is not wanted: it is never tried again. */
  #nothingIsDue({ leading }: Pick<AttendantView, 'leading'>): void {
    this.#deps.problem.settle((key) => {
      return this.#noted.has(key) || (leading && TRIED_UNTIL_DONE.has(kindOf(key)));
    });
    this.#noted.clear();
  }

  #view(): Omit<AttendantView, 'dueMs'> | undefined {
    const { held, conducting, heard, lead, board, tab, tellings, messages, visible } = this.#deps;
    const run = conducting.run;
    if (!held.plan.usable || !held.person.usable || run === undefined) return undefined;
    const seats = held.seats(run.epoch);
    const plan = held.plan.value;
    const now = heard.trustedNow();
    const quietMs = heard.quietMs();
    const over = isOverOrAbandoned(run, { plan, now, quietMs });
    if (this.#epochSeen.note(run.epoch, over)) this.#doubtWhenOver(run);
    this.#beganInside ??= held.person.value.at !== undefined;
    const same = seats.digest === run.seatsDigest;
    const { strayed, away, beside, unshown } = this.#traveller.wayHome(run.epoch);
    return {
      me: { user: board.me.id, tab },
      leading: lead.leading,
      visible: visible(),
      plan,
      seats: seats.value,
      seatsHeld: seats.usable && this.#epochSeen.seatsHeld(run, same),
      run,
      person: held.person.value,
      now,
      beatAgeMs: heard.beatAgeMs(),
      quietMs,
      silentMs: heard.silentMs(),
      sinceRefusedMs: this.#sinceRefused.ms,
      overMs: this.#epochSeen.overMs(),
      inside: this.#membership.inside,
      joined: this.#membership.joined,
      ...this.#asking.onScreen,
      toTell: lead.leading ? (tellings.next(run.epoch) ?? messages.next) : undefined,
      strayed,
      away,
      beside,
      unshown: unshown?.frame,
      visit: this.#visiting.due(away),
      beganInside: this.#beganInside,
      endIsNear: isEndNear(run, heard.conductorNow()),
      spread: this.#spread,
    };
  }

  /** Miro's own invitation, or another tab, may have brought us into a session without us. */
  #doubtWhenOver(run: Run): void {
    const { board, held } = this.#deps;
    const beside =
      this.#membership.inside === 'nowhere' && placeIn(held.person.value, run.epoch) !== undefined;
    if (beside || run.guests.has(board.me.id)) this.#membership.forget();
  }
}
