import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { runnerImport } from 'vite';
import { entryFiles, partFiles } from './entry-files.js';
import { inRoot } from './paths.js';

/**
 * Greatest size of everything that an entry loads: KiB, Brotli. That is the page, its styles, its
 * scripts with all they import statically, and the largest language's words for it. For the panel
 * `screen` is the limit of all that is loaded before one of its screens is useful.
 */
const LIMITS = { background: 12, modal: 36, panel: 50, screen: 65 };

/** Chunks that hold one language's texts, by the names that Vite derives from `locales/`. */
const LANGUAGES = ['en', 'fr', 'de', 'es', 'ja', 'pt-BR'];

/** @typedef {{ readonly name: string, readonly limit: number, readonly size: number }} Weight */

/**
 * Prints what each bundle weighs, and of the panel each screen, the heaviest first: whatever it is
 * opened with must be there as soon.
 * @returns {Promise<readonly string[]>} which are over their limit, as sentences
 */
export async function checkSizes() {
  console.log(
    'Brotli, all that an entry loads, and what a screen of the panel takes, in the largest language:',
  );
  const weights = [
    weigh('background', 'dist/index.html', LIMITS.background),
    weigh('modal', 'dist/modal.html', LIMITS.modal),
    weigh('panel', 'dist/panel.html', LIMITS.panel),
    ...(await panelScreens()),
  ];
  for (const { name, size, limit } of weights) {
    console.log(
      `  ${name.padEnd(20)} ${size.toFixed(1).padStart(5)} KiB, at most ${String(limit)}`,
    );
  }
  return weights
    .filter(({ size, limit }) => size > limit)
    .map(({ name, size, limit }) => `${name}: ${size.toFixed(1)} KiB, more than ${String(limit)}.`);
}

/**
 * By the table that the panel itself loads its screens by.
 * @returns {Promise<readonly Weight[]>}
 */
async function panelScreens() {
  /** @type {{ module: typeof import('../../src/panel/screens') }} */
  const { module } = await runnerImport(inRoot('src/panel/screens.ts'));
  const page = 'dist/panel.html';
  return Object.entries(module.SCREENS)
    .map(([screen, parts]) =>
      weigh(
        `panel, ${screen}`,
        page,
        LIMITS.screen,
        parts,
        parts.flatMap((part) => module.LOADED_WITH[part] ?? []),
      ),
    )
    .sort((one, other) => other.size - one.size);
}

/**
 * @param {string} name
 * @param {string} page
 * @param {number} limit
 * @param {readonly string[]} parts components that are fetched on demand, but before the screen shows
 * @param {readonly string[]} views chunks without words that are loaded along with them
 * @returns {Weight}
 */
function weigh(name, page, limit, parts = [], views = []) {
  const { files, onDemand } = entryFiles(inRoot(page));
  const code = [
    ...files,
    ...[...parts, ...views].flatMap((part) => partFiles(onDemand, part).files),
  ];
  const sizes = LANGUAGES.map((language) =>
    sum(new Set([...code, ...wordFiles(onDemand, language, parts)])),
  );
  return { name, limit, size: Math.max(...sizes) / 1024 };
}

/**
 * What a page says at first is a file of its own, which imports those of its parts.
 *
 * @param {readonly import('./entry-files.js').OnDemand[]} onDemand
 * @param {string} language
 * @param {readonly string[]} parts
 */
function wordFiles(onDemand, language, parts) {
  // The background says so little that it has all of it in one piece.
  if (!onDemand.some(({ file }) => basename(file).startsWith('words-page-'))) return [];
  const page = partFiles(onDemand, `words-page-${language}`);
  const further = parts.map((part) => partFiles(page.onDemand, `words-${part}-${language}`));
  return [page, ...further].flatMap(({ files }) => files);
}

/** @param {ReadonlySet<string>} files */
const sum = (files) => [...files].reduce((total, file) => total + brotliOf(file), 0);

/** @type {Map<string, number>} */
const known = new Map();

/** @param {string} file */
function brotliOf(file) {
  const size = known.get(file) ?? brotliCompressSync(readFileSync(file)).length;
  known.set(file, size);
  return size;
}
