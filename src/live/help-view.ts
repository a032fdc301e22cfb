/** Calls for help: the facilitators' queue, and what became of one's own. */
import type { Epoch } from '../breakout/ids';
import type { HelpVerdict } from '../breakout/plan';
import type { HelpCall } from '../breakout/person';
import { nameOf, type People } from './people';
import type { Snapshot } from './snapshot';
import type { HelpView, InRoomView } from './views';

/** Longest waiting first. Calls that were answered "can't come" or "done" are out of the queue. */
export function helpQueue(snapshot: Snapshot, { online }: People, epoch: Epoch): HelpView[] {
  const { help: verdicts } = snapshot.plan.wanted(epoch);
  const queue: HelpView[] = [];
  for (const [user, { help }] of snapshot.people) {
    if (!isOpen(help, epoch) || !online.has(user)) continue;
    const verdict = verdictOn(help, verdicts.get(user));
    if (verdict !== undefined && verdict.verdict !== 'coming') continue;
    queue.push({
      user,
      name: nameOf(snapshot, user),
      room: help.room,
      roomName: snapshot.plan.rooms.find(({ id }) => id === help.room)?.name ?? '',
      reason: help.reason,
      // The caller's clock may be minutes ahead of ours.
      waitedMs: Math.max(0, snapshot.now - help.at),
      claimedBy: verdict?.byName,
      claimedByMe: verdict?.by === snapshot.me.id,
    });
  }
  return queue.sort((a, b) => b.waitedMs - a.waitedMs || (a.user < b.user ? -1 : 1));
}

export function ownHelp(snapshot: Snapshot, epoch: Epoch): InRoomView['help'] {
  const help = snapshot.people.get(snapshot.me.id)?.help;
  if (!isOpen(help, epoch)) return { state: 'none' };
  const verdict = verdictOn(help, snapshot.plan.wanted(epoch).help.get(snapshot.me.id));
  if (verdict === undefined) return { state: 'asked', reason: help.reason };
  return verdict.verdict === 'done'
    ? { state: 'none' }
    : { state: verdict.verdict, by: verdict.byName };
}

/** [I6] A call of an old epoch is no call. */
function isOpen(help: HelpCall | undefined, epoch: Epoch): help is HelpCall {
  return help !== undefined && help.open && help.epoch === epoch;
}

/** A verdict names the call it answers: calling again is a new call without one. */
function verdictOn(help: HelpCall, verdict: HelpVerdict | undefined): HelpVerdict | undefined {
  return verdict?.call === help.call ? verdict : undefined;
}
