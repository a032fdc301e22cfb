import { beforeAll, expect, test } from 'vitest';
import { play } from './play';
import { scriptOf, type Script } from './script';

async function traced(script: Script) {
  const trace: string[] = [];
  const outcome = await play(script, { trace: (line) => trace.push(line) });
  return { trace, outcome };
}

const slow = { timeout: 60_000 };

/** The first play of all takes true time for what it is compiled by. */
beforeAll(async () => {
  for (const seed of [2, 3]) await play(scriptOf(seed, [3, 8]));
}, 60_000);

test.each([2, 3])('seed %i decides a play to the last event', slow, async (seed) => {
  const script = scriptOf(seed, [3, 8]);
  const first = await traced(script);
  const second = await traced(script);
  expect(first.trace.length).toBeGreaterThan(1_000);
  expect(second.trace).toEqual(first.trace);
  expect(second.outcome).toEqual(first.outcome);
});

test('another seed decides another play', slow, async () => {
  const script = scriptOf(2, [3, 8]);
  const first = await traced(script);
  const second = await traced({ ...script, seed: 4 });
  expect(second.trace).not.toEqual(first.trace);
});

test('what was done is a script that does the same', slow, async () => {
  const first = await traced(scriptOf(2, [3, 8]));
  const again = await traced(first.outcome.script);
  expect(again.outcome.story).toEqual(first.outcome.story);
  expect(again.trace).toEqual(first.trace);
});
