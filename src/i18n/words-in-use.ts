/**
 * For the build: which words a page can say at first, and which ones each later part of it. Keys are typed
 * (`words.ts`), so each stands in some module of the page as a literal, or as a template that begins
 * with a literal (`state.${state}`).
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

type Catalogue = Readonly<Record<string, unknown>>;

/** The catalogue's words that this code mentions, in the catalogue's order. */
export function wordsIn(code: string, catalogue: Catalogue): Catalogue {
  const literals = new Set(Array.from(code.matchAll(/(['"`])([\w.-]+)\1/g), ([, , text]) => text));
  const prefixes = Array.from(
    code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g),
    ([, prefix = '']) => prefix,
  );
  const isSaid = (key: string): boolean =>
    literals.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => isSaid(key)));
}

/** Part of a chunk as the bundler describes it. */
interface ChunkParts {
  readonly isEntry: boolean;
  /** Of a chunk that is imported as such: the module whose exports it has. */
  readonly facadeModuleId: string | null;
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
}
type Chunks = Readonly<Record<string, ChunkParts>>;

/** The modules that a page loads before anything else: its entry with all it imports statically. */
export const firstModules = (chunks: Chunks): ReadonlySet<string> =>
  modulesOf(chunks, ({ isEntry }) => isEntry);

/**
 * The modules of the part of a page that is the component of this name, with all it imports.
 * @throws when the page has no such chunk
 */
export function partModules(chunks: Chunks, name: string): ReadonlySet<string> {
  const modules = modulesOf(
    chunks,
    ({ facadeModuleId }) => facadeModuleId?.endsWith(`/${name}.svelte`) === true,
  );
  if (modules.size === 0) throw new Error(`Words are asked for, but no chunk is named ${name}.`);
  return modules;
}

function modulesOf(chunks: Chunks, isMeant: (chunk: ChunkParts) => boolean): ReadonlySet<string> {
  const loaded = new Set(
    Object.entries(chunks).flatMap(([file, chunk]) => (isMeant(chunk) ? [file] : [])),
  );
  // A set can grow while it is walked.
  for (const file of loaded) for (const each of chunks[file]?.imports ?? []) loaded.add(each);
  return new Set([...loaded].flatMap((file) => chunks[file]?.moduleIds ?? []));
}

/**
 * Makes of each language what the page can say at once (`en.json`) and, beside it, what each part
 * of it can say that is loaded later (`en.json?Open` for `Open.svelte`). In `renderChunk`, so that a
 * changed selection changes the file's hash: it is cached for ever.
 *
 * @param catalogues folder of the languages, absolute, with a slash at its end
 */
export function onlyWordsInUse(catalogues: string): Plugin {
  const isCatalogue = (id: string): boolean =>
    id.startsWith(catalogues) && /^[\w-]+\.json(\?\w+)?$/.test(id.slice(catalogues.length));
  return {
    name: 'only-words-in-use',
    // Before Vite's own reader of JSON, which does not expect a query.
    enforce: 'pre',
    load(id) {
      const [path = '', part] = id.split('?');
      if (part === undefined || !isCatalogue(id)) return undefined;
      return { code: `export default ${JSON.stringify(readCatalogue(path))};`, moduleType: 'js' };
    },
    renderChunk(_, { facadeModuleId }, __, { chunks }) {
      if (facadeModuleId === null || !isCatalogue(facadeModuleId)) return undefined;
      const codeOf = (ids: Iterable<string>): string =>
        Array.from(ids, (id) => (isCatalogue(id) ? '' : this.getModuleInfo(id)?.code)).join('\n');
      const [path = '', part] = facadeModuleId.split('?');
      const first = wordsIn(codeOf(firstModules(chunks)), readCatalogue(path));
      if (part === undefined) return `export default ${JSON.stringify(first)};`;
      const said = wordsIn(codeOf(partModules(chunks, part)), readCatalogue(path));
      const isNew = (key: string): boolean => !Object.hasOwn(first, key);
      const words = Object.fromEntries(Object.entries(said).filter(([key]) => isNew(key)));
      return `export default ${JSON.stringify(words)};`;
    },
  };
}

function readCatalogue(path: string): Catalogue {
  const words: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof words !== 'object' || words === null) throw new Error(`${path} holds no words`);
  return { ...words };
}
