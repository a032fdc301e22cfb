/**
 * One step of the conductor, carried out. Each may be repeated; each looks again after every await
 * whether it is still wanted, and undoes itself if not. False: it failed and may be tried again.
 */
import { ROOM_CLOSING_MS } from '../breakout/closing-rooms';
import type { ConductorStep } from '../breakout/conductor-view';
import type { Millis, RoomId } from '../breakout/ids';
import { nextAsk } from '../breakout/next-ask';
import type { Arrived } from '../breakout/roster/expected';
import {
  withoutFailure,
  withoutRoom,
  withoutSession,
  withRoomClosing,
  withSession,
} from '../breakout/run-edits';
import { expectedEdits } from '../records/expected-edits';
import type { EditRefusal } from '../records/merged-record';
import { planEdits } from '../records/plan-edits';
import { seatsEdits } from '../records/seats';
import { edit, fail, failBy, recover, type Effects } from './effects';
import { bring, invite } from './guest-effects';
import { end, start } from './session-effects';

export async function perform(step: ConductorStep, effects: Effects): Promise<boolean> {
  switch (step.do) {
    case 'seat':
      return seat(step, effects);
    case 'adopt':
      edit(effects, (run) => withSession(run, step.room, step.session));
      return true;
    case 'lost':
      edit(effects, (run) => withoutSession(run, step.room));
      return true;
    case 'drop':
      edit(effects, (run) => withoutFailure(withoutRoom(run, step.room), 'end', step.room));
      return true;
    case 'close-room':
      edit(effects, (run) =>
        withRoomClosing(run, step.room, effects.timers.now() + ROOM_CLOSING_MS),
      );
      return true;
    case 'keep-room':
      edit(effects, (run) => withRoomClosing(run, step.room, undefined));
      return true;
    case 'remove-room':
      return removeRoom(step.room, effects);
    case 'start':
      return start(step.room, effects);
    case 'end':
      return end(step, effects);
    case 'invite':
      return invite(step, effects);
    case 'bring':
      return bring(step, effects);
    case 'timer':
      return showTimer(step.endsAt, effects);
    case 'no-timer':
      fail(effects, {
        step: 'timer',
        room: undefined,
        problem: { reason: 'timer-unavailable', detail: '', at: effects.timers.now() },
      });
      return true;
  }
}

/** [Q1] A new question for each. */
function seat({ seats, arrived }: Arrived, effects: Effects): boolean {
  const { run, held } = effects;
  const epoch = run()?.epoch;
  if (epoch === undefined) return true;
  const record = held.seats(epoch);
  const entries = [...seats].map(([user, room]) => {
    const seat = record.value.get(user);
    const person = held.people.known.get(user);
    const guest = run()?.guests.get(user);
    return [user, { room, ask: nextAsk({ epoch, seat, person, guest }) }] as const;
  });
  const changes = { ...expectedEdits.forget(arrived), ...seatsEdits.seat(entries) };
  return accepted(record.edit(changes), undefined, effects);
}

/** [R4] The last of closing it: from then on it is a removed room like any other. */
function removeRoom(room: RoomId, effects: Effects): boolean {
  const changes = planEdits.setRoom(room, { alive: false, closing: null });
  return accepted(effects.held.plan.edit(changes), room, effects);
}

/** [I11] A record that takes no edit, perhaps because it is full, is shown with the reason. */
function accepted(
  refusal: EditRefusal | undefined,
  room: RoomId | undefined,
  effects: Effects,
): boolean {
  if (refusal === undefined) {
    recover(effects, 'seats', room);
    return true;
  }
  const problem = { reason: 'unknown', detail: refusal, at: effects.timers.now() } as const;
  fail(effects, { step: 'seats', room, problem });
  return false;
}

async function showTimer(endsAt: Millis | undefined, effects: Effects): Promise<boolean> {
  const { timer, timers, run } = effects;
  try {
    const oursEndsAt = run()?.timerEndsAt;
    const shown = await timer.show({ endsAt, oursEndsAt, now: () => timers.now() });
    // Somebody else's timer in the way is no fault: ours is tried again, ever more rarely.
    const timerEndsAt = shown ? endsAt : undefined;
    edit(effects, (current) =>
      withoutFailure(
        current.timerEndsAt === timerEndsAt ? current : { ...current, timerEndsAt },
        'timer',
        undefined,
      ),
    );
    return shown;
  } catch (error) {
    failBy(effects, { step: 'timer', room: undefined }, error);
    return false;
  }
}
