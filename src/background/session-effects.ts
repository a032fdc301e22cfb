/** Sessions started and ended. */
import { BoardError } from '../board/errors';
import type { ConductorStep } from '../breakout/conductor-view';
import { hueOf } from '../breakout/hues';
import type { Room } from '../breakout/plan';
import { withRoomProblem, withSession } from '../breakout/run-edits';
import { withTag } from '../breakout/session-tag';
import { problemOf } from '../live/problem';
import { edit, fail, recover, type Effects } from './effects';

export async function start(room: Room, effects: Effects): Promise<boolean> {
  const { board, sessions, sessionText, run } = effects;
  const epoch = run()?.epoch;
  if (epoch === undefined) return true;
  try {
    const session = await board.sessions.start({
      name: room.name,
      color: hueOf(room.hue).strong,
      description: withTag(sessionText(room.name), { epoch, room: room.id }),
    });
    sessions.add(session);
    const current = run();
    const running = current?.phase === 'open' || current?.phase === 'closing';
    const has = current?.rooms.get(room.id)?.session;
    // The event that it has started may come before this reply: then it is adopted already.
    if (running && has === undefined) effects.commit(withSession(current, room.id, session.id));
    else if (!running || has !== session.id) await board.sessions.end(session.id);
    return true;
  } catch (error) {
    const problem = problemOf(error, effects.timers.now());
    // Whether an overdue start has worked is seen in the list; a second one would make a double.
    if (error instanceof BoardError && error.code === 'timed-out') await sessions.refresh();
    else edit(effects, (current) => withRoomProblem(current, room.id, problem));
    return false;
  }
}

type Ending = Omit<Extract<ConductorStep, { do: 'end' }>, 'do'>;

export async function end(step: Ending, effects: Effects): Promise<boolean> {
  try {
    await effects.board.sessions.end(step.session);
    return ended(step, effects);
  } catch (error) {
    if (error instanceof BoardError && error.code === 'not-found') return ended(step, effects);
    const problem = problemOf(error, effects.timers.now());
    const forbidden = problem.reason === 'forbidden';
    if (forbidden) effects.cannotEnd(step.session);
    const reason = forbidden ? 'cannot-end' : problem.reason;
    fail(effects, { step: 'end', room: step.room, problem: { ...problem, reason } });
    return false;
  }
}

function ended({ session, room }: Ending, effects: Effects): true {
  effects.sessions.remove(session);
  recover(effects, 'end', room);
  return true;
}
