import { expect, test } from 'vitest';
import { ana, anasTab, apple, birch } from '../breakout/fixtures';
import { frameId, tabId, writerId, type RoomId } from '../breakout/ids';
import type { Viewport } from '../breakout/person';
import { withTab, type Visit } from '../breakout/visit';
import { FakeWorld } from '../live/fake-board';
import { around } from '../live/jobs/glide';
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
  const comesBack = async ({ own = false } = {}): Promise<readonly Viewport[]> => {
    client.glides.length = 0;
    expect(tab.due()).toBe('come-back');
    await tab.comeBack(own, async (to) => void client.glides.push(to));
    return client.glides;
  };
  return { world, client, held, inRoom, visit, tab, comesBack };
}

const toApple = withTab({ room: apple, from: home }, anasTab, undefined);
const theirs = withTab({ room: apple, from: elsewhere }, other, undefined);

test('[V9] a tab that a visit has moved comes back when that is over, once', async () => {
  const { client, inRoom, visit, tab, comesBack } = await visiting();
  expect(tab.due()).toBeUndefined();
  visit(toApple);
  expect(tab.due()).toBeUndefined();
  // Another tab goes on to another room.
  visit(withTab({ room: birch, from: elsewhere }, other, toApple));
  expect(tab.due()).toBeUndefined();
  client.viewport = inRoom(apple);
  visit(undefined);
  expect(await comesBack()).toEqual([home]);
  expect(tab.due()).toBeUndefined();
});

test('[V9] a tab that the panel has brought back, or whose user has gone elsewhere, stays', async () => {
  const { client, visit, tab, comesBack } = await visiting();
  for (const view of [home, elsewhere]) {
    visit(toApple);
    expect(tab.due()).toBeUndefined();
    visit(undefined);
    client.viewport = view;
    expect(await comesBack()).toEqual([]);
    expect(tab.due()).toBeUndefined();
  }
});

test('[V9] who has come into their own room meanwhile stays there; who has visited another one comes back to it', async () => {
  const { client, inRoom, visit, tab, comesBack } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  tab.due();
  visit(undefined);
  expect(await comesBack({ own: true })).toEqual([]);

  client.viewport = inRoom(birch);
  visit(withTab({ room: birch, from: inRoom(apple) }, anasTab, undefined));
  tab.due();
  visit(undefined);
  expect(await comesBack({ own: true })).toEqual([inRoom(apple)]);
});

test('[V9] a frame that has been deleted keeps nobody', async () => {
  const { world, client, inRoom, visit, tab, comesBack } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  tab.due();
  world.deleteFrame(frameId(`frame-${apple}`));
  visit(undefined);
  expect(await comesBack()).toEqual([home]);
});

test('[V9] what fails is tried again', async () => {
  const { client, inRoom, visit, tab, comesBack } = await visiting();
  client.viewport = inRoom(apple);
  visit(toApple);
  tab.due();
  visit(undefined);
  tab.due();
  const refused = async (): Promise<void> => Promise.reject(new Error('refused'));
  await expect(tab.comeBack(false, refused)).rejects.toThrow('refused');
  expect(await comesBack()).toEqual([home]);
});

test('[V9] a page that begins during a visit and looks into a room has been moved by it', async () => {
  const { client, held, inRoom, visit, tab, comesBack } = await visiting();
  visit(theirs);
  client.viewport = inRoom(birch);
  expect(tab.due()).toBe('recognise');
  await tab.recognise();
  expect(held.person.value.visiting?.tabs).toEqual([
    { tab: other, from: elsewhere },
    { tab: anasTab, from: elsewhere },
  ]);
  expect(tab.due()).toBeUndefined();
  visit(undefined);
  expect(await comesBack()).toEqual([elsewhere]);
});

test('[V9] a page that looks elsewhere, or began before the visit, has not', async () => {
  const { client, held, inRoom, visit, tab } = await visiting();
  visit(theirs);
  client.viewport = home;
  expect(tab.due()).toBe('recognise');
  await tab.recognise();
  expect(held.person.value.visiting).toEqual(theirs);
  expect(tab.due()).toBeUndefined();
  visit(undefined);
  expect(tab.due()).toBeUndefined();
  client.viewport = inRoom(apple);
  visit(theirs);
  expect(tab.due()).toBeUndefined();
});
