import { expect, test } from 'vitest';
import { ana, ben } from '../breakout/fixtures';
import { OFFLINE_MS } from '../breakout/election';
import { tabId, writerId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { personEdits } from '../records/person';
import { Held } from './held';

test('[M5] what a page of the same user has stored stays, though no push has told of it and the page has gone', async () => {
  const world = new FakeWorld();
  const page = async (writer: string): Promise<Held> => {
    const { board } = world.client({ id: ana, name: 'Ana' });
    const [repair, wake] = [() => 'never' as const, () => undefined];
    const held = new Held({ board, timers: world.timers, writer: writerId(writer), repair, wake });
    await held.open();
    return held;
  };
  const background = await page('background');
  const other = await page('other');
  const { key } = other.person;
  world.silent.add(key);
  other.person.edit(personEdits.set({ takesPart: true }));
  await world.timers.advance(2_000);
  other.close();
  world.silent.delete(key);
  expect(background.person.value.takesPart).toBe(false);

  background.person.edit(personEdits.set({ lead: tabId('here') }));
  await world.timers.advance(2_000);
  expect((await page('later')).person.value).toMatchObject({ takesPart: true, lead: 'here' });
});

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
