import { beforeEach, describe, expect, test } from 'vitest';
import englishNotices from '../../locales/notices/en.json';
import type { FrameInfo } from '../board/port';
import { ana, apple, birch } from '../breakout/fixtures';
import { frameId, tabId, writerId, type RoomId } from '../breakout/ids';
import { PICKING_MS } from '../breakout/person';
import { noticesIn } from '../i18n/notices';
import { FakeWorld } from '../live/fake-board';
import { aFrame } from '../live/fixtures';
import { MergedRecord } from '../records/merged-record';
import { personEdits, personRecord } from '../records/person';
import { planEdits } from '../records/plan-edits';
import { FramePicking } from './frame-picking';
import { Held } from './held';
import { LeadingTab } from './leading-tab';

type Selection = { readonly frames: readonly FrameInfo[]; readonly others: number };

const me = { id: ana, name: 'Ana' };
const nothing: Selection = { frames: [], others: 0 };
const only = (...frames: readonly FrameInfo[]): Selection => ({ frames, others: 0 });
const [oak, elm] = [aFrame('f1', 'Oak'), aFrame('f2', 'Elm')];

let world: FakeWorld;
let select: (selection: Selection) => void;
let told: string[];
let panels: number;
let held: Held;

beforeEach(async () => {
  world = new FakeWorld();
  world.come(me);
  told = [];
  panels = 0;
  await background();
  for (const [order, [id, name]] of [
    [apple, 'Apple'] as const,
    [birch, 'Birch'] as const,
  ].entries())
    held.plan.edit(planEdits.setRoom(id, { alive: true, name, order, given: true }));
  held.plan.edit(planEdits.setRoom(birch, { frame: elm.id }));
});

/** One of Ana's tabs. */
async function background(): Promise<void> {
  const { timers } = world;
  const { board } = world.client(me);
  const parts: { picking?: FramePicking } = {};
  const wake = (): void => queueMicrotask(() => parts.picking?.evaluate());
  const [writer, tab] = [writerId('background'), tabId('one')];
  held = new Held({ board, timers, writer, wake, repair: () => 'conductor' });
  const visibility = { visible: () => true, onChange: () => () => undefined };
  const lead = new LeadingTab({ held, tab, visibility });
  await held.open();
  lead.begin(true);
  parts.picking = new FramePicking({
    board: {
      frames: {
        onSelection: async (listen) => {
          select = listen;
          return () => undefined;
        },
      },
      ui: {
        notify: async (text) => void told.push(text),
        openPanel: async () => {
          panels += 1;
          return false;
        },
      },
    },
    timers,
    held,
    lead,
    tab,
    notices: noticesIn('en', englishNotices),
    wake,
  });
  parts.picking.evaluate();
  await timers.advance(0);
}

/** The panel writes the wish, and closes. */
async function wish(room: RoomId, at = world.timers.now()): Promise<void> {
  const record = new MergedRecord({
    storage: world.storage,
    definition: personRecord(ana),
    writer: writerId('panel'),
    timers: world.timers,
    repair: () => 'conductor',
  });
  await record.open();
  record.edit(personEdits.set({ picking: { room, at } }));
  await world.timers.advance(1_000);
  record.close();
}

const frames = () => held.plan.value.rooms.map(({ name, frame }) => [name, frame]);
const picking = () => held.person.value.picking?.room;

describe('[O11] picking a frame on the board', () => {
  test('the frame that is clicked becomes the room’s, which is called like it; the panel opens', async () => {
    await wish(apple);
    select(only(oak));
    await world.timers.advance(3_000);
    expect(frames()).toEqual([
      ['Oak', oak.id],
      ['Birch', elm.id],
    ]);
    expect(told).toEqual(['Oak has its frame now.']);
    expect([picking(), panels]).toEqual([undefined, 1]);
    select(only(elm));
    select(only(aFrame('f3')));
    expect(told).toHaveLength(1);
  });

  test.each([
    [{ frames: [], others: 1 }, 'That is not a frame. Please click a frame.'],
    [{ frames: [oak], others: 1 }, 'Please select one frame only.'],
    [only(oak, aFrame('f3')), 'Please select one frame only.'],
    [only(elm), "That is Birch's frame. Please click another one."],
  ])('something else is said, and changes nothing: %#', async (wrong, words) => {
    await wish(apple);
    const before = frames();
    select(wrong);
    expect(told).toEqual([words]);
    expect(frames()).toEqual(before);
    select(nothing);
    select(only(oak));
    expect(frames()).toEqual([
      ['Oak', oak.id],
      ['Birch', elm.id],
    ]);
  });

  test('nothing is picked when nothing was wished, after a cancel, nor two minutes later', async () => {
    const before = frames();
    select(only(oak));
    await world.timers.advance(1_000);
    await wish(apple);
    held.person.edit(personEdits.set({ picking: undefined }));
    await world.timers.advance(0);
    select(only(aFrame('f3')));
    await world.timers.advance(1_000);
    await wish(apple);
    await world.timers.advance(PICKING_MS);
    expect(picking()).toBeUndefined();
    select(only(aFrame('f4')));
    expect(frames()).toEqual(before);
    expect(told).toEqual([]);
  });

  test('for a room that has gone nothing is picked', async () => {
    await wish(apple);
    held.plan.edit(planEdits.setRoom(apple, { alive: false }));
    await world.timers.advance(0);
    expect(picking()).toBeUndefined();
    select(only(oak));
    expect(frames()).toEqual([['Birch', elm.id]]);
  });

  test('a click that came before the wish, on a slow network, counts; one from before the wish does not', async () => {
    select(only(aFrame('f3')));
    await world.timers.advance(5_000);
    const at = world.timers.now();
    await wish(apple, at);
    expect(frames()[0]).toEqual(['Apple', undefined]);
    held.person.edit(personEdits.set({ picking: undefined }));
    await world.timers.advance(0);
    select(only(oak));
    await wish(apple, world.timers.now() - 1);
    expect(frames()[0]).toEqual(['Oak', frameId('f1')]);
  });
});
