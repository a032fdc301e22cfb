/** What a step of the conductor is carried out with, and how the run hears of it. */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { RoomId, SessionId } from '../breakout/ids';
import type { Failure, Run } from '../breakout/run';
import { withFailure, withoutFailure } from '../breakout/run-edits';
import { problemOf } from '../live/problem';
import type { BoardTimer } from './board-timer';
import type { Held } from './held';
import type { SessionList } from './session-list';

export interface Effects {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly sessions: SessionList;
  readonly timer: BoardTimer;
  readonly sessionText: (room: string) => string;
  /** The run, as long as it is the epoch the step was begun in and we still conduct. */
  readonly run: () => Run | undefined;
  readonly commit: (run: Run) => void;
  readonly cannotEnd: (session: SessionId) => void;
}

export function edit({ run, commit }: Effects, change: (run: Run) => Run): void {
  const current = run();
  if (current !== undefined) commit(change(current));
}

export function fail(effects: Effects, failure: Failure): void {
  edit(effects, (run) => withFailure(run, failure));
}

/** With the reason that the error gives. */
export function failBy(
  effects: Effects,
  { step, room }: Pick<Failure, 'step' | 'room'>,
  error: unknown,
): void {
  fail(effects, { step, room, problem: problemOf(error, effects.timers.now()) });
}

export function recover(effects: Effects, step: Failure['step'], room: RoomId | undefined): void {
  edit(effects, (run) => withoutFailure(run, step, room));
}
