import type { OnlineUsersUpdateEvent } from '@mirohq/websdk-types';
import { describe, expect, test } from 'vitest';
import type { Json } from './api';
import { createBench, type Visitor } from './bench';

/** The names online, as often as Ana is told. */
async function follow(ana: Visitor): Promise<Json[]> {
  const told: Json[] = [];
  await ana.miro().board.ui.on('online_users:update', ({ users }: OnlineUsersUpdateEvent) => {
    told.push(users.map(({ name }) => name).join());
  });
  return told;
}

async function scene() {
  const bench = createBench();
  const ana = bench.join({ name: 'Ana' });
  const told = await bench.run(follow(ana));
  return { ...bench, ana, told };
}

describe('D:websdk-reference-ui: online_users:update tells who is on the board', () => {
  test('when somebody comes and goes, with the app or without', async () => {
    const { told, join, world, clock } = await scene();
    const cho = join({ name: 'Cho', authorised: false });
    await clock.advance(10);
    world.closeTab(cho.tab);
    await clock.advance(10);
    expect(told).toEqual(['Ana,Cho', 'Ana']);
  });

  test('once per person, however many tabs', async () => {
    const { told, join, world, clock } = await scene();
    const ben = join({ name: 'Ben' });
    const second = ben.secondTab();
    world.closeTab(ben.tab);
    await clock.advance(10);
    expect(told).toEqual(['Ana,Ben']);
    world.closeTab(second.tab);
    await clock.advance(10);
    expect(told).toEqual(['Ana,Ben', 'Ana']);
  });

  test('when somebody loses the connection and has it again', async () => {
    const { told, join, world, clock } = await scene();
    const ben = join({ name: 'Ben' });
    world.setOnline(ben.id, false);
    expect(world.board().users.map(({ online }) => online)).toEqual([true, false]);
    world.setOnline(ben.id, true);
    await clock.advance(10);
    expect(told).toEqual(['Ana,Ben', 'Ana', 'Ana,Ben']);
  });

  test('a reload is a leaving and a coming at the same moment', async () => {
    const { told, join, world, clock } = await scene();
    const ben = join({ name: 'Ben' });
    await clock.advance(10);
    world.reloadTab(ben.tab);
    await clock.advance(10);
    expect(told).toEqual(['Ana,Ben']);
  });

  test('somebody removed is gone with all tabs, and the id is free again', async () => {
    const { join, world } = await scene();
    const ben = join({ name: 'Ben' });
    world.removeUser(ben.id);
    expect(world.tab(ben.tab)).toBeUndefined();
    expect(() => world.openTab(ben.id)).toThrow('No user');
    expect(world.addUser({ id: ben.id, name: 'Ben again' })).toBe(ben.id);
  });
});

describe('ids and views', () => {
  test('ids are the same for the same seed', () => {
    const idOfAna = (): string => createBench().join({ name: 'Ana' }).id;
    expect(idOfAna()).toBe(idOfAna());
  });

  test('changes are told at most once per turn, with what they concern', async () => {
    const { world, ana, clock } = await scene();
    await clock.advance(10);
    const told: [string[], string[], boolean][] = [];
    world.onChange(({ items, tabs, board }) => void told.push([[...items], [...tabs], board]));
    const id = world.createItem(ana.tab, { type: 'frame', x: 0, y: 0, width: 300, height: 300 });
    world.select(ana.tab, [id]);
    world.setVisible(ana.tab, false);
    expect(told).toEqual([]);
    await clock.advance(0);
    expect(told).toEqual([[[id], [ana.tab], true]]);
  });
});
