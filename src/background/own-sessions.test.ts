import { expect, test } from 'vitest';
import type { LiveSession } from '../board/port';
import { ana, apple, aPlan, aRun, ben } from '../breakout/fixtures';
import { sessionId } from '../breakout/ids';
import { withTag } from '../breakout/session-tag';
import { FakeWorld } from '../live/fake-board';
import { OwnSessions } from './own-sessions';

/** A tab of Ana's that does not conduct, once a breakout is over of which two sessions are left, one of them hers. */
function afterTheEnd({ leading }: { readonly leading: boolean }) {
  const world = new FakeWorld();
  const { board } = world.client({ id: ana, name: 'Ana' });
  const left = (id: string, starter: typeof ana): LiveSession => ({
    id: sessionId(id),
    name: 'Apple',
    starter,
    description: withTag('Apple', { epoch: 1, room: apple }),
  });
  const ended: string[] = [];
  const sessions = {
    ...board.sessions,
    list: async () => [left('hers', ana), left('bens', ben)],
    end: async (id: string) => void ended.push(id),
  };
  const own = new OwnSessions({
    board: { me: board.me, sessions },
    timers: world.timers,
    held: { plan: { value: aPlan() } },
    conducting: { run: aRun({ phase: 'closed' }) },
    ownRun: { active: false },
    lead: { leading },
    wake: () => own.evaluate(),
  });
  own.evaluate();
  return { world, ended };
}

test('[R3] the tab that leads ends what only its user may end, at once', async () => {
  const { world, ended } = afterTheEnd({ leading: true });
  await world.timers.advance(0);
  expect(ended).toEqual(['hers']);
});

test('[R3] a tab that does not lead leaves it to the one that does for ten seconds', async () => {
  const { world, ended } = afterTheEnd({ leading: false });
  await world.timers.advance(9_999);
  expect(ended).toEqual([]);
  await world.timers.advance(1);
  expect(ended).toEqual(['hers']);
});
