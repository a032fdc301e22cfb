import { describe, expect, test } from 'vitest';
import type { Json, NetworkSpec } from './api';
import { createBench, type BenchOptions } from './bench';

const QUIET_MS = 5000;

/** Ana, and Ben behind a network of his own, listening to a key and an event. */
async function scene(network: Partial<NetworkSpec> = {}, options: BenchOptions = {}) {
  const bench = createBench(options);
  const [ana, ben] = [bench.join({ name: 'Ana' }), bench.join({ name: 'Ben' })];
  const heard: Json[] = [];
  await bench.run(
    ben
      .miro()
      .board.storage.collection('c')
      .onValue('k', (value) => void heard.push(value ?? 'undefined')),
  );
  bench.world.setNetwork(ben.id, network);
  const set = (value: Json) => bench.run(ana.miro().board.storage.collection('c').set('k', value));
  const get = () => ben.miro().board.storage.collection('c').get('k');
  return { ...bench, ana, ben, heard, set, get };
}

describe('the network between a user and the board', () => {
  test('without latency a call is still answered later, never at once', async () => {
    const { clock, get } = await scene();
    let isAnswered = false;
    void get().then(() => {
      isAnswered = true;
    });
    await Promise.resolve();
    expect(isAnswered).toBe(false);
    await clock.advance(0);
    expect(isAnswered).toBe(true);
  });

  test('a call travels up and its answer down, each with the latency', async () => {
    const { clock, run, get } = await scene({ latencyMs: 70 });
    const sentAt = clock.now();
    await run(get());
    expect(clock.now() - sentAt).toBe(140);
  });

  test('a push travels down with the latency', async () => {
    const { clock, heard, set } = await scene({ latencyMs: 70 });
    await set(1);
    await clock.advance(69);
    expect(heard).toEqual([]);
    await clock.advance(1);
    expect(heard).toEqual([1]);
  });

  test('what belongs to the browser has no latency and works offline', async () => {
    const { clock, world, ben, run } = await scene({ latencyMs: 70 });
    world.setOnline(ben.id, false);
    const sentAt = clock.now();
    await run(ben.miro().board.viewport.get());
    await run(ben.miro().board.ui.openModal({ url: 'modal.html' }));
    expect(clock.now()).toBe(sentAt);
    expect(ben.view().modal).not.toBeNull();
  });

  test('messages keep their order while there is no jitter, in whatever order timers run', async () => {
    const { createVirtualClock } = await import('./virtual-clock');
    const clock = createVirtualClock({ choose: (count) => count - 1 });
    const { heard, set } = await scene({}, { clock });
    for (const value of [1, 2, 3, 4]) await set(value);
    await clock.advance(QUIET_MS);
    expect(heard).toEqual([1, 2, 3, 4]);
  });

  test('with jitter they may overtake one another', async () => {
    const { clock, heard, set } = await scene({ jitterMs: 500 });
    const values = Array.from({ length: 20 }, (_, index) => index);
    for (const value of values) await set(value);
    await clock.advance(QUIET_MS);
    expect(heard).not.toEqual(values);
    expect([...heard].sort((a, b) => Number(a) - Number(b))).toEqual(values);
  });

  test('pushes may be lost, answers never', async () => {
    const { clock, heard, set, run, get } = await scene({ loss: 1 });
    await set(1);
    await clock.advance(QUIET_MS);
    expect(heard).toEqual([]);
    expect(await run(get())).toBe(1);
  });

  test('pushes may arrive twice, answers never', async () => {
    const { clock, heard, set } = await scene({ duplicate: 1 });
    await set(1);
    await clock.advance(QUIET_MS);
    expect(heard).toEqual([1, 1]);
  });

  test("one user's network does not touch another's", async () => {
    const { clock, ana, run, set } = await scene({ latencyMs: 1000, loss: 1 });
    const own: Json[] = [];
    const collection = ana.miro().board.storage.collection('c');
    await run(collection.onValue('k', (value) => void own.push(value ?? 'undefined')));
    await set(1);
    await clock.advance(10);
    expect(own).toEqual([1]);
  });

  test('a call made offline is carried out when the user is back, and in order', async () => {
    const { clock, world, ben, run } = await scene();
    world.setOnline(ben.id, false);
    const collection = ben.miro().board.storage.collection('c');
    const calls = Promise.all([collection.set('k', 'first'), collection.set('k', 'second')]);
    await clock.advance(QUIET_MS);
    expect(world.storage().get('k')).toBeUndefined();
    world.setOnline(ben.id, true);
    await run(calls);
    expect(world.storage().get('k')).toBe('second');
  });

  test('an answer on its way when the connection breaks arrives afterwards', async () => {
    const { clock, world, ben, run } = await scene({ latencyMs: 100 });
    const writing = ben.miro().board.storage.collection('c').set('k', 1);
    await clock.advance(150);
    expect(world.storage().get('k')).toBe(1);
    world.setOnline(ben.id, false);
    await clock.advance(QUIET_MS);
    world.setOnline(ben.id, true);
    await run(writing);
  });

  test('what a page sent is carried out though the page has died; it never hears of it', async () => {
    const { clock, world, ben, run } = await scene({ latencyMs: 100 });
    await run(ben.miro().board.ui.openModal({ url: 'modal.html' }));
    let isSettled = false;
    const settled = (): void => {
      isSettled = true;
    };
    ben.miro('modal').board.storage.collection('c').set('k', 'yes').then(settled, settled);
    world.closeModal(ben.tab);
    await clock.advance(QUIET_MS);
    expect(world.storage().get('k')).toBe('yes');
    expect(isSettled).toBe(false);
  });

  test('what was still on its way when the tab closed is not', async () => {
    const { clock, world, ben } = await scene({ latencyMs: 100 });
    void ben.miro().board.storage.collection('c').set('k', 'yes');
    world.closeTab(ben.tab);
    await clock.advance(QUIET_MS);
    expect(world.storage().size).toBe(0);
  });

  test('a page that has died hears nothing more', async () => {
    const { clock, heard, set, world, ben } = await scene({ latencyMs: 100 });
    await set(1);
    world.reloadTab(ben.tab);
    await set(2);
    await clock.advance(QUIET_MS);
    expect(heard).toEqual([]);
  });

  test('what goes in and comes out shares nothing with the board', async () => {
    const { run, ana, get } = await scene();
    const value = { list: [1] };
    await run(ana.miro().board.storage.collection('c').set('k', value));
    value.list.push(2);
    const first = await run(get());
    expect(first).toEqual({ list: [1] });
    expect(() => Object.assign(Object(first), { list: [] })).toThrow(TypeError);
    expect(await run(get())).toEqual({ list: [1] });
  });
});
