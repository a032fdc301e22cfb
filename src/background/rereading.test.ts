import { expect, test, vi, type MockInstance } from 'vitest';
import { ana, ben } from '../breakout/fixtures';
import { writerId, type UserId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { planEdits } from '../records/plan-edits';
import { Held } from './held';
import { Rereading } from './rereading';

const users = [
  { id: ana, name: 'Ana' },
  { id: ben, name: 'Ben' },
];

let people: MockInstance<Held['people']['reread']>;

/** Ana facilitates, and conducts. That Ben has come was told to nobody. */
async function atBeatOf(me: UserId): Promise<Held> {
  const world = new FakeWorld();
  const { timers } = world;
  const { board } = world.client({ id: me, name: 'Me' });
  const held = new Held({
    board,
    timers,
    writer: writerId('w'),
    repair: () => 'conductor',
    wake: () => undefined,
  });
  await held.open();
  held.plan.edit(planEdits.setFacilitator(ana, { name: 'Ana', order: 0 }));
  world.comeUnheard(...users);
  people = vi.spyOn(held.people, 'reread');
  new Rereading({ held, me }).atBeat(1, me === ana);
  await timers.advance(1_000);
  return held;
}

test('[M10] facilitators read again who is there, at the pace of the beats', async () => {
  expect([...(await atBeatOf(ana)).online.keys()]).toEqual([ana, ben]);
});

test('[I9] nobody else does: that would be everybody about everybody', async () => {
  expect([...(await atBeatOf(ben)).online.keys()]).toEqual([]);
});

test('[M10] whoever conducts reads some people’s records again, of which no beat tells', async () => {
  await atBeatOf(ana);
  expect(people).toHaveBeenCalledTimes(1);
  await atBeatOf(ben);
  expect(people).not.toHaveBeenCalled();
});
