import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BoardError } from '../board/errors';
import type { BoardUser } from '../board/port';
import { ana, anasTab, aRun, MINUTE } from '../breakout/fixtures';
import { frameId, roomId, writerId } from '../breakout/ids';
import { beatRecord } from '../records/beat';
import { edit, emptyDoc, merge } from '../records/merge';
import { personEdits, personRecord } from '../records/person';
import { planRecord } from '../records/plan';
import { planEdits } from '../records/plan-edits';
import { runRecord } from '../records/run';
import { atHand } from './actions/deferred';
import { panelActions } from './actions/panel-actions';
import { bothViews } from './both-views';
import { FakeWorld, type FakeClient } from './fake-board';
import { aFrame, crowd, users } from './fixtures';
import { PanelState } from './panel-state.svelte';
import type { PanelView } from './views';

let world: FakeWorld;
let writers = 0;

beforeEach(() => {
  world = new FakeWorld();
  world.come(users.ana, users.ben, users.cem);
});

interface Opened {
  readonly panel: PanelState;
  readonly client: FakeClient;
}

function begin(me: BoardUser, panelData?: unknown): Opened {
  const client = world.client(me);
  client.panelData = panelData;
  const panel = new PanelState({
    board: client.board,
    timers: world.timers,
    writer: writerId(`writer-${++writers}`),
    lessMotion: () => false,
    views: () => bothViews,
    actions: (bench) => atHand(panelActions({ ...bench, names: ['Apple', 'Birch', 'Cedar'] })),
  });
  void panel.open();
  return { panel, client };
}

async function opened(me: BoardUser, panelData?: unknown): Promise<Opened> {
  const result = begin(me, panelData);
  await world.timers.advance(100);
  return result;
}

/** Ana runs the board and has two rooms. */
async function prepared(): Promise<Opened> {
  const ana = await opened(users.ana);
  ana.panel.actions.claim();
  ana.panel.actions.createRooms(2);
  await world.timers.advance(3_000);
  return ana;
}

function at<Screen extends PanelView['screen']>(panel: PanelState, screen: Screen) {
  const { view } = panel;
  if (!isAt(view, screen)) throw new Error(`expected ${screen}, got ${view.screen}`);
  return view;
}

function isAt<Screen extends PanelView['screen']>(
  view: PanelView,
  screen: Screen,
): view is Extract<PanelView, { screen: Screen }> {
  return view.screen === screen;
}

const names = (panel: PanelState): string[] => at(panel, 'prepare').rooms.map(({ name }) => name);

function conduct(change: Parameters<typeof aRun>[0] = {}): void {
  world.put('run', runRecord.write(aRun(change), undefined));
}

function beat(seq: number, at: number): void {
  const value = { term: 1, seq, user: ana, tab: anasTab, visible: true, at };
  const digests = { planDigest: '', seatsDigest: '', runDigest: '' };
  world.put('beat', beatRecord.write({ ...value, ...digests }, undefined));
}

