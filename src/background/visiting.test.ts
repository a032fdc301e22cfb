import { expect, test } from 'vitest';
import { ana, anasTab, apple, birch } from '../breakout/fixtures';
import { frameId, tabId, writerId, type RoomId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import { withTab, type Visit } from '../breakout/visit';
import { FakeWorld } from '../live/fake-board';
import { around } from '../live/jobs/glide';
import { keys } from '../records/keys';
import { personEdits } from '../records/person';
import { planEdits } from '../records/plan-edits';
import { Held } from './held';
import { Visiting } from './visiting';

const home = { x: 10, y: 20, width: 300, height: 200 };
const elsewhere = { ...home, x: 2_000 };
const other = tabId('other');

/** In a tab of somebody who visits rooms. */
async function visiting() {
  const world = new FakeWorld();
  const { timers } = world;
  const client = world.client({ id: ana, name: 'Ana' });
  const { board } = client;
  const [repair, wake] = [() => 'conductor' as const, () => undefined];
  const held = new Held({ board, timers, writer: writerId('w'), repair, wake });
  await held.open();
  const seen = new Map<RoomId, Viewport>();
  for (const [index, id] of [apple, birch].entries()) {
    const at = { x: 5_000 * (index + 1), y: 0, width: 800, height: 600 };
    const frame = { id: frameId(`frame-${id}`), title: id, ...at };
    world.frames.set(frame.id, frame);
    held.plan.edit(planEdits.setRoom(id, { alive: true, frame: frame.id, name: id }));
    seen.set(id, around(frame));
  }
  const inRoom = (room: RoomId): Viewport => seen.get(room) ?? home;
  const visit = (to: Visit | undefined): void =>
    void held.person.edit(personEdits.set({ visiting: to }));
  const tab = new Visiting({ board, held, tab: anasTab });
  const due = ({ own = false } = {}) => tab.due(own);
  const comesBack = async (now = {}): Promise<readonly Viewport[]> => {
    client.glides.length = 0;
    expect(due(now)).toBe('come-back');
    expect(tab.isOver).toBe(true);
    await tab.comeBack(async (to) => void client.glides.push(to));
    expect(tab.isOver).toBe(false);
    return client.glides;
  };
  return { world, client, held, inRoom, visit, tab, due, comesBack };
}

const toApple = withTab({ room: apple, from: home }, anasTab, undefined);
const theirs = withTab({ room: apple, from: elsewhere }, other, undefined);

test('[V9] a tab that a visit has moved comes back when that is over, once', async () => {
  const { client, inRoom, visit, due, comesBack } = await visiting();
  expect(due()).toBeUndefined();
  visit(toApple);
  expect(due()).toBeUndefined();
  // Another tab goes on to another room.
  visit(withTab({ room: birch, from: elsewhere }, other, toApple));
  expect(due()).toBeUndefined();
  client.viewport = inRoom(apple);
  visit(undefined);
  expect(await comesBack()).toEqual([home]);
  expect(due()).toBeUndefined();
});

test.each([
  ['and the one before is still there', false],
  ['because the one before has been deleted', true],
])('[V9] a tab comes back also when the room has another frame by then, %s', async (_, deleted) => {
  const { world, client, held, inRoom, visit, due, comesBack } = await visiting();
  visit(toApple);
  due();
  client.viewport = inRoom(apple);
  const another = { id: frameId('another'), title: 'Apple', x: 0, y: 9_000, width: 8, height: 6 };
  world.frames.set(another.id, another);
  if (deleted) world.frames.delete(frameId(`frame-${apple}`));
  held.plan.edit(planEdits.setRoom(apple, { frame: another.id }));
  due();
  visit(undefined);
  expect(await comesBack()).toEqual([home]);
});

test('[V9] a tab that the panel has brought back, or whose user has gone elsewhere, stays', async () => {
  const { client, inRoom, visit, due, comesBack } = await visiting();
  const fromApple = withTab({ room: birch, from: inRoom(apple) }, anasTab, undefined);
  for (const [begun, view] of [
    [toApple, home],
    [toApple, elsewhere],
    [fromApple, inRoom(apple)],
  ] as const) {
    visit(begun);
    expect(due()).toBeUndefined();
    visit(undefined);
    client.viewport = view;
    expect(await comesBack()).toEqual([]);
    expect(due()).toBeUndefined();
  }
});

test('[V9] who has come into their own room meanwhile stays there; who has visited another one comes back to it', async () => {
  const { client, inRoom, visit, due, comesBack } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  due();
  visit(undefined);
  expect(await comesBack({ own: true })).toEqual([]);

  // From the own room, or from elsewhere on the board while in it.
  client.viewport = inRoom(birch);
  for (const from of [inRoom(apple), home]) {
    visit(withTab({ room: birch, from }, anasTab, undefined));
    due({ own: true });
    visit(undefined);
    expect(await comesBack({ own: true })).toEqual([from]);
  }
});

test('[V9] a frame that has been deleted keeps nobody', async () => {
  const { world, client, inRoom, visit, due, comesBack } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  due();
  world.deleteFrame(frameId(`frame-${apple}`));
  visit(undefined);
  expect(await comesBack()).toEqual([home]);
});

test('[V9] what fails is tried again', async () => {
  const { client, inRoom, visit, tab, due, comesBack } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  due();
  visit(undefined);
  due();
  const refused = async (): Promise<void> => Promise.reject(new Error('refused'));
  await expect(tab.comeBack(refused)).rejects.toThrow('refused');
  expect(await comesBack()).toEqual([home]);
});

test('[V9] a page that begins during a visit and looks into a room has been moved by it', async () => {
  const { client, held, inRoom, visit, tab, due, comesBack } = await visiting();
  visit(theirs);
  client.viewport = inRoom(birch);
  expect(due()).toBe('recognise');
  await tab.recognise();
  expect(held.person.value.visiting?.tabs).toEqual([
    { tab: other, from: elsewhere },
    { tab: anasTab, from: elsewhere },
  ]);
  expect(due()).toBeUndefined();
  visit(undefined);
  expect(await comesBack()).toEqual([elsewhere]);
});

test('[V9] a page that looks elsewhere, or began before the visit, has not', async () => {
  const { client, held, inRoom, visit, tab, due } = await visiting();
  visit(theirs);
  // The room that is visited has gone.
  held.plan.edit(planEdits.setRoom(apple, { alive: false }));
  client.viewport = home;
  expect(due()).toBe('recognise');
  await tab.recognise();
  expect(held.person.value.visiting).toEqual(theirs);
  expect(due()).toBeUndefined();
  visit(undefined);
  expect(due()).toBeUndefined();
  client.viewport = inRoom(apple);
  visit(theirs);
  expect(due()).toBeUndefined();
});

test('[K3] “Remove everything” moves nobody', async () => {
  const { world, inRoom, client, visit, tab, due } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  due();
  await world.timers.advance(1_000);
  await client.board.storage.remove(keys.person(ana));
  await world.timers.advance(1_000);
  expect(due()).toBeUndefined();
  expect(tab.isOver).toBe(false);
});
