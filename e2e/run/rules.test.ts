/** docs/spec.md and the tests that prove it keep each other honest. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from './paths.js';

const spec = readFileSync(inRoot('docs/spec.md'), 'utf8');

const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(([, id]) => id);
const screens = [...spec.matchAll(/\| ([FP]\d[ab]?) /g)].map(([, id]) => id);

/** What stands in brackets like a rule; `[J1–J4]` is its two ends. */
const quoted = (isQuoting: (file: string) => boolean): ReadonlySet<string> => {
  const files = ['src', 'e2e'].flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|svelte)$/.test(file) && isQuoting(file))
      .map((file) => readFileSync(inRoot(`${folder}/${file}`), 'utf8')),
  );
  const brackets = files.flatMap((text) => [...text.matchAll(/\[[A-Z]\d+(?:–[A-Z]\d+)?\]/g)]);
  return new Set(brackets.flatMap(([bracket]) => bracket.match(/[A-Z]\d+/g) ?? []));
};

test('each rule, and each screen, has an id of its own', () => {
  const all = [...rules, ...screens];
  expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
});

test('what is quoted as a rule is one', () => {
  expect([...quoted(() => true)].filter((id) => !rules.includes(id))).toEqual([]);
});
