import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PART_NAMES, PARTICIPANTS_PARTS } from './part-names';
import { SCREENS } from './screens';

/** A chunk without its words would show keys. */
test('every part of the panel is the component of its name', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const code = readFileSync(`${folder}parts.ts`, 'utf8').replace(/\s+/g, ' ');
  const lines = [
    ...code.matchAll(/ (\w+): new Part\( ?'(\w+)', \(\) => import\('([^']+)'\),? ?\),/g),
  ];
  expect(lines.map(([, key]) => key)).toEqual(PART_NAMES);
  for (const [, key = '', name, file] of lines) {
    expect(name).toBe(key);
    expect(file).toMatch(new RegExp(`/${key}\\.svelte$`));
  }
});

/** Else a click would wait, or what is fetched ahead weigh on people whom it never serves. */
test('what participants are shown, and no more, is fetched ahead for them', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = ['Panel.svelte', 'Broken.svelte'].concat(
    readdirSync(`${folder}participant`).map((file) => `participant/${file}`),
  );
  const mentioned = files
    .filter((file) => file.endsWith('.svelte'))
    .flatMap((file) => [...readFileSync(`${folder}${file}`, 'utf8').matchAll(/\bparts\.(\w+)/g)])
    .flatMap(([, name]) => name ?? []);
  const screens = Object.values(SCREENS).filter((made) =>
    made.some((name) => name === 'Participant'),
  );
  const others = new Set(['Facilitator', 'Unclaimed']);
  const shown = new Set([...mentioned, ...screens.flat()].filter((name) => !others.has(name)));
  expect([...PARTICIPANTS_PARTS].sort()).toEqual([...shown].sort());
});

test('nothing else of the panel is loaded later, but for actions and views, which say nothing', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const importing = files.filter(
    (name) =>
      /(?<!\.test)\.(ts|svelte)$/.test(name) &&
      /\bimport\('/.test(readFileSync(`${folder}${name}`, 'utf8')),
  );
  expect(importing.sort()).toEqual(['load-actions.ts', 'parts.ts', 'role-views.ts']);
});
