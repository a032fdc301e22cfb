import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

/** The build leaves deep state out: an object in it would silently not be watched. */
test('no state of ours is deep', () => {
  const folder = fileURLToPath(new URL('..', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((name) => /\.svelte(\.ts)?$/.test(name));
  const deep = sources.filter((name) =>
    /\$state(<[^\n]*>)?\(|\$bindable\(/.test(readFileSync(`${folder}${name}`, 'utf8')),
  );
  expect(sources.length).toBeGreaterThan(20);
  expect(deep).toEqual([]);
});
