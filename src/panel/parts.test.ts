import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { PART_NAMES } from './part-names';

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
