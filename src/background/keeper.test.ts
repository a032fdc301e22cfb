import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BoardError } from '../board/errors';
import { ana, apple, ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { aFrame, users } from '../live/fixtures';
import { planEdits } from '../records/plan-edits';
import { Held } from './held';
import { Keeper } from './keeper';
import { OwnProblem } from './own-problem';

let world: FakeWorld;
let held: Held;

const problem = (): string | undefined => held.person.value.problem?.step;

/** Ana, who facilitates with Ben, has ordered a frame for Apple, which cannot be made. */
beforeEach(async () => {
  world = new FakeWorld();
  const { timers } = world;
  const { board } = world.client(users.ana);
  const writer = writerId('ana');
  const parts: { keeper?: Keeper } = {};
  const wake = (): void => queueMicrotask(() => parts.keeper?.evaluate());
  held = new Held({ board, timers, writer, repair: () => 'conductor', wake });
  await held.open();
  held.plan.edit({
    ...planEdits.setFacilitator(ana, { name: 'Ana', order: 0 }),
    ...planEdits.setFacilitator(ben, { name: 'Ben', order: 1 }),
    ...planEdits.setRoom(apple, { alive: true, name: 'Apple', wantsFrame: ana }),
  });
  vi.spyOn(board.frames, 'create').mockRejectedValue(new BoardError('unknown', 'Try later.'));
  parts.keeper = new Keeper({
    board,
    timers,
    held,
    writer,
    wake,
    problem: new OwnProblem({ held, timers }),
    conducting: { run: undefined },
    lead: { leading: true },
  });
  wake();
  await timers.advance(100);
  expect(problem()).toBe('frames');
});

describe('[I11] that a frame could not be made is no failure any more', () => {
  test('once somebody else has seen to it', async () => {
    const { id } = aFrame('f1', 'Apple');
    held.plan.edit(planEdits.setRoom(apple, { frame: id, wantsFrame: null, title: 'Apple' }));
    await world.timers.advance(100);
    expect(problem()).toBeUndefined();
  });

  test('once the room has gone', async () => {
    held.plan.edit(planEdits.setRoom(apple, { alive: false }));
    await world.timers.advance(100);
    expect(problem()).toBeUndefined();
  });

  test('once whoever ordered it facilitates no more', async () => {
    held.plan.edit(planEdits.setFacilitator(ana, null));
    await world.timers.advance(100);
    expect(problem()).toBeUndefined();
  });
});
