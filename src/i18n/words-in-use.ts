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
  readonly moduleIds: readonly string[];
  readonly imports: readonly string[];
}
type Chunks = Readonly<Record<string, ChunkParts>>;

/** The modules that a page loads before anything else: its entry with all it imports statically. */
export const firstModules = (chunks: Chunks): ReadonlySet<string> =>
  modulesOf(chunks, ({ isEntry }) => isEntry);

/**
 * The modules of the part of a page that is the component of this name, with all it is loaded with.
 * @throws when the page has no such chunk
 */
export function partModules(chunks: Chunks, name: string): ReadonlySet<string> {
  const modules = modulesOf(chunks, ({ moduleIds }) =>
    moduleIds.some((id) => id.endsWith(`/${name}.svelte`)),
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

/** Stands for a chunk's words until all chunks are known. */
const WORDS = '%words%';

/**
 * Makes of each language what a page can say at once (`en.json?page`) and, beside it, what each part
 * of it can say that is loaded later (`en.json?Open` for `Open.svelte`). In `renderChunk`, so that a
 * changed selection changes the file's hash: it is cached for ever. The parts' files are named in
 * the language's own, for nobody needs the others.
 *
 * @param catalogues folder of the languages, absolute, with a slash at its end
 * @param partsOf names of the parts of each page, by the name of the page's build
 */
export function onlyWordsInUse(
  catalogues: string,
  partsOf: Readonly<Record<string, readonly string[]>>,
): Plugin {
  const isCatalogue = (id: string): boolean =>
    id.startsWith(catalogues) && /^[\w-]+\.json\?\w+$/.test(id.slice(catalogues.length));
  return {
    name: 'only-words-in-use',
    // Before Vite's own reader of JSON, which does not expect a query.
    enforce: 'pre',
    load(id) {
      if (!isCatalogue(id)) return undefined;
      const [path = '', part] = id.split('?');
      const building = this.environment.mode === 'build';
      const names = building && part === 'page' ? (partsOf[this.environment.name] ?? []) : [];
      const imports = names.map(
        (name) => `${name}: () => import(${JSON.stringify(`${path}?${name}`)})`,
      );
      const words = JSON.stringify(building ? WORDS : readCatalogue(path));
      return {
        code: `export default ${words};\nexport const parts = { ${imports.join(', ')} };`,
        moduleType: 'js',
      };
    },
    renderChunk(code, { facadeModuleId }, __, { chunks }) {
      if (facadeModuleId === null || !isCatalogue(facadeModuleId)) return undefined;
      const codeOf = (ids: Iterable<string>): string =>
        Array.from(ids, (id) => (isCatalogue(id) ? '' : this.getModuleInfo(id)?.code)).join('\n');
      const [path = '', part = ''] = facadeModuleId.split('?');
      const first = wordsIn(codeOf(firstModules(chunks)), readCatalogue(path));
      const words =
        part === 'page'
          ? first
          : without(first, wordsIn(codeOf(partModules(chunks, part)), readCatalogue(path)));
      return code.replace(/(["'`])%words%\1/, () => JSON.stringify(words));
    },
  };
}

function without(known: Catalogue, words: Catalogue): Catalogue {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !Object.hasOwn(known, key)));
}

function readCatalogue(path: string): Catalogue {
  const words: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof words !== 'object' || words === null) throw new Error(`${path} holds no words`);
  return { ...words };
}
