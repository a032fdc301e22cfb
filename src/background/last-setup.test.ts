import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BoardError } from '../board/errors';
import { ana, aPlan, aRun, MINUTE } from '../breakout/fixtures';
import { frameId, writerId } from '../breakout/ids';
import type { Plan } from '../breakout/plan';
import type { Run } from '../breakout/run';
import { LAST_SETUP } from '../breakout/setup';
import { FakeWorld } from '../live/fake-board';
import { aFrame } from '../live/fixtures';
import { keys } from '../records/keys';
import { setupsRecord } from '../records/setups';
import { LastSetup } from './last-setup';

const stage = frameId('stage');

let world: FakeWorld;
let plan: Plan;
/** As this background has it, if it conducts. */
let run: Run | undefined;
let refuses: boolean;

beforeEach(() => {
  world = new FakeWorld();
  world.frames.set(stage, aFrame('stage', 'Stage'));
  const { settings } = aPlan();
  plan = aPlan({ settings: { ...settings, plenary: stage } });
  run = undefined;
  refuses = false;
});

function background(): LastSetup {
  const { storage, timers, frames } = world;
  return new LastSetup({
    board: {
      storage,
      frames: {
        get: async (id) => {
          if (refuses) throw new BoardError('timed-out', 'No answer.');
          return frames.get(id);
        },
      },
    },
    timers,
    held: {
      plan: {
        get value() {
          return plan;
        },
      },
    },
    ownRun: {
      get value() {
        return run;
      },
      get active() {
        return run !== undefined;
      },
    },
    writer: writerId('w'),
  });
}

async function looks(keeper: LastSetup): Promise<void> {
  keeper.evaluate();
  await vi.dynamicImportSettled();
  await world.timers.advance(1_000);
}

function kept() {
  const reading = setupsRecord.read(world.stored.get(keys.setups));
  return reading.type === 'ok' ? setupsRecord.decode(reading.value) : [];
}

const opened = (change: Partial<Run> = {}): Run =>
  aRun({ openedAt: world.timers.now(), ...change });

describe('[U1] what was opened last', () => {
  test('is kept by whoever conducts, with the title of the frame everyone returns to', async () => {
    const keeper = background();
    run = opened({ phase: 'opening' });
    await looks(keeper);
    expect(kept()).toEqual([]);
    run = opened();
    await looks(keeper);
    expect(kept()).toMatchObject([
      {
        id: LAST_SETUP,
        setup: { rooms: plan.rooms.map(({ name }) => ({ name })), plenary: 'Stage' },
      },
    ]);
  });

  test('is what was opened, whatever becomes of it, and each breakout’s anew', async () => {
    const keeper = background();
    run = opened();
    await looks(keeper);
    plan = { ...plan, task: 'Now something else' };
    await looks(keeper);
    await world.timers.advance(2 * MINUTE);
    // Another one takes over when it has long been open.
    await looks(background());
    expect(kept()).toMatchObject([{ setup: { task: '' } }]);
    run = opened({ epoch: 8 });
    await looks(keeper);
    expect(kept()).toMatchObject([{ setup: { task: 'Now something else' } }]);
  });

  test('is kept a little later if Miro does not answer at first', async () => {
    const keeper = background();
    refuses = true;
    run = opened();
    await looks(keeper);
    expect(kept()).toEqual([]);
    refuses = false;
    await world.timers.advance(2_000);
    await looks(keeper);
    expect(kept()).toHaveLength(1);
  });

  test('is no matter of those who do not conduct, and nothing is written over what cannot be read', async () => {
    await looks(background());
    expect(world.subscriptions).toEqual([]);
    world.put(keys.setups, 'nonsense');
    run = opened({ by: { user: ana, name: 'Ana' } });
    await looks(background());
    expect(world.stored.get(keys.setups)).toBe('nonsense');
  });
});
