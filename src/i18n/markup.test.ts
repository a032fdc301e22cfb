/** Style rule 21: every visible string is a key in `locales`. Components hold no words of their own. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';
import reference from '../../locales/en.json';

const root = fileURLToPath(new URL('..', import.meta.url));

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

const files = filesIn(root);
const components = files.filter((path) => path.endsWith('.svelte'));

/** Attributes that people read or hear. */
const READ_OUT = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
  'aria-description',
]);
const LETTERS = /\p{L}/u;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Text and read-out attributes written into a component's markup. */
function wordsIn(source: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: unknown, attribute: string | undefined): void => {
    if (!isObject(node)) return;
    const within = node['type'] === 'Attribute' ? String(node['name']) : attribute;
    const isRead = within === undefined || READ_OUT.has(within);
    if (node['type'] === 'Text' && isRead && LETTERS.test(String(node['data']))) {
      found.push(String(node['data']).trim());
    }
    for (const child of Object.values(node)) walk(child, within);
  };
  walk(parse(source, { modern: true }).fragment, undefined);
  return found;
}

test('the scan finds words in text and in attributes', () => {
  expect(wordsIn('<p class="a">Hello {name}</p>')).toEqual(['Hello']);
  expect(wordsIn('<button aria-label="Close">{t("x")}</button>')).toEqual(['Close']);
  expect(wordsIn('<Button text="Go" look="primary" />')).toEqual(['Go']);
  expect(wordsIn('<p class="soft">· {a}</p>')).toEqual([]);
});

describe.each(components.map((path) => [path.slice(root.length), path] as const))(
  '%s',
  (_, path) => {
    test('has no words of its own', () => {
      expect(wordsIn(readFileSync(path, 'utf8'))).toEqual([]);
    });
  },
);

test('every key is used somewhere', () => {
  const source = files
    .filter((path) => /\.(svelte|ts)$/.test(path) && !path.endsWith('.test.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const stems = [...source.matchAll(/`([\w-]+\.[\w-]*)\$\{/g)].map(([, stem = '']) => stem);
  const unused = Object.keys(reference).filter(
    (key) => !source.includes(`'${key}'`) && !stems.some((stem) => key.startsWith(stem)),
  );
  expect(unused).toEqual([]);
});
