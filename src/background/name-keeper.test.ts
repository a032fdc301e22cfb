import { expect, test, vi } from 'vitest';
import { BoardError } from '../board/errors';
import { ana, apple } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { aFrame } from '../live/fixtures';
import { planEdits } from '../records/plan-edits';
import { Held } from './held';
import { NameKeeper } from './name-keeper';
import { OwnProblem } from './own-problem';

const oak = aFrame('f1', 'Oak');

test('[I11] that a frame could not be looked at is no failure any more once somebody else has seen to it', async () => {
  const world = new FakeWorld();
  const { timers } = world;
  const { board } = world.client({ id: ana, name: 'Ana' });
  const parts: { names?: NameKeeper } = {};
  const wake = (): void => queueMicrotask(() => parts.names?.evaluate({ first: true }));
  const held = new Held({
    board,
    timers,
    writer: writerId('ana'),
    repair: () => 'conductor',
    wake,
  });
  await held.open();
  held.plan.edit(planEdits.setRoom(apple, { alive: true, name: 'Apple', frame: oak.id }));
  vi.spyOn(board.frames, 'get').mockRejectedValue(new BoardError('unknown', 'Try later.'));
  parts.names = new NameKeeper({
    board,
    timers,
    held,
    problem: new OwnProblem({ held, timers }),
    wake,
  });
  wake();
  await timers.advance(100);
  expect(held.person.value.problem?.step).toBe('rename');

  held.plan.edit(planEdits.setRoom(apple, { name: 'Oak', title: 'Oak' }));
  await timers.advance(100);
  expect(held.person.value.problem).toBeUndefined();
});
