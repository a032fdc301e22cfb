/** What a screen can do is done by somebody in the simulation. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Desk } from '../../src/live/actions/desk';
import { panelActions } from '../../src/live/actions/panel-actions';

const folder = new URL('operations/', import.meta.url);
const sources = [
  new URL('beginning.ts', import.meta.url),
  new URL('ending.ts', import.meta.url),
  ...readdirSync(folder).map((file) => new URL(file, folder)),
].map((file) => readFileSync(file, 'utf8'));

/** Not in the plays, and why. */
const elsewhere: Readonly<Record<string, string>> = {
  mend: 'needs a record that nobody can read; malformed.test.ts',
  removeEverything: 'is the end of a play; src/live/jobs/past-jobs.test.ts',
  runIt: 'needs two minutes without any facilitator; taking-over.test.ts',
};

test('every action of the panel is named by an operation, or it is said why not', () => {
  const named = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/actions\.(\w+)/g)].map(([, action]) => action ?? ''),
    ),
  );
  // Each action is a function that asks the desk only when it is called; which tab it is, at once.
  const board = { ui: { panelData: () => Promise.resolve(undefined) } };
  const actions = Object.keys(panelActions({ board } as unknown as Desk));
  expect(actions.filter((name) => !named.has(name)).sort()).toEqual(Object.keys(elsewhere).sort());
});
