import { beforeAll, beforeEach, expect, test } from 'vitest';
import { BoardError } from '../board/errors';
import { ana } from '../breakout/fixtures';
import { tabId, writerId } from '../breakout/ids';
import type { Work } from '../breakout/work';
import { FakeCanvas, type Trouble } from '../live/jobs/board/fake-canvas';
import { FakeWorld } from '../live/fake-board';
import { MergedRecord } from '../records/merged-record';
import { workEdits, workRecord } from '../records/work';
import { Held } from './held';
import { LeadingTab } from './leading-tab';
import { Worker } from './worker';

const me = { id: ana, name: 'Ana' };

let world: FakeWorld;
let canvas: FakeCanvas;
let panel: MergedRecord<Work>;

// Loaded in real time, which virtual time does not wait for.
beforeAll(() => import('../live/jobs/board/perform'));

beforeEach(async () => {
  world = new FakeWorld();
  canvas = new FakeCanvas();
  world.come(me);
  panel = new MergedRecord({
    storage: world.storage,
    definition: workRecord(ana),
    writer: writerId('panel'),
    timers: world.timers,
    repair: () => 'others',
  });
  await panel.open();
});

/** A background of Ana's, which claims the lead. */
async function background(
  name: string,
  trouble?: (call: number) => Trouble | undefined,
): Promise<void> {
  const { timers } = world;
  const page = canvas.page(ana, trouble);
  const { board } = world.client(me);
  const frames = { ...board.frames, ...page.frames };
  const here = { ...board, frames, items: async () => page.items };
  const made: { worker?: Worker } = {};
  const wake = (): void => queueMicrotask(() => made.worker?.evaluate());
  const [writer, tab] = [writerId(name), tabId(name)];
  const held = new Held({ board: here, timers, writer, wake, repair: () => 'conductor' });
  const visibility = { visible: () => true, onChange: () => () => undefined };
  const lead = new LeadingTab({ held, tab, visibility });
  await held.open();
  lead.begin(true);
  const conducting = { run: undefined };
  made.worker = new Worker({ board: here, timers, held, lead, conducting, tab, writer, wake });
  made.worker.evaluate();
}

const order = (n: number): void => {
  panel.edit(workEdits.order(n, 0, { kind: 'text', text: 'Hello' }));
};
const texts = () => [...canvas.things.values()].map(({ words }) => words);
const state = () => panel.value.progress?.state;

test('carries out what the panel has ordered, and once', async () => {
  await background('one');
  order(1);
  await world.timers.advance(10_000);
  expect([state(), texts()]).toEqual(['done', ['Hello']]);
});

test('[D5] a passing fault is tried again by itself', async () => {
  await background('one', (call) => (call < 2 ? 'refused' : undefined));
  order(1);
  await world.timers.advance(500);
  expect(state()).toBe('failed');
  await world.timers.advance(30_000);
  expect([state(), texts()]).toEqual(['done', ['Hello']]);
});

test('[D5] any other waits for “Try again”, and is then tried at once', async () => {
  let forbidden = true;
  await background('one', () => {
    if (forbidden) throw new BoardError('forbidden', 'You lack permission.');
    return undefined;
  });
  order(1);
  await world.timers.advance(500);
  expect(panel.value.progress).toMatchObject({ state: 'failed', problem: { reason: 'forbidden' } });
  forbidden = false;
  await world.timers.advance(120_000);
  expect(texts()).toEqual([]);
  panel.edit(workEdits.wish(1, { do: 'go', tries: 1 }));
  await world.timers.advance(500);
  expect([state(), texts()]).toEqual(['done', ['Hello']]);
});

test('[D3] another tab goes on when the first has stood still for four seconds', async () => {
  await background('one', (call) => (call === 2 ? 'dies-after' : undefined));
  order(1);
  await world.timers.advance(500);
  expect(state()).toBe('working');
  await background('two');
  await world.timers.advance(3_000);
  expect(panel.value.progress?.tab).toBe('one');
  await world.timers.advance(10_000);
  expect([state(), texts()]).toEqual(['done', ['Hello']]);
  expect(panel.value.progress?.tab).toBe('two');
});