describe('opening the panel', () => {
  test.each(['plan', 'run', `person-${ana}`, 'seats-1'])(
    'nothing is offered, so nothing created, before storage has answered for %s',
    async (key) => {
      world.silent.add(key);
      const { panel } = await opened(users.ana);
      await world.timers.advance(10_000);
      expect(panel.view.screen).toBe('loading');
      world.answer(key);
      await world.timers.advance(100);
      expect(panel.view.screen).toBe('unclaimed');
      expect(world.stored.size).toBe(0);
    },
  );

  test('a plan of a newer version is shown as such and not written over', async () => {
    world.put('plan', { v: 99, data: {} });
    const { panel } = await opened(users.ana);
    expect(panel.view).toMatchObject({ screen: 'broken', newer: true });
    panel.actions.claim();
    await world.timers.advance(5_000);
    expect(world.stored.get('plan')).toEqual({ v: 99, data: {} });
  });

  test('running it makes the others participants; taking part hides the offer', async () => {
    const bens = await opened(users.ben);
    bens.panel.actions.takePart();
    await world.timers.advance(100);
    expect(bens.panel.view).toMatchObject({ screen: 'waiting', mayRunIt: true });
    const anas = await opened(users.ana);
    anas.panel.actions.claim();
    await world.timers.advance(100);
    expect(anas.panel.view.screen).toBe('prepare');
    expect(bens.panel.view).toMatchObject({
      screen: 'waiting',
      facilitators: ['Ana'],
      mayRunIt: false,
    });
  });

  test('[I4] a panel that was closed and opened again shows the same', async () => {
    const first = await prepared();
    const before = at(first.panel, 'prepare');
    first.panel.close();
    const second = await opened(users.ana);
    expect(at(second.panel, 'prepare').rooms).toEqual(before.rooms);
  });

  test('closed in the same turn, an edit is still written', async () => {
    const { panel } = await prepared();
    panel.actions.setTask(undefined, 'Talk');
    panel.close();
    await world.timers.advance(100);
    expect(JSON.stringify(world.stored.get('plan'))).toContain('Talk');
  });
});

describe('saving', () => {
  test('an edit is shown at once, as saving until storage has held it', async () => {
    const { panel } = await prepared();
    expect(at(panel, 'prepare').saving).toBe('saved');
    panel.actions.setTask(undefined, 'Talk');
    await world.timers.advance(0);
    expect(at(panel, 'prepare')).toMatchObject({ task: 'Talk', saving: 'saving' });
    await world.timers.advance(3_000);
    expect(at(panel, 'prepare').saving).toBe('saved');
  });

  test('a refused write is shown with what mends it, and "Try again" tries again', async () => {
    const { panel } = await prepared();
    world.fault = new BoardError('forbidden', 'no');
    panel.actions.setTask(undefined, 'Talk');
    await world.timers.advance(100);
    expect(at(panel, 'prepare')).toMatchObject({
      saving: 'failed',
      notices: [{ kind: 'read-only' }],
    });
    world.fault = undefined;
    panel.actions.retry();
    await world.timers.advance(3_000);
    expect(at(panel, 'prepare')).toMatchObject({ saving: 'saved', notices: [] });
  });
});

describe('undo', () => {
  test('brings a removed room back, with its people, for eight seconds', async () => {
    const { panel } = await prepared();
    const { rooms } = at(panel, 'prepare');
    const [first] = rooms;
    if (first === undefined) throw new Error('a room expected');
    panel.actions.removeRoom(first.id);
    await world.timers.advance(0);
    expect(at(panel, 'prepare').undo).toEqual({ what: 'remove-room', name: 'Apple' });
    expect(names(panel)).toEqual(['Birch']);
    panel.actions.undo();
    await world.timers.advance(0);
    expect(at(panel, 'prepare')).toMatchObject({ rooms, undo: undefined });

    panel.actions.removeRoom(first.id);
    await world.timers.advance(8_000);
    expect(at(panel, 'prepare').undo).toBeUndefined();
    panel.actions.undo();
    expect(names(panel)).toEqual(['Birch']);
  });

  test('[I2] what somebody else has changed since stays', async () => {
    const { panel } = await prepared();
    panel.actions.makeFacilitator(users.ben.id);
    await world.timers.advance(100);
    const bens = await opened(users.ben);
    const [first] = at(panel, 'prepare').rooms;
    if (first === undefined) throw new Error('a room expected');
    panel.actions.removeRoom(first.id);
    await world.timers.advance(100);
    bens.panel.actions.move([[users.cem.id, undefined]]);
    await world.timers.advance(100);
    panel.actions.undo();
    await world.timers.advance(100);
    expect(names(panel)).toEqual(['Apple', 'Birch']);
    expect(at(panel, 'prepare').unseated.map(({ name }) => name)).toEqual(['Cem']);
  });
});

