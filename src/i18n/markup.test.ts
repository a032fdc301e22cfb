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

/** Attributes, and props of our components, that people read or hear. */
const READ_OUT = new Set([
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'title',
  'placeholder',
  'alt',
  'label',
  'text',
]);
const LETTERS = /\p{L}/u;
/** Words one after the other, or one as a sentence or a button begins; names of things are neither. */
const LIKE_A_TEXT = /\p{L}\p{P}?\s+\p{L}|^\p{Lu}\p{Ll}/u;
/** Props that hold neither: lists of classes, and what only code compares. */
const NEVER_READ = new Set(['class', 'style', 'id', 'href']);

type AstNode = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is AstNode => typeof value === 'object' && value !== null;
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** What an expression may come to, as far as it is written there. */
function literalsOf(node: unknown): readonly string[] {
  if (!isObject(node)) return [];
  switch (node['type']) {
    case 'Literal':
      return typeof node['value'] === 'string' ? [node['value']] : [];
    case 'TemplateLiteral':
      return [...quasisOf(node), ...all(node['expressions'])];
    case 'ConditionalExpression':
      return [...literalsOf(node['consequent']), ...literalsOf(node['alternate'])];
    case 'LogicalExpression':
      return [...literalsOf(node['left']), ...literalsOf(node['right'])];
    case 'BinaryExpression':
      return node['operator'] === '+'
        ? [...literalsOf(node['left']), ...literalsOf(node['right'])]
        : [];
    case 'ArrayExpression':
      return all(node['elements']);
    case 'CallExpression': {
      // ['one', 'two'].join(', ')
      const { callee } = node;
      return isObject(callee) && callee['type'] === 'MemberExpression'
        ? literalsOf(callee['object'])
        : [];
    }
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return literalsOf(node['expression']);
    default:
      return [];
  }
}

const all = (nodes: unknown): readonly string[] => (isList(nodes) ? nodes.flatMap(literalsOf) : []);

function quasisOf({ quasis }: AstNode): readonly string[] {
  return (isList(quasis) ? quasis : []).map((quasi) => {
    const value = isObject(quasi) ? quasi['value'] : undefined;
    return isObject(value) ? String(value['cooked']) : '';
  });
}

/** Every string in a piece of code but those that are compared, or are keys of `t`. */
function stringsIn(node: unknown): readonly string[] {
  if (isList(node)) return node.flatMap(stringsIn);
  if (!isObject(node)) return [];
  const { type, callee, operator } = node;
  if (type === 'Literal') return literalsOf(node);
  if (type === 'TemplateLiteral') return [...quasisOf(node), ...stringsIn(node['expressions'])];
  if (type === 'BinaryExpression' && operator !== '+') return [];
  if (type === 'SwitchCase') return stringsIn(node['consequent']);
  if (type === 'CallExpression' && isObject(callee) && callee['name'] === 't')
    return stringsIn(isList(node['arguments']) ? node['arguments'].slice(1) : []);
  return Object.entries(node).flatMap(([key, child]) => (key === 'key' ? [] : stringsIn(child)));
}

/**
 * Words written into a component's markup: as text, in what an expression on the screen may come to,
 * in what is read out, and wherever else in an expression something looks like a text.
 */
