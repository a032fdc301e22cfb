import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';

/**
 * Everything a page of the built app loads before anything happens: the page itself, its styles,
 * its scripts with all they import statically, and what it preloads.
 *
 * @param {string} page absolute path of a page in `dist`
 * @returns {{ readonly eager: ReadonlySet<string>, readonly lazy: ReadonlySet<string> }} absolute
 *   paths; `lazy` is what the eager scripts import on demand
 */
export function entryFiles(page) {
  const eager = new Set([page]);
  /** @type {Set<string>} */
  const lazy = new Set();
  const waiting = linkedFiles(page);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (eager.has(file)) continue;
    eager.add(file);
    if (!file.endsWith('.js')) continue;
    const imports = importsOf(file);
    waiting.push(...imports.eager);
    for (const path of imports.lazy) lazy.add(path);
  }
  return { eager, lazy: new Set([...lazy].filter((file) => !eager.has(file))) };
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
    lazy: module.dynamicImports
      .map(({ moduleRequest: { start, end } }) =>
        source.slice(start, end).replace(/^["'`]|["'`]$/g, ''),
      )
      .filter((specifier) => specifier.startsWith('.'))
      .map(resolve),
  };
}