describe('[I2] two facilitators', () => {
  test('edit different things at the same moment, and both are kept', async () => {
    const anas = await prepared();
    anas.panel.actions.makeFacilitator(users.ben.id);
    await world.timers.advance(100);
    const bens = await opened(users.ben);
    const [first, second] = at(anas.panel, 'prepare').rooms;
    if (first === undefined || second === undefined) throw new Error('two rooms expected');
    anas.panel.actions.renameRoom(first.id, 'Oak');
    bens.panel.actions.renameRoom(second.id, 'Pine');
    await world.timers.advance(10_000);
    expect(names(anas.panel)).toEqual(['Oak', 'Pine']);
    expect(names(bens.panel)).toEqual(['Oak', 'Pine']);
  });

  test('want the same at the same moment: it counts once and nobody is told anything', async () => {
    const anas = await prepared();
    anas.panel.actions.makeFacilitator(users.ben.id);
    world.come(...crowd(2));
    await world.timers.advance(100);
    const bens = await opened(users.ben);
    anas.panel.actions.open();
    await world.timers.advance(100);
    conduct({ openedAt: world.timers.now(), deadlineAt: world.timers.now() + 10 * MINUTE });
    await world.timers.advance(100);
    anas.panel.actions.prolong(5 * MINUTE);
    bens.panel.actions.prolong(5 * MINUTE);
    await world.timers.advance(100);
    for (const { panel } of [anas, bens]) {
      const { clock, notices } = at(panel, 'open');
      expect(Math.round((clock.remainingMs ?? 0) / MINUTE)).toBe(15);
      expect(notices.filter(({ kind }) => kind === 'step-failed')).toEqual([]);
    }
  });

  test('edit the same thing: both see the same, and the one who lost is told', async () => {
    const anas = await prepared();
    anas.panel.actions.makeFacilitator(users.ben.id);
    world.come(...crowd(2));
    await world.timers.advance(100);
    const bens = await opened(users.ben);
    const [first] = at(anas.panel, 'prepare').rooms;
    if (first === undefined) throw new Error('a room expected');
    anas.panel.actions.renameRoom(first.id, 'Oak');
    bens.panel.actions.renameRoom(first.id, 'Pine');
    await world.timers.advance(100);
    const told = [anas, bens].filter(({ panel }) =>
      at(panel, 'prepare').notices.some(({ kind }) => kind === 'overruled'),
    );
    expect(names(anas.panel)).toEqual(names(bens.panel));
    expect(told).toHaveLength(1);
    await world.timers.advance(10_000);
    expect(at(anas.panel, 'prepare').notices).toEqual([]);
  });
});

describe('people', () => {
  test('a facilitator follows everyone once, however often somebody comes or goes', async () => {
    const { panel } = await prepared();
    const [dana] = crowd(1);
    if (dana === undefined) throw new Error('fixture');
    for (let times = 0; times < 3; times++) {
      world.come(dana);
      await world.timers.advance(100);
      world.go(users.cem);
      await world.timers.advance(100);
      world.go(dana);
      world.come(users.cem);
      await world.timers.advance(100);
    }
    expect(at(panel, 'prepare').people).toBe(2);
    const cems = world.subscriptions.filter((key) => key === `person-${users.cem.id}`);
    expect(cems).toHaveLength(1);
  });

  test('[I9] a participant follows nobody while waiting', async () => {
    const anas = await prepared();
    anas.panel.close();
    world.subscriptions.length = 0;
    world.come(...crowd(40));
    const bens = await opened(users.ben);
    expect(bens.panel.view.screen).toBe('waiting');
    const people = world.subscriptions.filter((key) => key.startsWith('person-'));
    expect(people).toEqual([`person-${users.ben.id}`]);
  });

  test('after two minutes without any facilitator, running it is offered; one who returns is enough', async () => {
    const anas = await prepared();
    anas.panel.close();
    const bens = await opened(users.ben);
    world.go(users.ana);
    await world.timers.advance(MINUTE);
    expect(bens.panel.view).toMatchObject({ mayRunIt: false });
    await world.timers.advance(MINUTE + 2_000);
    expect(bens.panel.view).toMatchObject({ mayRunIt: true });
    world.come(users.ana);
    await world.timers.advance(100);
    expect(bens.panel.view).toMatchObject({ mayRunIt: false });
  });
});