function wordsIn(source: string): readonly string[] {
  const found: string[] = [];
  const note = (texts: readonly string[], pattern: RegExp): void => {
    found.push(...texts.filter((text) => pattern.test(text)).map((text) => text.trim()));
  };

  /** @param owner what the attribute belongs to */
  const attribute = (node: AstNode, owner: AstNode): void => {
    const name = String(node['name']);
    const values = isList(node['value']) ? node['value'] : [node['value']];
    const expressions = values.map((value) => (isObject(value) ? value['expression'] : undefined));
    const texts = values.map((value) =>
      isObject(value) && value['type'] === 'Text' ? String(value['data']) : '',
    );
    if (READ_OUT.has(name)) note([...texts, ...expressions.flatMap(literalsOf)], LETTERS);
    else if (owner['type'] === 'Component' && !NEVER_READ.has(name))
      note([...texts, ...stringsIn(expressions)], LIKE_A_TEXT);
  };

  const walk = (node: unknown): void => {
    if (isList(node)) node.forEach(walk);
    if (!isObject(node) || isList(node)) return;
    const { type, expression, declaration, attributes, ...rest } = node;
    if (type === 'Text') note([String(node['data'])], LETTERS);
    if (type === 'ExpressionTag' || type === 'HtmlTag') note(literalsOf(expression), LETTERS);
    if (type === 'ExpressionTag') {
      const shown = new Set(literalsOf(expression));
      note(
        stringsIn(expression).filter((text) => !shown.has(text)),
        LIKE_A_TEXT,
      );
    }
    if (type === 'ConstTag' || type === 'EachBlock' || type === 'RenderTag' || type === 'KeyBlock')
      note(stringsIn(declaration ?? expression), LIKE_A_TEXT);
    for (const each of isList(attributes) ? attributes : [])
      if (isObject(each) && each['type'] === 'Attribute') attribute(each, node);
    for (const child of Object.values(rest)) walk(child);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}

test.each([
  ['<p class="a">Hello {name}</p>', ['Hello']],
  ['<button aria-label="Close">{t("x")}</button>', ['Close']],
  ['<Button text="Go" look="primary" />', ['Go']],
  ["<p>{open ? 'open' : t('shut')}</p>", ['open']],
  ["<p>{name || 'nobody'}</p>", ['nobody']],
  ["<p>{count + ' people'}</p>", ['people']],
  ['<p>{`${count} people`}</p>', ['people']],
  ["<p>{['one', 'two'].join(', ')}</p>", ['one', 'two']],
  ["<p>{format('Nobody is here')}</p>", ['Nobody is here']],
  ["{#if a}<p>{#if b}{c}{:else}{'else'}{/if}</p>{/if}", ['else']],
  ["<input placeholder={big ? 'all' : ''} title={`of ${name}`} />", ['all', 'of']],
  ["<input aria-label={label ?? 'Name'} />", ['Name']],
  ["<Part text={a ? 'go' : t('b')} />", ['go']],
  ['<Part heading="Go on" size="big" />', ['Go on']],
  ["<Part heading={a ? 'Go' : t('b')} />", ['Go']],
  ["{@const title = a ? 'Go on' : t('b')}<p>{title}</p>", ['Go on']],
  ["{#each ['Not now', 'Never'] as text (text)}<p>{text}</p>{/each}", ['Not now', 'Never']],
  ["{@render row('Not now')}", ['Not now']],
  ["<p>{t('a.b', { name: 'Nobody here' })}</p>", ['Nobody here']],
])('the scan finds words in %s', (source, words) => {
  expect(wordsIn(source)).toEqual(words);
});

test.each([
  '<p class="soft">· {a}</p>',
  "<p>{a === 'open' ? t('a.open') : t(`a.${b}`)}</p>",
  "<p class={open ? 'row open' : 'row'} style=\"color: red\" data-kind={'a b'}>{a}</p>",
  "<Icon name={open ? 'up' : 'down'} class=\"a b\" />",
  "<Row tone={kind === 'Not now' ? 'wants' : 'plain'} />",
  "<p>{names.join(', ')} {a['b']} {open ? '▾' : '▸'}</p>",
  "{#each ['stuck', 'question'] as reason (reason)}{t(`a.${reason}`)}{/each}",
  "<input onkeydown={({ key }) => key === 'Enter' && send()} />",
  "<Field onkey={(key) => { switch (key) { case 'Escape': stop(); } }} />",
])('and takes nothing else for words: %s', (source) => {
  expect(wordsIn(source)).toEqual([]);
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
