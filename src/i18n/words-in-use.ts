/**
 * For the build: which words a page can say. Keys are typed (`words.ts`), so each stands in some
 * module of the page as a literal, or as a template that begins with a literal (`state.${state}`).
 */
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The catalogue's words that this code mentions, in the catalogue's order. */
export function wordsIn(code: string, catalogue: Readonly<Record<string, unknown>>) {
  const literals = new Set(Array.from(code.matchAll(/(['"`])([\w.-]+)\1/g), ([, , text]) => text));
  const prefixes = Array.from(
    code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g),
    ([, prefix = '']) => prefix,
  );
  const isSaid = (key: string): boolean =>
    literals.has(key) || prefixes.some((prefix) => key.startsWith(prefix));
  return Object.fromEntries(Object.entries(catalogue).filter(([key]) => isSaid(key)));
}

/**
 * Leaves in each page's languages only what that page can say. In `renderChunk`, so that a changed
 * selection changes the file's hash: it is cached for ever.
 *
 * @param catalogues folder of the languages, absolute, with a slash at its end
 */
export function onlyWordsInUse(catalogues: string): Plugin {
  const isCatalogue = (id: string): boolean =>
    id.startsWith(catalogues) && /^[\w-]+\.json$/.test(id.slice(catalogues.length));
  return {
    name: 'only-words-in-use',
    apply: 'build',
    renderChunk(_, { facadeModuleId }) {
      if (facadeModuleId === null || !isCatalogue(facadeModuleId)) return undefined;
      const code = [...this.getModuleIds()]
        .filter((id) => !isCatalogue(id))
        .map((id) => this.getModuleInfo(id)?.code ?? '')
        .join('\n');
      const words = wordsIn(code, readCatalogue(facadeModuleId));
      return `export default ${JSON.stringify(words)};`;
    },
  };
}

function readCatalogue(path: string): Readonly<Record<string, unknown>> {
  const words: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof words !== 'object' || words === null) throw new Error(`${path} holds no words`);
  return { ...words };
}
