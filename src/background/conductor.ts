/**
 * Carries out what `breakout/phases.ts` and `breakout/conductor-steps.ts` decide, while this
 * background is the elected conductor. It is the run record's only writer, so it keeps the run in
 * memory and writes each change; results of steps enter the run through `breakout/run-edits.ts`.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { closingTimes } from '../breakout/closing-rooms';
import { conductorSteps } from '../breakout/conductor-steps';
import { stepKey, type ConductorStep, type ListedSession } from '../breakout/conductor-view';
import { MAX_COUNTER } from '../breakout/counter';
import type { Millis, SessionId, TabId, UserId } from '../breakout/ids';
import { nextPhase, sessionsOf } from '../breakout/phases';
import { openedEpoch, type Run } from '../breakout/run';
import {
  aheadMs,
  inClockOf,
  withAttendance,
  withFailure,
  withGuestsHeard,
  withNothingLeft,
  withoutFailure,
} from '../breakout/run-edits';
import { participants, unseated } from '../breakout/seated';
import { attendance } from '../breakout/took-part';
import { problemOf } from '../live/problem';
import { expectedIn } from '../records/expected';
import { BackOff } from './back-off';
import { BoardTimer } from './board-timer';
import { perform } from './conductor-effects';
import type { Effects } from './effects';
import type { Held } from './held';
import { SessionList } from './session-list';

export interface ConductorDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly tab: TabId;
  /** Text for people in front of a session's tag. */
  readonly sessionText: (room: string) => string;
  /** Something has changed: everything is to be evaluated again. */
  readonly wake: () => void;
}

export class Conductor {
  readonly #deps: ConductorDeps;
  readonly #backOff = new BackOff();
  readonly #sessions: SessionList;
  readonly #timer: BoardTimer;
  #run: Run | undefined;
  #term = 0;
  #conducting = false;
  /** Sessions that Miro will not let us end; they no longer hold up the closing. */
  readonly #unendable = new Set<SessionId>();

  constructor(deps: ConductorDeps) {
    this.#deps = deps;
    this.#sessions = new SessionList(deps);
    this.#timer = new BoardTimer(deps.board.timer, { ...deps, onKnown: deps.wake });
  }

  /** The run as this conductor holds it; `undefined` while another conducts. */
  get run(): Run | undefined {
    return this.#conducting ? this.#run : undefined;
  }

  get active(): boolean {
    return this.#conducting;
  }

  get term(): number {
    return this.#term;
  }

  /** [H2] Rooms have opened that this conductor takes for cancelled, or for not open yet. */
  get overtaken(): boolean {
    const { run } = this;
    const stored = this.#deps.held.run.value;
    if (run === undefined || stored === undefined) return false;
    return openedEpoch(stored) > openedEpoch(run);
  }