describe('time', () => {
  async function open(): Promise<Opened> {
    const anas = await prepared();
    anas.panel.actions.open();
    const now = world.timers.now();
    conduct({ opensAt: now, openedAt: now, deadlineAt: now + 10 * MINUTE });
    await world.timers.advance(100);
    return anas;
  }

  test('[I8] the clock is painted each second, just after it has changed', async () => {
    const { panel } = await open();
    const shown: number[] = [];
    for (let step = 0; step < 40; step++) {
      await world.timers.advance(250);
      shown.push(Math.floor((at(panel, 'open').clock.remainingMs ?? 0) / 1_000));
    }
    const distinct = [...new Set(shown)];
    expect(distinct).toHaveLength(11);
    expect(distinct).toEqual([...distinct].sort((a, b) => b - a));
  });

  test('[I8] follows the conductor’s clock once a live beat has come, and forgets it when the own clock is set', async () => {
    beat(1, 0);
    const { panel } = await open();
    expect(at(panel, 'open').clock.approximate).toBe(true);
    world.timers.wrongByMs = 0;
    beat(2, world.timers.now() - 60_000);
    await world.timers.advance(0);
    const { clock } = at(panel, 'open');
    expect(clock.approximate).toBe(false);
    expect(Math.round((clock.remainingMs ?? 0) / MINUTE)).toBe(11);
    world.timers.wrongByMs = 3_600_000;
    await world.timers.advance(1_100);
    expect(at(panel, 'open').clock.approximate).toBe(true);
  });

  test('"Opening in 3…" is shown as soon as it is ordered', async () => {
    const { panel } = await prepared();
    panel.actions.open();
    await world.timers.advance(0);
    expect(at(panel, 'opening').opensInMs).toBe(3_000);
    panel.actions.cancelOpening();
    await world.timers.advance(0);
    expect(panel.view.screen).toBe('prepare');
  });
});

test('[V5] in a room, with the view elsewhere, the way back comes first until it is taken', async () => {
  const frame = aFrame('f1', 'Ideas');
  world.frames.set(frame.id, frame);
  const anas = await opened(users.ana);
  anas.panel.actions.claim();
  anas.panel.actions.loadFrames();
  await world.timers.advance(100);
  anas.panel.actions.useFrames([frame.id]);
  await world.timers.advance(3_000);
  const room = at(anas.panel, 'prepare').rooms[0]?.id ?? roomId('none');
  anas.panel.actions.open();
  conduct();
  const definition = personRecord(users.ben.id);
  const inside = personEdits.set({ at: { epoch: 1, room, ask: 1 } });
  world.put(definition.key, definition.write(edit(emptyDoc, inside, writerId('background'))));

  const bens = begin(users.ben);
  bens.client.viewport = { x: 9_000, y: 0, width: 100, height: 100 };
  await world.timers.advance(100);
  await vi.waitFor(() => expect(at(bens.panel, 'in-room').astray).toBe(true));
  bens.panel.actions.backToFrame();
  await vi.waitFor(() => expect(at(bens.panel, 'in-room').astray).toBe(false));
  expect(bens.client.glides).toHaveLength(1);
  // They have gone away again meanwhile, and come back to the panel.
  bens.panel.lookedAt();
  await vi.waitFor(() => expect(at(bens.panel, 'in-room').astray).toBe(true));
});

