/** Calls for help: the facilitators' queue, and what became of one's own. */
import { isOpenCall, verdictOn } from '../breakout/help';
import type { Epoch } from '../breakout/ids';
import { nameOf, type People } from './people';
import type { Snapshot } from './snapshot';
import type { HelpView, InRoomView } from './views';

/** Longest waiting first. Calls that were answered "can't come" or "done" are out of the queue. */
export function helpQueue(snapshot: Snapshot, { online }: People, epoch: Epoch): HelpView[] {
  const { help: verdicts } = snapshot.plan.wanted(epoch);
  const queue: HelpView[] = [];
  for (const [user, { help }] of snapshot.people) {
    if (!isOpenCall(help, epoch) || !online.has(user)) continue;
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
  if (!isOpenCall(help, epoch)) return { state: 'none' };
  const verdict = verdictOn(help, snapshot.plan.wanted(epoch).help.get(snapshot.me.id));
  if (verdict === undefined) return { state: 'asked', reason: help.reason };
  return verdict.verdict === 'done'
    ? { state: 'none' }
    : { state: verdict.verdict, by: verdict.byName };
}
