import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { parseSync } from 'vite';

/**
 * What is loaded on demand: a script, and the styles that Vite fetches along with it.
 * @typedef {{ readonly file: string, readonly styles: readonly string[] }} OnDemand
 */

/**
 * All that a page of the built app loads before anything happens: the page itself, its styles, its
 * scripts with all they import statically, and what it preloads.
 *
 * @param {string} page absolute path of a page in `dist`
 * @returns {Loaded}
 */
export function entryFiles(page) {
  const { files, onDemand } = withImports(linkedFiles(page));
  return { files: [page, ...files], onDemand };
}

/**
 * What is loaded when this is imported on demand.
 *
 * @param {readonly OnDemand[]} onDemand what a page may import
 * @param {string} name what the chunk's file is named before its hash
 * @returns {Loaded}
 */
export function partFiles(onDemand, name) {
  const part = onDemand.find(({ file }) => basename(file).replace(/-[\w-]{8}\.js$/, '') === name);
  if (part === undefined) throw new Error(`No chunk is named ${name}.`);
  const { files, onDemand: further } = withImports([part.file]);
  return { files: [...part.styles, ...files], onDemand: further };
}

/**
 * @typedef {{ readonly files: readonly string[], readonly onDemand: readonly OnDemand[] }} Loaded
 * @param {readonly string[]} files
 * @returns {Loaded} what these files import statically, themselves included, and what those may
 *   import later
 */
function withImports(files) {
  /** @type {Set<string>} */
  const loaded = new Set(files);
  /** @type {OnDemand[]} */
  const onDemand = [];
  // A set can grow while it is walked.
  for (const file of loaded) {
    if (!file.endsWith('.js')) continue;
    const imports = importsOf(file);
    for (const path of imports.eager) loaded.add(path);
    onDemand.push(...imports.lazy);
  }
  return { files: [...loaded], onDemand };
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
  const lists = /\.f=\[([^\]]*)\]/.exec(source)?.[1] ?? '';
  const fetched = Array.from(lists.matchAll(/"([^"]+)"/g), ([, path = '']) => path);
  return {
    eager: [...module.staticImports.map((one) => one.moduleRequest.value), ...reexports].map(
      resolve,
    ),
    lazy: module.dynamicImports
      .map(({ moduleRequest: { start, end } }) => {
        // What Vite fetches along with an import, styles too, stands right behind it, by its numbers
        // in a list: `import('./a.js'),__vite__mapDeps([0,3])`.
        const numbers = /^\),__vite__mapDeps\(\[([\d,]*)\]/.exec(source.slice(end))?.[1] ?? '';
        const along =
          numbers === '' ? [] : numbers.split(',').map((at) => fetched[Number(at)] ?? '');
        return {
          specifier: source.slice(start, end).replace(/^["'`]|["'`]$/g, ''),
          styles: along.filter((path) => path.endsWith('.css')),
        };
      })
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ specifier, styles }) => ({ file: resolve(specifier), styles: styles.map(resolve) })),
  };
}
