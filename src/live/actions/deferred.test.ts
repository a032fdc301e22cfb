import { expect, test } from 'vitest';
import { deferred } from './deferred';

interface Said {
  say(word: string, times: number): void;
  stop(): void;
}

function setUp() {
  const done: string[] = [];
  const faults: unknown[] = [];
  const loads: { come: () => void; fail: (why: string) => void }[] = [];
  const { actions, arrive } = deferred<Said>(
    () =>
      new Promise((resolve, reject) => {
        loads.push({
          come: () =>
            resolve({
              say: (word, times) => done.push(`${word} ${times}`),
              stop: () => done.push('stop'),
            }),
          fail: (why) => reject(new Error(why)),
        });
      }),
    (fault) => faults.push(fault),
  );
  return { done, faults, loads, actions, arrive };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('presses before the code is there are done when it is, once and in their order', async () => {
  const { done, loads, actions } = setUp();
  actions.say('a', 1);
  actions.stop();
  actions.say('b', 2);
  expect(done).toEqual([]);
  expect(loads).toHaveLength(1);
  loads[0]?.come();
  await settled();
  expect(done).toEqual(['a 1', 'stop', 'b 2']);
});

test('afterwards a press is done at once', async () => {
  const { done, loads, actions, arrive } = setUp();
  const arrived = arrive();
  loads[0]?.come();
  await arrived;
  actions.say('a', 1);
  expect(done).toEqual(['a 1']);
  expect(loads).toHaveLength(1);
});

test('[I11] a press whose code cannot be loaded is told and forgotten; the next one loads again', async () => {
  const { done, faults, loads, actions } = setUp();
  actions.say('a', 1);
  loads[0]?.fail('offline');
  await settled();
  expect(faults).toEqual([new Error('offline')]);
  actions.say('b', 1);
  loads[1]?.come();
  await settled();
  expect(done).toEqual(['b 1']);
  expect(faults).toHaveLength(1);
});

test('code that was only fetched ahead fails in silence', async () => {
  const { faults, loads, arrive } = setUp();
  const arrived = arrive();
  loads[0]?.fail('offline');
  await arrived;
  expect(faults).toEqual([]);
});
