import { expect, test } from 'vitest';
import { ana, apple, aRun, ben } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import type { Run } from '../breakout/run';
import { FakeWorld } from '../live/fake-board';
import { MAX_CHUNKS } from '../records/run';
import { Held } from './held';
import { JournalKeeper } from './journal-keeper';
import { Removals } from './removals';

/** The chunks that the run lists when a conductor has looked that found so many. */
async function chunksAfter(found: number): Promise<number> {
  const world = new FakeWorld();
  const { timers } = world;
  world.come({ id: ben, name: 'Ben' });
  const { board } = world.client({ id: ana, name: 'Ana' });
  const held = new Held({
    board,
    timers,
    writer: writerId('w'),
    repair: () => 'conductor',
    wake: () => undefined,
  });
  await held.open();
  const chunks = Array.from({ length: found }, (_, index) => ({ term: index + 1, n: 1 }));
  const guests: Run['guests'] = new Map([[ben, { room: apple, ask: 1, state: 'in' }]]);
  const ownRun = {
    value: aRun({ term: found + 1, journal: { keeps: 'names', chunks }, guests }),
    commit(next: Run) {
      this.value = next;
    },
  };
  const removals = new Removals({ storage: board.storage, timers });
  const keeper = new JournalKeeper({ board, timers, held, ownRun, removals });
  keeper.evaluate();
  keeper.close();
  return ownRun.value.journal.chunks.length;
}

test('[J4] the run never lists more chunks than it may: it could not be written any more', async () => {
  expect(await chunksAfter(MAX_CHUNKS - 1)).toBe(MAX_CHUNKS);
  expect(await chunksAfter(MAX_CHUNKS)).toBe(MAX_CHUNKS);
});
