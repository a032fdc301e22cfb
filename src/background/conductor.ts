/**
 * Carries out what `breakout/phases.ts` and `breakout/conductor-steps.ts` decide, while this
 * background is the elected conductor; results of steps enter the run through `breakout/run-edits.ts`.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { closingTimes } from '../breakout/closing-rooms';
import { conductorSteps } from '../breakout/conductor-steps';
import { stepKey, type ConductorStep, type ConductorView } from '../breakout/conductor-view';
import type { Millis, SessionId } from '../breakout/ids';
import { nextPhase, sessionsOf } from '../breakout/phases';
import { currentEpoch, type Run } from '../breakout/run';
import {
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
import type { OwnRun } from './own-run';
import { SessionList } from './session-list';

export interface ConductorDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly ownRun: OwnRun;
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
  /** Sessions that Miro will not let us end; they no longer hold up the closing. */
  readonly #unendable = new Set<SessionId>();

  constructor(deps: ConductorDeps) {
    this.#deps = deps;
    this.#sessions = new SessionList(deps);
    this.#timer = new BoardTimer(deps.board.timer, { ...deps, onKnown: deps.wake });
  }

  /** From now on this background conducts: see `OwnRun.begin`. */
  begin(term: number, stored: Run | undefined, shiftMs: Millis): void {
    this.#backOff.reset();
    this.#unendable.clear();
    this.#sessions.begin();
    this.#deps.ownRun.begin(term, stored, shiftMs);
  }

  resign(): void {
    if (!this.#deps.ownRun.active) return;
    this.#deps.ownRun.resign();
    this.#sessions.stop();
  }

  /** "Try again", pressed by a facilitator. */
  retry(): void {
    this.#backOff.reset();
    this.#unendable.clear();
    this.#sessions.hurry();
  }

  /** Moves the run on and begins every step that is due. Returns at once; steps report by `wake`. */
  evaluate(now: Millis): void {
    const { held, ownRun } = this.#deps;
    if (!ownRun.active || !held.plan.usable) return;
    const moved = this.#moveOn(now);
    if (moved === undefined) return;
    if (held.plan.value.settings.boardTimer) this.#timer.find();
    this.#hearGuests(moved);
    this.#noteSessions(ownRun.value ?? moved);
    const run = ownRun.value ?? moved;

    this.#sessions.watch(sessionsOf(run).keys());
    if (run.phase === 'open' || run.phase === 'closing') this.#sessions.lookAgain();
    this.#begin(conductorSteps(this.#view(run, now)), run);
    void this.#lookAtTimer(run);
  }

  /** @returns the run as it is then; `undefined`: there is none, or not enough is known to go on with it */
  #moveOn(now: Millis): Run | undefined {
    const { held, ownRun } = this.#deps;
    const before = ownRun.value;
    const epoch = currentEpoch(before);
    const seats = held.seats(epoch);
    // Rooms are not opened by guess; but what is open goes on to its end, with whatever is known.
    const running = before !== undefined && before.phase !== 'closed' && before.phase !== 'opening';
    if (!running && !seats.usable) return undefined;

    const plan = held.plan.value;
    const present = participants(plan, held.online.keys());
    const next = nextPhase(before, {
      me: ownRun.clock,
      term: ownRun.term,
      now,
      plan,
      seatsDigest: seats.digest,
      held: held.holds(plan.wanted(epoch).order, epoch),
      allSeated:
        plan.settings.seating === 'chosen' ||
        unseated(present, seats.value, plan.removed).length === 0,
      openSessions: this.#openSessions(before),
    });
    if (next !== undefined && next !== before) ownRun.commit(this.#counted(next, before));
    return ownRun.value;
  }

  #view(run: Run, now: Millis): ConductorView {
    const { held, board } = this.#deps;
    const seats = held.seats(run.epoch);
    return {
      me: board.me.id,
      plan: held.plan.value,
      seats: seats.value,
      expected: expectedIn(seats.doc),
      nameOf: (user) => held.nameOf(user),
      run,
      sessions: this.#sessions.listed?.filter(({ id }) => !this.#unendable.has(id)),
      members: this.#sessions.members,
      people: held.people.known,
      online: held.online,
      now,
      timer: this.#timer.state,
    };
  }

  /** [T5] Ours is shown again once the one in its place has gone: until then it is not shown. */
  async #lookAtTimer({ epoch, timerEndsAt }: Run): Promise<void> {
    if (timerEndsAt === undefined) return;
    if (!(await this.#timer.isReplaced(timerEndsAt, this.#deps.timers.now))) return;
    const { ownRun } = this.#deps;
    const run = ownRun.value;
    if (run?.epoch !== epoch || run.timerEndsAt !== timerEndsAt) return;
    ownRun.commit({ ...run, timerEndsAt: undefined });
  }

  /** [G4] Counted in the same write that says closed: before it people may come, after it go. */
  #counted(next: Run, before: Run | undefined): Run {
    if (next.phase !== 'closed' || before?.phase !== 'ending') return next;
    const { plan, people } = this.#deps.held;
    const seats = this.#deps.held.seats(next.epoch).value;
    return withAttendance(next, attendance(next, plan.value, seats, people.known));
  }

  /** [G4] Once sessions are being ended, that somebody is in none any more says nothing of them. */
  #hearGuests(run: Run): void {
    if (run.phase === 'ending' || run.phase === 'closed') return;
    this.#deps.ownRun.commit(
      withGuestsHeard(run, this.#sessions.takeAnswers(), this.#sessions.members),
    );
  }

  /** The next moment at which time alone changes something. */
  nextAt(): Millis | undefined {
    const run = this.#deps.ownRun.value;
    if (run === undefined) return undefined;
    const times = [run.opensAt, run.deadlineAt, run.closesAt, ...closingTimes(run)];
    return times
      .filter((at): at is Millis => at !== undefined && at > this.#deps.timers.now())
      .sort((a, b) => a - b)[0];
  }

  #openSessions(run: Run | undefined): readonly SessionId[] | undefined {
    if (run === undefined) return [];
    const ours = sessionsOf(run);
    return this.#sessions.listed
      ?.map(({ id }) => id)
      .filter((id) => ours.has(id) && !this.#unendable.has(id));
  }

  /** [I11] Without the list of sessions no room opens and none is closed: that has to be seen. */
  #noteSessions(run: Run): void {
    const { ownRun, timers } = this.#deps;
    const { failure, listed } = this.#sessions;
    const known = run.failures.find(({ step }) => step === 'sessions')?.problem;
    if (failure === undefined) {
      ownRun.commit(withoutFailure(run, 'sessions', undefined));
    } else {
      const problem = problemOf(failure, timers.now());
      if (known?.reason === problem.reason && known.detail === problem.detail) return;
      ownRun.commit(withFailure(run, { step: 'sessions', room: undefined, problem }));
    }
    const now = ownRun.value;
    if (now?.phase === 'closed' && listed?.length === 0) ownRun.commit(withNothingLeft(now));
  }

  #begin(steps: readonly ConductorStep[], { phase }: Run): void {
    // While sessions are being ended, people are shown the way first: afterwards we may not.
    const farewells = steps.filter(({ do: what }) => what === 'bring');
    for (const step of phase === 'ending' && farewells.length > 0 ? farewells : steps) {
      const key = stepKey(step);
      if (!this.#backOff.mayTry(key, this.#deps.timers.monotonic())) continue;
      this.#backOff.begin(key);
      void this.#attempt(step, key);
    }
  }

  async #attempt(step: ConductorStep, key: string): Promise<void> {
    const { ownRun } = this.#deps;
    const epoch = ownRun.value?.epoch;
    const effects: Effects = {
      ...this.#deps,
      sessions: this.#sessions,
      timer: this.#timer,
      run: () => (ownRun.value?.epoch === epoch ? ownRun.value : undefined),
      commit: (run) => {
        ownRun.commit(run);
      },
      cannotEnd: (session) => this.#unendable.add(session),
    };
    const worked = await perform(step, effects);
    if (worked) this.#backOff.succeeded(key);
    else this.#backOff.failed(key, this.#deps.timers.monotonic());
    this.#deps.wake();
  }
}
