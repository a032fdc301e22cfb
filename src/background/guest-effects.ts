/** What the conductor has Miro do for people without the app. */
import type { ConductorStep } from '../breakout/conductor-view';
import type { FrameId, UserId } from '../breakout/ids';
import type { NativeGuest } from '../breakout/run';
import { withGuest } from '../breakout/run-edits';
import { edit, failBy, recover, type Effects } from './effects';

export async function invite(
  step: Extract<ConductorStep, { do: 'invite' }>,
  effects: Effects,
): Promise<boolean> {
  const { board, held } = effects;
  // Somebody may have gone offline since the step was decided: the others are invited all the same.
  const users = step.users.filter(({ user }) => held.online.has(user));
  try {
    const asked = { room: step.room, state: 'invited' } as const;
    edit(effects, (run) =>
      users.reduce((next, { user, ask }) => withGuest(next, user, { ...asked, ask }), run),
    );
    await board.sessions.invite(
      step.session,
      users.map(({ user }) => user),
    );
    recover(effects, 'invite', step.room);
    return true;
  } catch (error) {
    failBy(effects, { step: 'invite', room: step.room }, error);
    return false;
  }
}

export async function bring(
  step: Extract<ConductorStep, { do: 'bring' }>,
  effects: Effects,
): Promise<boolean> {
  const { held, run } = effects;
  const epoch = run()?.epoch;
  if (epoch === undefined) return true;
  let shown = false;
  try {
    if (step.frame !== undefined) await bringTo(step.user, step.frame, effects);
    shown = true;
    recover(effects, 'bring', step.room);
  } catch (error) {
    failBy(effects, { step: 'bring', room: step.room }, error);
  }
  // They are in, brought to the frame or not: a view that cannot be moved is told, not retried.
  const ask = held.seats(epoch).value.get(step.user)?.ask ?? 1;
  const known = run()?.guests.get(step.user);
  const room = step.room ?? known?.room;
  if (room !== undefined) {
    const guest = { room, ask, ...outcome(step.room === undefined, shown) };
    edit(effects, (current) => withGuest(current, step.user, guest));
  }
  return true;
}

/** [G4] Who could not be shown the way back is told apart from who has left. */
function outcome(farewell: boolean, shown: boolean): Pick<NativeGuest, 'state' | 'stayed'> {
  if (!farewell) return { state: 'in' };
  return shown ? { state: 'shown' } : { state: 'left', stayed: true };
}

/** Whether the caller must be in a session itself is not documented: if it must, it visits one. */
async function bringTo(
  user: UserId,
  frame: FrameId,
  { board, run, sessions }: Effects,
): Promise<void> {
  try {
    await board.sessions.bring(user, frame);
  } catch (error) {
    const rooms = [...(run()?.rooms.values() ?? [])].map(({ session }) => session);
    const theirs = rooms.find((id) => id !== undefined && sessions.members.get(id)?.has(user));
    const amInside = rooms.some(
      (id) => id !== undefined && sessions.members.get(id)?.has(board.me.id),
    );
    if (theirs === undefined || amInside) throw error;
    await board.sessions.join(theirs);
    try {
      await board.sessions.bring(user, frame);
    } finally {
      await board.sessions.leave(theirs);
    }
  }
}
