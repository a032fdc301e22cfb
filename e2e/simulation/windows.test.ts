/** In which of their windows people of a play do things. */
import { afterEach, expect, test } from 'vitest';
import { play } from './play';
import { opened } from './prepared';
import { scriptOf, type Act } from './script';
import { Simulation } from './simulation';

let simulation: Simulation | undefined;
afterEach(() => {
  simulation?.close();
  simulation = undefined;
});

const slow = { timeout: 60_000 };

const act = (operation: string, window?: number): Act => ({
  afterMs: 2_000,
  seed: 5,
  operation,
  ...(window === undefined ? {} : { window }),
});

/** Three people, two of whom facilitate, on Miro as it is likeliest to be. */
const script = (windows: number, ...before: Act[]) => {
  const { dialect } = scriptOf(3, [3, 3]);
  return {
    seed: 3,
    people: 3,
    rooms: 2,
    dialect,
    ending: 'brought back',
    windows,
    before,
  } as const;
};

test('what is done in a play is done in the window that the act names', slow, async () => {
  const open = 'opens the panel as a facilitator';
  const { story, broken } = await play({
    ...script(1, act(open, 1), act(open, 1), act('adds a room', 1), act('adds a room', 0)),
    after: [],
  });
  expect(broken).toEqual([]);
  const [, ben, ...rest] = story.map((line) => line.replace(/^\d+ /, ''));
  expect([ben?.endsWith('(window 2)'), ...rest]).toEqual([
    true,
    expect.stringMatching(/^adds a room .*\(window 2\)$/),
    'adds a room Ana (window 1)',
  ]);
});

test('an act in a window that is not there is done in the one that is', slow, async () => {
  const acts = [act('adds a room', 1), act('reloads', 7)];
  const there = await play({ ...script(0, ...acts), after: [] });
  const unnamed = await play({
    ...script(0, ...acts.map(({ window: _, ...rest }) => rest)),
    after: [],
  });
  expect(there.story).toHaveLength(2);
  expect(there.story).toEqual(unnamed.story);
});

test(
  'what nobody could do leaves nobody elsewhere: what was done is a script that does the same',
  slow,
  async () => {
    const acts = [act('adds a room', 0), act('wakes', 1), act('clicks the canvas')];
    const traces: string[][] = [[], []];
    const [first, again] = traces.map((trace) => ({
      trace: (line: string) => void trace.push(line),
    }));
    const { script: done } = await play({ ...script(1, ...acts), after: [] }, first);
    expect(done.before).toHaveLength(2);
    await play(done, again);
    expect(traces[1]?.join('\n') === traces[0]?.join('\n')).toBe(true);
  },
);

test('whoever presses in a tab that is behind has it before them', slow, async () => {
  const { sim, cem } = await opened((simulation = new Simulation({ seed: 5 })));
  cem.comes();
  cem.turnsTo(0);
  expect(cem.looking).toBe(false);
  cem.clicksIcon();
  expect(cem.looking).toBe(true);
  cem.turnsTo(1);
  expect(cem.looking).toBe(false);
  cem.goes();
  await sim.seconds(2);
  expect([cem.tabs, cem.looking, cem.panel !== undefined]).toEqual([1, true, true]);
});
