/** Calls for help: one's own, and the facilitators' answers. */
import type { UserId } from '../../breakout/ids';
import { nextNumber } from '../../breakout/counter';
import type { HelpReason } from '../../breakout/person';
import type { HelpVerdict } from '../../breakout/plan';
import { placeIn } from '../../breakout/question';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import type { Snapshot } from '../snapshot';
import { activeRun } from '../stage';
import { noEdits, type Edits } from './edits';

/**
 * A new call each time, so an earlier "can't come" does not answer it. Asked again before anybody
 * has answered it is the same call, which may now say what it is about.
 */
export function askForHelp(snapshot: Snapshot, reason: HelpReason): Edits {
  const run = activeRun(snapshot.run);
  const person = snapshot.people.get(snapshot.me.id);
  if (run === undefined) return noEdits;
  const place = placeIn(person, run.epoch);
  if (place === undefined) return noEdits;
  const last = person?.help;
  if (last?.open === true && last.epoch === run.epoch) {
    const verdict = snapshot.plan.wanted(run.epoch).help.get(snapshot.me.id);
    if (verdict?.call !== last.call) {
      if (reason === 'unsaid' || reason === last.reason) return noEdits;
      return { person: personEdits.set({ help: { ...last, reason } }) };
    }
  }
  const call = nextNumber(last?.call ?? 0);
  const help = { epoch: run.epoch, room: place.room, call, reason, open: true, at: snapshot.now };
  return { person: personEdits.set({ help }) };
}

export function takeBackHelp(snapshot: Snapshot): Edits {
  const help = snapshot.people.get(snapshot.me.id)?.help;
  if (help === undefined || !help.open) return noEdits;
  return { person: personEdits.set({ help: { ...help, open: false } }) };
}

export function answerHelp(
  snapshot: Snapshot,
  user: UserId,
  verdict: HelpVerdict['verdict'],
): Edits {
  const help = snapshot.people.get(user)?.help;
  const run = activeRun(snapshot.run);
  if (run === undefined || help === undefined || !help.open || help.epoch !== run.epoch) {
    return noEdits;
  }
  const { id, name } = snapshot.me;
  return {
    plan: planEdits.setVerdict(run.epoch, user, { call: help.call, verdict, by: id, byName: name }),
  };
}