describe('frames', () => {
  test('are listed when asked for, used as rooms, and missed when they are deleted', async () => {
    const one = aFrame('f1', 'Ideas');
    world.frames.set(one.id, one);
    const anas = await opened(users.ana);
    const { actions } = anas.panel;
    actions.claim();
    await world.timers.advance(100);
    expect(at(anas.panel, 'prepare').frames).toBeUndefined();
    actions.loadFrames();
    await world.timers.advance(100);
    expect(at(anas.panel, 'prepare').frames).toMatchObject([{ id: 'f1', title: 'Ideas' }]);
    actions.useFrames([one.id]);
    await world.timers.advance(100);
    expect(at(anas.panel, 'prepare').rooms).toMatchObject([{ name: 'Ideas', frame: 'here' }]);
    world.deleteFrame(one.id);
    await world.timers.advance(100);
    expect(at(anas.panel, 'prepare').rooms).toMatchObject([{ frame: 'deleted' }]);
  });

  test('[O10] those selected before the panel opened are offered, and used, at once', async () => {
    const [one, two, third] = [aFrame('f1', 'Ideas'), aFrame('f2', 'Risks'), aFrame('f3', 'Next')];
    for (const frame of [one, two, third]) world.frames.set(frame.id, frame);
    const { panel } = await opened(users.ana, { selected: [one.id, third.id] });
    panel.actions.claim();
    await world.timers.advance(100);
    expect(at(panel, 'prepare').selected).toEqual([one.id, third.id]);
    panel.actions.useFrames(at(panel, 'prepare').selected);
    await world.timers.advance(100);
    expect(at(panel, 'prepare').rooms.map(({ name }) => name)).toEqual(['Ideas', 'Next']);
    expect(at(panel, 'prepare').selected).toEqual([]);
  });

  test('[I10] what else the panel is opened with says nothing of a selection', async () => {
    const { panel } = await opened(users.ana, { selected: [{}, 7], more: 'nonsense' });
    panel.actions.claim();
    await world.timers.advance(100);
    expect(at(panel, 'prepare').selected).toEqual([]);
  });

  test('deleted while no panel was open: missed as well', async () => {
    const first = await prepared();
    const [room] = at(first.panel, 'prepare').rooms;
    if (room === undefined) throw new Error('a room expected');
    first.panel.actions.chooseFrame(room.id, frameId('gone'));
    await world.timers.advance(100);
    first.panel.close();
    const second = await opened(users.ana);
    await world.timers.advance(100);
    expect(at(second.panel, 'prepare').rooms[0]?.frame).toBe('deleted');
  });

  test('[O8] a frame that was renamed unheard is followed when a panel looks at it', async () => {
    const { panel } = await prepared();
    const frame = aFrame('f1', 'Oak');
    world.frames.set(frame.id, frame);
    panel.actions.loadFrames();
    await world.timers.advance(100);
    const [room] = at(panel, 'prepare').rooms;
    if (room === undefined) throw new Error('a room expected');
    panel.actions.chooseFrame(room.id, frame.id);
    await world.timers.advance(100);
    // Nobody had named the room, so it is called as the frame is.
    expect(at(panel, 'prepare').rooms[0]?.name).toBe('Oak');
    world.frames.set(frame.id, aFrame('f1', 'Pine'));
    panel.actions.loadFrames();
    await vi.waitFor(() => expect(at(panel, 'prepare').rooms[0]?.name).toBe('Pine'));
  });

  test('a visit glides there and back, from one room to the next to where it began', async () => {
    const { panel, client } = await prepared();
    const [first, second] = at(panel, 'prepare').rooms;
    if (first === undefined || second === undefined) throw new Error('two rooms expected');
    for (const [index, room] of [first, second].entries()) {
      const frame = { ...aFrame(`f${index}`), x: 10_000 * index };
      world.frames.set(frame.id, frame);
      panel.actions.chooseFrame(room.id, frame.id);
    }
    client.viewport = { x: 5, y: 6, width: 70, height: 80 };
    panel.actions.visit(first.id);
    await world.timers.advance(100);
    client.viewport = { x: -400, y: -300, width: 900, height: 700 };
    panel.actions.visit(second.id);
    await world.timers.advance(100);
    panel.actions.backToWhereIWas();
    await world.timers.advance(100);
    expect(client.glides).toHaveLength(3);
    expect(client.glides.at(-1)).toEqual({ x: 5, y: 6, width: 70, height: 80 });
  });
});

