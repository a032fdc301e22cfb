import { describe, expect, test, vi } from 'vitest';
import type { FrameInfo } from '../board/port';
import { ana, anasTab, apple, birch } from '../breakout/fixtures';
import { frameId, roomId, tabId, writerId, type RoomId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import type { Viewport } from '../breakout/person';
import { around } from '../live/jobs/glide';
import { personEdits } from '../records/person';
import { planEdits } from '../records/plan-edits';
import { Held } from './held';
import { Traveller } from './traveller';

const home = { x: 10, y: 20, width: 300, height: 200 };
const stage = { id: frameId('stage'), title: 'Stage', x: 0, y: 0, width: 800, height: 600 };

async function travelling() {
  const world = new FakeWorld();
  const { timers } = world;
  world.frames.set(stage.id, stage);
  const client = world.client({ id: ana, name: 'Ana' });
  const { board } = client;
  const held = new Held({
    board,
    timers,
    writer: writerId('w'),
    repair: () => 'conductor',
    wake: () => undefined,
  });
  await held.open();
  const traveller = new Traveller({ board, timers, held, tab: anasTab, lessMotion: () => false });
  return { world, client, held, traveller };
}

/** In two rooms that have frames. */
async function withRooms() {
  const travels = await travelling();
  const { world, client, held, traveller } = travels;
  const frames = new Map([apple, birch].map((id, index) => [id, aFrame(id, 5_000 * (index + 1))]));
  const room = (id: RoomId): FrameInfo => frames.get(id) ?? stage;
  for (const [id, frame] of frames) {
    world.frames.set(frame.id, frame);
    held.plan.edit(planEdits.setRoom(id, { alive: true, frame: frame.id, name: id }));
  }
  const homeFrom = async (viewport: Viewport, epoch = 1): Promise<Viewport | undefined> => {
    client.viewport = viewport;
    const noting = traveller.noteHome(epoch);
    await world.timers.advance(1_000);
    await noting;
    return held.person.value.home?.viewport;
  };
  return { ...travels, room, homeFrom };
}

const aFrame = (id: string, x: number): FrameInfo => ({
  id: frameId(`frame-${id}`),
  title: id,
  x,
  y: 0,
  width: 800,
  height: 600,
});

test('[A4] home is where the user looks, and is stored before anything else happens', async () => {
  const { world, client, held, traveller } = await travelling();
  client.viewport = home;
  const { write } = client.board.storage;
  let answers = (): void => undefined;
  const answered = new Promise<void>((resolve) => (answers = resolve));
  vi.spyOn(client.board.storage, 'write').mockImplementation(async (key, value) => {
    await answered;
    await write(key, value);
  });
  let noted = false;
  const noting = traveller.noteHome(3).then(() => (noted = true));
  await world.timers.advance(1_000);
  expect(noted).toBe(false);
  answers();
  await world.timers.advance(1_000);
  await noting;
  expect(held.person.value.home).toEqual({ epoch: 3, tab: anasTab, viewport: home });
  expect(JSON.stringify(world.stored.get(`person-${ana}`))).toContain('"home"');
});

test('[A6] the way back leads to where the user was', async () => {
  const { client, traveller } = await travelling();
  await traveller.home(home);
  expect(client.glides).toEqual([home]);
});

test('[A6] the plenary frame comes first, where it is now or was last', async () => {
  const { world, client, held, traveller } = await travelling();
  held.plan.edit(planEdits.setSettings({ plenary: stage.id }));
  await traveller.home(home);
  world.deleteFrame(stage.id);
  await traveller.home(home);
  expect(client.glides).toEqual([around(stage), around(stage)]);
});

test('a plenary frame that was gone from the beginning leaves everyone their own home', async () => {
  const { world, client, held, traveller } = await travelling();
  held.plan.edit(planEdits.setSettings({ plenary: stage.id }));
  world.deleteFrame(stage.id);
  await traveller.home(home);
  expect(client.glides).toEqual([home]);
});

test('[A7] where this tab looked is kept once, unless home was noted in it', async () => {
  const { world, client, traveller } = await travelling();
  client.viewport = home;
  await traveller.noteStray(1);
  client.viewport = { ...home, x: 900 };
  await traveller.noteStray(1);
  expect(traveller.wayHome(1).strayed).toEqual({ to: home, returned: false });
  expect(traveller.wayHome(2).strayed).toBeUndefined();
  await traveller.returnStray();
  expect(client.glides).toEqual([home]);
  expect(traveller.wayHome(1).strayed).toMatchObject({ returned: true });

  const noting = traveller.noteHome(2);
  await world.timers.advance(1_000);
  await noting;
  await traveller.noteStray(2);
  expect(traveller.wayHome(2).strayed).toBeUndefined();
});

test('[A7] a tab whose home another one has noted anew goes back itself', async () => {
  const { world, client, held, traveller } = await travelling();
  client.viewport = home;
  const noting = traveller.noteHome(1);
  await world.timers.advance(1_000);
  await noting;
  client.viewport = { ...home, x: 900 };
  expect(traveller.wayHome(1).strayed).toBeUndefined();
  const others = { epoch: 1, tab: tabId('other'), viewport: { ...home, x: 500 } };
  held.person.edit(personEdits.set({ home: others }));
  expect(traveller.wayHome(1).strayed).toEqual({ to: home, returned: false });
  held.person.edit(personEdits.set({ home: undefined }));
  expect(traveller.wayHome(1).strayed).toEqual({ to: home, returned: false });
});

test('[A7] a tab that looks into the frame of its user’s room takes over home, and returns itself', async () => {
  const { world, client, held, traveller } = await travelling();
  const room = { id: frameId('room'), title: 'Apple', x: 5_000, y: 0, width: 800, height: 600 };
  world.frames.set(room.id, room);
  const before = { epoch: 1, tab: tabId('before'), viewport: home };
  held.person.edit(personEdits.set({ home: before }));
  // The whole board: the frame is in sight, but nobody was brought to it.
  client.viewport = { x: -8_000, y: -5_000, width: 16_000, height: 10_000 };
  await traveller.recognise([room.id], { reloaded: true });
  expect(held.person.value.home).toEqual(before);

  client.viewport = around(room);
  await traveller.recognise([room.id], { reloaded: true });
  expect(held.person.value.home).toEqual({ ...before, tab: anasTab });
  expect(traveller.wayHome(1).strayed).toBeUndefined();
  // The tab from which it was taken over, if it is there after all, does the same.
  held.person.edit(personEdits.set({ home: { ...before, tab: tabId('other') } }));
  expect(traveller.wayHome(1).strayed).toEqual({ to: home, returned: false });
});

test('[A7] a reloaded tab that was left at the frame of an earlier room takes over home', async () => {
  const { client, held, traveller, room } = await withRooms();
  const moved = { epoch: 1, tab: tabId('moved'), viewport: home };
  held.person.edit(personEdits.set({ home: moved }));
  client.viewport = around(room(apple));
  await traveller.recognise([room(birch).id], { reloaded: false });
  expect(held.person.value.home).toEqual(moved);
  client.viewport = { ...home, x: 900 };
  await traveller.recognise([room(birch).id], { reloaded: true });
  expect(held.person.value.home).toEqual(moved);
  client.viewport = around(room(apple));
  await traveller.recognise([room(birch).id], { reloaded: true });
  expect(held.person.value.home).toEqual({ ...moved, tab: anasTab });
});

test('[A7] a second tab goes back only from the frame of the room, to where it looked', async () => {
  const { world, client, held, traveller } = await travelling();
  const room = { id: frameId('room'), title: 'Apple', x: 5_000, y: 0, width: 800, height: 600 };
  world.frames.set(room.id, room);
  const moved = { epoch: 1, tab: tabId('moved'), viewport: { ...home, x: 500 } };
  held.person.edit(personEdits.set({ home: moved }));
  client.viewport = home;
  await traveller.recognise([room.id], { reloaded: false });
  expect(traveller.wayHome(1).beside).toMatchObject({ returned: false });
  expect(traveller.wayHome(2).beside).toBeUndefined();
  // Elsewhere by hand: that is where they want to be.
  client.viewport = { ...home, x: 900 };
  await traveller.returnBeside([room.id]);
  expect(client.glides).toEqual([]);
  expect(traveller.wayHome(1).beside).toMatchObject({ returned: true });

  client.viewport = home;
  await traveller.recognise([room.id], { reloaded: false });
  client.viewport = around(room);
  await traveller.returnBeside([room.id]);
  expect(client.glides).toEqual([home]);
  // Home stays that of the tab that was moved.
  expect(held.person.value.home).toEqual(moved);

  // Their room is another one meanwhile, to which the other tab was moved; this one is at the first.
  world.frames.set(stage.id, stage);
  held.plan.edit(planEdits.setRoom(roomId('first'), { alive: true, frame: room.id }));
  client.viewport = home;
  await traveller.recognise([room.id], { reloaded: false });
  client.viewport = around(room);
  await traveller.returnBeside([stage.id]);
  expect(client.glides).toEqual([home, home]);
});

test('[A7] whoever was brought to a frame which the room has no more is recognised in it', async () => {
  const { world, client, held, traveller } = await travelling();
  const before = { ...stage, id: frameId('before'), x: 5_000 };
  world.frames.set(before.id, before);
  const moved = { epoch: 1, tab: tabId('moved'), viewport: home };
  held.person.edit(personEdits.set({ home: moved }));
  client.viewport = around(before);
  await traveller.recognise([before.id, stage.id], { reloaded: true });
  expect(held.person.value.home).toEqual({ ...moved, tab: anasTab });
});

test('[A7] whoever was brought to a frame that has been deleted is recognised by nothing being there any more', async () => {
  const { client, held, traveller } = await travelling();
  const moved = { epoch: 1, tab: tabId('moved'), viewport: home };
  held.person.edit(personEdits.set({ home: moved }));
  client.viewport = { ...home, x: 5_000 };
  await traveller.recognise([frameId('deleted')], { reloaded: false });
  expect(held.person.value.home).toEqual(moved);
  await traveller.recognise([frameId('deleted')], { reloaded: true });
  expect(held.person.value.home).toEqual({ ...moved, tab: anasTab });
});

test('[A7] a frame that is gone is nowhere to come back from', async () => {
  const { client, held, traveller } = await travelling();
  const moved = { epoch: 1, tab: tabId('moved'), viewport: home };
  held.person.edit(personEdits.set({ home: moved }));
  client.viewport = home;
  await traveller.recognise([frameId('deleted')], { reloaded: false });
  client.viewport = { ...home, x: 900 };
  await traveller.returnBeside([frameId('deleted')]);
  await traveller.returnBeside([]);
  expect(client.glides).toEqual([]);
  expect(traveller.wayHome(1).beside).toMatchObject({ returned: true });
});

test('[A7] a tab is away from when it was moved to a frame until it is back', async () => {
  const { world, client, traveller } = await travelling();
  world.frames.set(stage.id, stage);
  await traveller.toFrame(frameId('deleted'), 1);
  expect(traveller.wayHome(1).away).toBe(false);
  await traveller.toFrame(stage.id, 1);
  expect(traveller.wayHome(1).away).toBe(true);
  expect(traveller.wayHome(2).away).toBe(false);
  vi.spyOn(client.board.view, 'glide').mockRejectedValueOnce(new Error('refused'));
  await expect(traveller.home(home)).rejects.toThrow('refused');
  expect(traveller.wayHome(1).away).toBe(true);
  await traveller.home(home);
  expect(traveller.wayHome(1).away).toBe(false);
});

test('[A4] what could not be shown is shown later, unless its user has gone elsewhere', async () => {
  const { client, traveller, room } = await withRooms();
  const { id } = room(apple);
  const fails = async (): Promise<void> => {
    client.viewport = home;
    vi.spyOn(client.board.view, 'glide').mockRejectedValueOnce(new Error('refused'));
    await expect(traveller.toFrame(id, 1)).rejects.toThrow('refused');
    expect(traveller.wayHome(1).unshown).toEqual({ frame: id, from: home });
  };
  await fails();
  vi.spyOn(client.board.view, 'glide').mockRejectedValueOnce(new Error('refused again'));
  await expect(traveller.show()).rejects.toThrow('refused again');
  expect(traveller.wayHome(1)).toMatchObject({ unshown: { frame: id }, away: false });
  client.viewport = { ...home, x: home.x + 20 };
  await traveller.show();
  expect(client.glides).toEqual([around(room(apple))]);
  expect(traveller.wayHome(1)).toMatchObject({ unshown: undefined, away: true });

  await fails();
  client.viewport = { ...home, x: 900 };
  await traveller.show();
  expect(client.glides).toHaveLength(1);
  expect(traveller.wayHome(1).unshown).toBeUndefined();
  await traveller.show();
  expect(client.glides).toHaveLength(1);
});

describe('[A4] home', () => {
  const elsewhere = { ...home, x: 900 };
  const before = { epoch: 1, tab: tabId('before'), viewport: home };

  test('is where they were before the visit, of who joins while visiting a room', async () => {
    const { world, client, held, room, homeFrom } = await withRooms();
    held.person.edit(personEdits.set({ visiting: { room: apple, from: home } }));
    expect(await homeFrom(around(room(apple)))).toEqual(home);
    // From a visit that is long over nobody wants to come back.
    expect(await homeFrom(elsewhere)).toEqual(elsewhere);
    held.person.edit(personEdits.set({ home: undefined }));
    world.deleteFrame(room(apple).id);
    expect(await homeFrom(around(room(apple)))).toEqual(around(room(apple)));
    expect(client.glides).toEqual([]);
  });

  test('is the one that they have not been brought back to, if they look into a room', async () => {
    const { held, room, homeFrom } = await withRooms();
    held.person.edit(personEdits.set({ home: before }));
    expect(await homeFrom(around(room(birch)))).toEqual(home);
    held.person.edit(personEdits.set({ home: before }));
    expect(await homeFrom(elsewhere)).toEqual(elsewhere);
  });

  test('is not the room out of which they visit another one', async () => {
    const { held, room, homeFrom } = await withRooms();
    const visiting = { room: birch, from: around(room(apple)) };
    held.person.edit(personEdits.set({ home: before, visiting }));
    expect(await homeFrom(around(room(birch)))).toEqual(home);
  });

  test('is where they look if nobody knows better, or that cannot be found out', async () => {
    const { client, held, room, homeFrom } = await withRooms();
    held.person.edit(personEdits.set({ home: before }));
    vi.spyOn(client.board.frames, 'list').mockRejectedValueOnce(new Error('refused'));
    expect(await homeFrom(around(room(birch)))).toEqual(around(room(birch)));
    held.person.edit(personEdits.set({ home: undefined }));
    expect(await homeFrom(around(room(birch)))).toEqual(around(room(birch)));
  });

  test('of a tab that was not brought back is its own, whatever has become of the record', async () => {
    const { client, held, room, traveller, homeFrom } = await withRooms();
    expect(await homeFrom(elsewhere)).toEqual(elsewhere);
    await traveller.toFrame(room(apple).id, 1);
    held.person.edit(personEdits.set({ home: undefined }));
    expect(await homeFrom(around(room(apple)), 2)).toEqual(elsewhere);

    held.person.edit(personEdits.set({ home: { ...before, epoch: 3 } }));
    client.viewport = around(room(apple));
    await traveller.noteStray(3);
    expect(traveller.wayHome(3).strayed).toMatchObject({ to: home });
  });
});
