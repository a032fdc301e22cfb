import { beforeAll, expect, test } from 'vitest';
import { play } from './play';
import { scriptOf, type Script } from './script';

async function traced(script: Script) {
  const trace: string[] = [];
  const outcome = await play(script, { trace: (line) => trace.push(line) });
  return { trace, outcome };
}

const slow = { timeout: 60_000 };

/** Code that is loaded on demand takes true time once, whatever the virtual clock says. */
beforeAll(async () => {
  await Promise.all([
    import('../../src/live/screen/rounds'),
    import('../../src/live/screen/unheard'),
    import('../../src/records/setups'),
    import('../../src/live/on-board/on-board.svelte'),
    import('../../src/live/jobs/board/perform'),
    import('../../src/board/miro-items'),
  ]);
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