  /**
   * Begins to conduct in `term`. `shiftMs` is our clock minus the clock the run is written in: its
   * times are rewritten in ours.
   */
  begin(term: number, stored: Run | undefined, shiftMs: Millis): void {
    this.#term = term;
    this.#conducting = true;
    this.#backOff.reset();
    this.#unendable.clear();
    this.#run = stored;
    this.#sessions.begin();
    if (stored === undefined) return;
    const now = this.#deps.timers.now();
    const { closingMs } = this.#deps.held.plan.value.settings;
    const tooLateMs = aheadMs(stored, now - shiftMs, closingMs);
    this.commit(inClockOf(stored, this.#clock, term, shiftMs - tooLateMs));
  }

  resign(): void {
    if (!this.#conducting) return;
    this.#conducting = false;
    this.#run = undefined;
    this.#sessions.stop();
  }

  /** Our own clock was set by `shiftMs`: deadlines move along with it. */
  clockJumped(shiftMs: Millis): void {
    if (this.#conducting && this.#run !== undefined) {
      this.commit(inClockOf(this.#run, this.#clock, this.#term, shiftMs));
    }
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
    this.#unendable.clear();
    this.#sessions.hurry();
  }

  /** Moves the run on and begins every step that is due. Returns at once; steps report by `wake`. */
  evaluate(now: Millis): void {
    if (!this.#conducting) return;
    const { held, board } = this.#deps;
    const epoch = this.#epoch();
    const seats = held.seats(epoch);
    if (!held.plan.usable) return;
    // Rooms are not opened by guess; but what is open goes on to its end, with whatever is known.
    const running =
      this.#run !== undefined && this.#run.phase !== 'closed' && this.#run.phase !== 'opening';
    if (!running && !seats.usable) return;

    const plan = held.plan.value;
    const present = participants(plan, held.online.keys());
    const next = nextPhase(this.#run, {
      me: this.#clock,
      term: this.#term,
      now,
      plan,
      seatsDigest: seats.digest,
      held: held.holds(plan.wanted(epoch).order, epoch),
      allSeated:
        plan.settings.seating === 'chosen' ||
        unseated(present, seats.value, plan.removed).length === 0,
      openSessions: this.#openSessions(),
    });
    if (next !== undefined && next !== this.#run) this.commit(this.#counted(next));
    if (this.#run === undefined) return;
    if (plan.settings.boardTimer) this.#timer.find();
    this.#hearGuests(this.#run);
    this.#noteSessions(this.#run);
    const run = this.#run;

    this.#sessions.watch(sessionsOf(run).keys());
    if (run.phase === 'open' || run.phase === 'closing') this.#sessions.lookAgain();
    const steps = conductorSteps({
      me: board.me.id,
      plan,
      seats: held.seats(run.epoch).value,
      expected: expectedIn(held.seats(run.epoch).doc),
      nameOf: (user) => held.nameOf(user),
      run,
      sessions: this.#sessions.listed?.filter(({ id }) => !this.#unendable.has(id)),
      members: this.#sessions.members,
      people: held.people.known,
      online: held.online,
      now,
      timer: this.#timer.state,
    });
    this.#begin(steps);
    void this.#lookAtTimer(run);
  }

  /** [T5] Ours is shown again once the one in its place has gone: until then it is not shown. */
  async #lookAtTimer({ epoch, timerEndsAt }: Run): Promise<void> {
    if (timerEndsAt === undefined) return;
    if (!(await this.#timer.isReplaced(timerEndsAt, this.#deps.timers.now))) return;
    const { run } = this;
    if (run?.epoch !== epoch || run.timerEndsAt !== timerEndsAt) return;
    this.commit({ ...run, timerEndsAt: undefined });
  }

  /** [G4] Counted in the same write that says closed: before it people may come, after it go. */
  #counted(next: Run): Run {
    if (next.phase !== 'closed' || this.#run?.phase !== 'ending') return next;
    const { plan, people } = this.#deps.held;
    const seats = this.#deps.held.seats(next.epoch).value;
    return withAttendance(next, attendance(next, plan.value, seats, people.known));
  }

  /** [G4] Once sessions are being ended, that somebody is in none any more says nothing of them. */
  #hearGuests(run: Run): void {
    if (run.phase === 'ending' || run.phase === 'closed') return;
    this.commit(withGuestsHeard(run, this.#sessions.takeAnswers(), this.#sessions.members));
  }

  /** The next moment at which time alone changes something. */
  nextAt(): Millis | undefined {
    const run = this.run;
    if (run === undefined) return undefined;
    const times = [run.opensAt, run.deadlineAt, run.closesAt, ...closingTimes(run)];
    return times
      .filter((at): at is Millis => at !== undefined && at > this.#deps.timers.now())
      .sort((a, b) => a - b)[0];
  }

  /** Makes `run` the fact: kept, written, and seen by everybody. */
  commit(run: Run): void {
    if (!this.#conducting || run === this.#run) return;
    this.#run = { ...run, term: this.#term, seq: this.#seqAfter(run), clock: this.#clock };
    void this.#deps.held.run.write(this.#run);
    this.#deps.wake();
  }

  /**
   * Whatever somebody else has written in our name is outranked. At its end a number is used again:
   * of two runs with one number the later one stands.
   */
  #seqAfter({ seq }: Run): number {
    const stored = this.#deps.held.run.value;
    const forged = stored?.term === this.#term && stored.seq > seq ? stored.seq : seq;
    return Math.min(MAX_COUNTER, forged + 1);
  }

  get #clock(): { readonly user: UserId; readonly tab: TabId } {
    return { user: this.#deps.board.me.id, tab: this.#deps.tab };
  }

  #epoch(): number {
    const run = this.#run;
    if (run === undefined) return 1;
    return run.phase === 'closed' ? run.epoch + 1 : run.epoch;
  }

  #openSessions(): readonly SessionId[] | undefined {
    const run = this.#run;
    if (run === undefined) return [];
    const ours = sessionsOf(run);
    return this.#sessions.listed
      ?.map(({ id }: ListedSession) => id)
      .filter((id) => ours.has(id) && !this.#unendable.has(id));
  }

  /** [I11] Without the list of sessions no room opens and none is closed: that has to be seen. */
  #noteSessions(run: Run): void {
    const { failure } = this.#sessions;
    const known = run.failures.find(({ step }) => step === 'sessions')?.problem;
    if (failure === undefined) {
      this.commit(withoutFailure(run, 'sessions', undefined));
    } else {
      const problem = problemOf(failure, this.#deps.timers.now());
      if (known?.reason === problem.reason && known.detail === problem.detail) return;
      this.commit(withFailure(run, { step: 'sessions', room: undefined, problem }));
    }
    if (this.#run?.phase === 'closed' && this.#sessions.listed?.length === 0) {
      this.commit(withNothingLeft(this.#run));
    }
  }

  #begin(steps: readonly ConductorStep[]): void {
    // While sessions are being ended, people are shown the way first: afterwards we may not.
    const farewells = steps.filter(({ do: what }) => what === 'bring');
    const ending = this.#run?.phase === 'ending';
    for (const step of ending && farewells.length > 0 ? farewells : steps) {
      const key = stepKey(step);
      if (!this.#backOff.mayTry(key, this.#deps.timers.monotonic())) continue;
      this.#backOff.begin(key);
      void this.#attempt(step, key);
    }
  }

  async #attempt(step: ConductorStep, key: string): Promise<void> {
    const epoch = this.#run?.epoch;
    const effects: Effects = {
      ...this.#deps,
      sessions: this.#sessions,
      timer: this.#timer,
      run: () => (this.#run?.epoch === epoch ? this.run : undefined),
      commit: (run) => {
        this.commit(run);
      },
      cannotEnd: (session) => this.#unendable.add(session),
    };
    const worked = await perform(step, effects);
    if (worked) this.#backOff.succeeded(key);
    else this.#backOff.failed(key, this.#deps.timers.monotonic());
    this.#deps.wake();
  }

  close(): void {
    this.resign();
  }
}
