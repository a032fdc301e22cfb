/** Asking for more time, and giving it. */
import type { Millis } from '../../breakout/ids';
import { placeIn } from '../../breakout/question';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import { MORE_TIME_MS } from '../more-time-step';
import type { Snapshot } from '../snapshot';
import { activeRun, facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';

/** Names the length it asks about, so that whoever extends it has answered everyone. */
export function askForMoreTime(snapshot: Snapshot): Edits {
  const run = activeRun(snapshot.run);
  if (run?.phase !== 'open') return noEdits;
  const place = placeIn(snapshot.people.get(snapshot.me.id), run.epoch);
  const { length } = snapshot.plan.wanted(run.epoch);
  if (place === undefined || length === 'none') return noEdits;
  const moreTime = { epoch: run.epoch, room: place.room, length };
  return { person: personEdits.set({ moreTime }) };
}

export function takeBackMoreTime({ people, me }: Snapshot): Edits {
  if (people.get(me.id)?.moreTime === undefined) return noEdits;
  return { person: personEdits.set({ moreTime: undefined }) };
}

/**
 * [I2] Adds to the length that was SEEN: two facilitators who answer the same requests add once,
 * at the same moment or one after the other.
 */
export function giveMoreTime(snapshot: Snapshot, seen: Millis): Edits {
  const stage = facilitatorStage(snapshot);
  if (stage.at !== 'open' || snapshot.plan.wanted(stage.epoch).length !== seen) return noEdits;
  const change = { length: seen + MORE_TIME_MS, changedBy: snapshot.me.name };
  return { plan: planEdits.setWanted(stage.epoch, change) };
}
