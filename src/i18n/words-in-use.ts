/**
 * For the build: which words a page can say, and which of them at first. Keys are typed
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

/** The modules that a page loads before anything else: its entry with all it imports statically. */
export function firstModules(chunks: Readonly<Record<string, ChunkParts>>): ReadonlySet<string> {
  const waiting = Object.keys(chunks).filter((name) => chunks[name]?.isEntry === true);
  const loaded = new Set(waiting);
  // A set can grow while it is walked.
  for (const name of loaded) for (const each of chunks[name]?.imports ?? []) loaded.add(each);
  return new Set([...loaded].flatMap((name) => chunks[name]?.moduleIds ?? []));
}

/**
 * Makes of each language what the page can say at once (`en.json`) and, beside it, what it can say
 * only after more of it has been loaded (`en.json?later`). In `renderChunk`, so that a changed
 * selection changes the file's hash: it is cached for ever.
 *
 * @param catalogues folder of the languages, absolute, with a slash at its end
 */
export function onlyWordsInUse(catalogues: string): Plugin {
  const isCatalogue = (id: string): boolean =>
    id.startsWith(catalogues) && /^[\w-]+\.json(\?later)?$/.test(id.slice(catalogues.length));
  return {
    name: 'only-words-in-use',
    // Before Vite's own reader of JSON, which does not expect a query.
    enforce: 'pre',
    load(id) {
      const [path = '', query] = id.split('?');
      if (query !== 'later' || !isCatalogue(id)) return undefined;
      return { code: `export default ${JSON.stringify(readCatalogue(path))};`, moduleType: 'js' };
    },
    renderChunk(_, { facadeModuleId }, __, { chunks }) {
      if (facadeModuleId === null || !isCatalogue(facadeModuleId)) return undefined;
      const codeOf = (ids: Iterable<string>): string =>
        Array.from(ids, (id) => (isCatalogue(id) ? '' : this.getModuleInfo(id)?.code)).join('\n');
      const [path = '', later] = facadeModuleId.split('?');
      const all = wordsIn(codeOf(this.getModuleIds()), readCatalogue(path));
      const first = wordsIn(codeOf(firstModules(chunks)), all);
      const isFirst = (key: string): boolean => Object.hasOwn(first, key);
      const rest = Object.fromEntries(Object.entries(all).filter(([key]) => !isFirst(key)));
      return `export default ${JSON.stringify(later === undefined ? first : rest)};`;
    },
  };
}

function readCatalogue(path: string): Catalogue {
  const words: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof words !== 'object' || words === null) throw new Error(`${path} holds no words`);
  return { ...words };
}
