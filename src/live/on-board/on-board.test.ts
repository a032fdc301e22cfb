import { beforeEach, expect, test } from 'vitest';
import { BoardError } from '../../board/errors';
import { frameId, tabId, writerId } from '../../breakout/ids';
import { edit, emptyDoc } from '../../records/merge';
import { workEdits, workRecord } from '../../records/work';
import { FakeWorld } from '../fake-board';
import { aFrame, calmPlan, users } from '../fixtures';
import { around } from '../jobs/glide';
import { FacilitatorsOnBoard } from './on-board.svelte';

const RESULTS = frameId('results');
const words = { title: 'Collected notes', withoutNotes: 'Without notes:' };

let world: FakeWorld;
let ana: ReturnType<FakeWorld['client']>;
let onBoard: FacilitatorsOnBoard;

/** Ana's panel, after her notes have been collected. */
beforeEach(async () => {
  world = new FakeWorld();
  ana = world.client(users.ana);
  const record = workRecord(users.ana.id);
  const done = { state: 'done', tab: tabId('t'), done: 4, of: 4, left: 0, frame: RESULTS } as const;
  const doc = edit(
    emptyDoc,
    {
      ...workEdits.order(1, 0, { kind: 'collect', ...words }),
      ...workEdits.progress(1, { ...done, problem: undefined }),
    },
    writerId('w'),
  );
  world.put(record.key, record.write(doc));
  onBoard = await new FacilitatorsOnBoard({
    board: ana.board,
    timers: world.timers,
    writer: writerId('panel'),
    plan: () => calmPlan(),
    lessMotion: () => true,
  }).open();
});

async function goes(): Promise<void> {
  onBoard.actions.goToResults();
  await world.timers.advance(0);
}

test('“Go to the results” leads the view to them', async () => {
  const frame = aFrame('results');
  world.frames.set(RESULTS, frame);
  await goes();
  expect(ana.glides).toEqual([around(frame)]);
  expect(onBoard.view.unreached).toBeUndefined();
});

test('[I11] “Go to the results”: that they were deleted is said beside the notes that were counted', async () => {
  const counted = onBoard.view.notes;
  await goes();
  expect(ana.glides).toEqual([]);
  expect(onBoard.view).toMatchObject({
    unreached: { reason: 'not-found' },
    job: { state: 'done' },
  });
  expect(onBoard.view.notes).toBe(counted);

  // Somebody has undone that, and it is pressed again.
  world.frames.set(RESULTS, aFrame('results'));
  await goes();
  expect(ana.glides).toHaveLength(1);
  expect(onBoard.view.unreached).toBeUndefined();
});

test('[I11] “Go to the results”: that Miro does not answer is said, until something else is ordered', async () => {
  ana.board.frames.get = async () => {
    throw new BoardError('timed-out', 'No answer.');
  };
  await goes();
  expect(onBoard.view.unreached).toMatchObject({ reason: 'offline' });
  onBoard.actions.collect(words);
  expect(onBoard.view.unreached).toBeUndefined();
});
