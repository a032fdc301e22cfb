import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/**
 * What a page of the built app is made of.
 *
 * - `eager`: all that is loaded before anything happens: the page itself, its styles, its scripts
 *   with all they import statically, and what it preloads.
 * - `next`: what those scripts may import on demand: languages, and later screens.
 * - `later`: everything that may be loaded at any time after that, `next` included, with its styles.
 *
 * @param {string} page absolute path of a page in `dist`
 * @returns {Readonly<Record<'eager' | 'next' | 'later', ReadonlySet<string>>>} absolute paths
 */
export function entryFiles(page) {
  const first = reach(linkedFiles(page));
  const eager = new Set([page, ...first.loaded]);
  /** @type {Set<string>} */
  const later = new Set();
  for (let next = first.onDemand; next.length > 0;) {
    const more = reach(next);
    next = more.onDemand.filter((file) => !eager.has(file) && !later.has(file));
    for (const file of more.loaded) if (!eager.has(file)) later.add(file);
  }
  return { eager, next: new Set(first.onDemand), later };
}

/**
 * @param {readonly string[]} files
 * @returns {{ loaded: readonly string[], onDemand: readonly string[] }} what these files import
 *   statically, themselves included, and what those may import later
 */
function reach(files) {
  /** @type {Set<string>} */
  const loaded = new Set();
  /** @type {Set<string>} */
  const onDemand = new Set();
  const waiting = [...files];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (loaded.has(file)) continue;
    loaded.add(file);
    if (!file.endsWith('.js')) continue;
    const imports = importsOf(file);
    waiting.push(...imports.eager);
    for (const path of imports.lazy) onDemand.add(path);
  }
  return { loaded: [...loaded], onDemand: [...onDemand].filter((file) => !loaded.has(file)) };
}

/**
 * Scripts, styles and preloads named in a page; those of other servers are not ours to count.
 * @param {string} page
 */
function linkedFiles(page) {
  const tags = readFileSync(page, 'utf8').match(/<(?:script|link)\b[^>]*>/g) ?? [];
  return tags
    .filter(
      (tag) => tag.startsWith('<script') || /\brel="?(?:stylesheet|modulepreload)\b/.test(tag),
    )
    .map((tag) => /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1])
    .filter((address) => address !== undefined)
    .filter((address) => !/^(?:[a-z]+:|\/\/)/.test(address))
    .map((address) => join(dirname(page), address));
}

/** @param {string} file */
function importsOf(file) {
  const source = readFileSync(file, 'utf8');
  const { module } = parseSync(file, source);
  /** @param {string} specifier */
  const resolve = (specifier) => join(dirname(file), specifier);
  const reexports = module.staticExports
    .flatMap(({ entries }) => entries)
    .flatMap(({ moduleRequest }) => (moduleRequest ? [moduleRequest.value] : []));
  return {
    eager: [...module.staticImports.map((one) => one.moduleRequest.value), ...reexports].map(
      resolve,
    ),
    lazy: [
      ...module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
        source.slice(start, end).replace(/^["'`]|["'`]$/g, ''),
      ),
      // Styles of a chunk are loaded along with it, by Vite's list of what belongs together.
      ...Array.from(source.matchAll(/["'`](\.\/[\w.-]+\.css)["'`]/g), ([, style = '']) => style),
    ]
      .filter((specifier) => specifier.startsWith('.'))
      .map(resolve),
  };
}
