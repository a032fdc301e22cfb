import { expect, test } from 'vitest';
import { ana, ben } from '../breakout/fixtures';
import { OFFLINE_MS } from '../breakout/election';
import { writerId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { Held } from './held';

test('[C3] whoever is heard after three seconds offline is there, whatever Miro has told', async () => {
  const world = new FakeWorld();
  const { timers } = world;
  const [me, other] = [
    { id: ana, name: 'Ana' },
    { id: ben, name: 'Ben' },
  ];
  world.come(me, other);
  const { board } = world.client(me);
  const held = new Held({
    board,
    timers,
    writer: writerId('w'),
    repair: () => 'never',
    wake: () => undefined,
  });
  await held.open();

  world.go(other);
  await timers.advance(OFFLINE_MS - 1);
  // Sent, it may be, before they went.
  held.heard(ben);
  expect(held.offlineMs(ben)).toBe(OFFLINE_MS - 1);
  await timers.advance(1);
  held.heard(ben);
  expect(held.offlineMs(ben)).toBe(0);
});
