import { beforeEach, expect, test, vi } from 'vitest';
import { BoardError } from '../../board/errors';
import { apple, aPerson, aRoom, aRun, ben, birch, MINUTE } from '../../breakout/fixtures';
import { frameId } from '../../breakout/ids';
import { FakeWorld, type FakeClient } from '../fake-board';
import { aFrame, aSnapshot, calmPlan, users } from '../fixtures';
import type { Snapshot } from '../snapshot';
import { Astray } from './astray';

const near = { x: -500, y: -400, width: 1_000, height: 800 };
const far = { ...near, x: 9_000 };
const plan = calmPlan({ rooms: [{ ...aRoom(apple), frame: frameId('f1') }, aRoom(birch, 1)] });
const run = aRun();
const person = aPerson({ at: { epoch: 1, room: apple, ask: 1 } });

/** What Ben's panel knows. */
const inside = (change: Partial<Snapshot> = {}): Snapshot =>
  aSnapshot({ me: users.ben, plan, run, people: new Map([[ben, person]]), ...change });

let world: FakeWorld;
let client: FakeClient;
let astray: Astray;
const onChange = vi.fn();

beforeEach(() => {
  world = new FakeWorld();
  world.frames.set(frameId('f1'), aFrame('f1'));
  client = world.client(users.ben);
  client.viewport = far;
  onChange.mockClear();
  astray = new Astray({ board: client.board, timers: world.timers, onChange });
});

const settle = () => world.timers.advance(0);

test('[V5] opened while the view is elsewhere: it is said at once', async () => {
  astray.follow(inside());
  await settle();
  expect(astray.strayed).toBe(true);
  expect(onChange).toHaveBeenCalledTimes(1);
});

test('[V5] whoever comes back by hand is noticed when they look at the panel', async () => {
  astray.follow(inside());
  await settle();
  client.viewport = near;
  astray.look();
  await settle();
  expect(astray.strayed).toBe(false);
});

test('[V5] a changed record is a reason to look, once the view has come to rest', async () => {
  client.viewport = near;
  astray.follow(inside());
  await settle();
  client.viewport = far;
  astray.follow(inside({ plan: { ...plan } }));
  astray.follow(inside({ plan: { ...plan }, people: new Map([[ben, { ...person }]]) }));
  await settle();
  expect(astray.strayed).toBe(false);
  await world.timers.advance(2_000);
  expect(astray.strayed).toBe(true);
});

test('[V5] time alone is none: nothing is asked of Miro while nothing happens', async () => {
  const get = vi.spyOn(client.board.view, 'get');
  const picture = inside();
  astray.follow(picture);
  for (let second = 1; second <= 60; second++) {
    await world.timers.advance(1_000);
    astray.follow({ ...picture, now: picture.now + second * 1_000 });
  }
  expect(get).toHaveBeenCalledTimes(1);
  expect(world.timers.now()).toBe(MINUTE);
});

test('[V5] what was taken to the frame is there, however slowly the view glides', async () => {
  astray.follow(inside());
  await settle();
  astray.arrived();
  await settle();
  expect(astray.strayed).toBe(false);
});

test.each<[string, Partial<Snapshot>]>([
  ['outside of all rooms', { people: new Map([[ben, aPerson()]]) }],
  ['when the rooms close', { run: aRun({ phase: 'closing', closesAt: MINUTE }) }],
  [
    'in a room without a frame',
    { people: new Map([[ben, aPerson({ at: { epoch: 1, room: birch, ask: 1 } })]]) },
  ],
])('[V5] there is no way back to offer %s', async (_, change) => {
  astray.follow(inside());
  await settle();
  astray.follow(inside(change));
  expect(astray.strayed).toBe(false);
  astray.look();
  await settle();
  expect(astray.strayed).toBe(false);
});

test('[V5] nor to a frame that was deleted, nor where Miro does not answer', async () => {
  world.frames.clear();
  astray.follow(inside());
  await settle();
  expect(astray.strayed).toBe(false);
  vi.spyOn(client.board.view, 'get').mockRejectedValue(new BoardError('disconnected', ''));
  astray.look();
  await settle();
  expect(astray.strayed).toBe(false);
});