describe('[R8] lost pushes that no beat tells of', () => {
  test('the end is read by a screen that hears nobody any more', async () => {
    const { panel } = await prepared();
    conduct({ phase: 'closing' });
    beat(1, world.timers.now());
    await world.timers.advance(1_000);
    expect(panel.view.screen).toBe('closing');
    world.stored.set('run', runRecord.write(aRun({ phase: 'closed' }), undefined));
    await world.timers.advance(26_000);
    expect(panel.view.screen).toBe('after');
  });

  test('an order that nobody takes up is stored again, until somebody does', async () => {
    const { panel, client } = await prepared();
    let heard = 0;
    await client.board.storage.watch('plan', () => heard++);
    panel.actions.open();
    await world.timers.advance(1_000);
    const before = heard;
    await world.timers.advance(5_000);
    expect(heard).toBe(before + 1);
    await world.timers.advance(5_000);
    expect(heard).toBe(before + 2);
    conduct();
    beat(1, world.timers.now());
    await world.timers.advance(40_000);
    expect(heard).toBe(before + 2);
  });

  test('[M10] what another facilitator prepares is seen, though its push was lost', async () => {
    const { panel } = await prepared();
    const reading = planRecord.read(world.stored.get('plan'));
    const [room] = at(panel, 'prepare').rooms;
    if (reading.type !== 'ok' || room === undefined) throw new Error('nothing is prepared');
    const renamed = planEdits.setRoom(room.id, { name: 'Renamed' });
    const plan = edit(reading.value, renamed, writerId('ben'));
    world.stored.set('plan', planRecord.write(plan));
    await world.timers.advance(26_000);
    expect(names(panel)).toContain('Renamed');
  });

  test('[M10] what is pressed in a breakout counts for more than its order, of which no push told', async () => {
    const { panel } = await prepared();
    const stored = () => {
      const reading = planRecord.read(world.stored.get('plan'));
      if (reading.type !== 'ok') throw new Error('nothing is stored');
      return reading.value;
    };
    const opens = planEdits.setWanted(1, { phase: 'open' });
    const ordered = edit(stored(), opens, writerId('writer-zz'));
    world.stored.set('plan', planRecord.write(ordered));
    conduct();
    await world.timers.advance(100);
    panel.actions.bringBack();
    await world.timers.advance(100);
    const both = planRecord.decode(merge(ordered, stored()));
    expect(both.wanted(1).phase).toBe('closing');
  });

  test('[M10] [I11] what has failed for oneself is seen, though its push was lost', async () => {
    const { panel } = await prepared();
    conduct();
    await world.timers.advance(100);
    const definition = personRecord(ana);
    const reading = definition.read(world.stored.get(definition.key));
    const problem = { reason: 'unknown', detail: 'why', at: 0 } as const;
    const failed = edit(
      reading.type === 'ok' ? reading.value : emptyDoc,
      personEdits.set({ problem: { step: 'rename', problem } }),
      writerId('background'),
    );
    world.stored.set(definition.key, definition.write(failed));
    for (const seq of [1, 2, 3]) {
      beat(seq, world.timers.now());
      await world.timers.advance(10_000);
    }
    const { notices } = at(panel, 'open');
    expect(notices).toContainEqual({ kind: 'step-failed', step: 'rename', problem });
  });

  test('without a breakout nothing is asked', async () => {
    const { client } = await opened(users.ana);
    const reads = vi.spyOn(client.board.storage, 'read');
    await world.timers.advance(120_000);
    expect(reads).not.toHaveBeenCalled();
  });
});
