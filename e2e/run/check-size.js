import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { entryFiles } from './entry-files.js';
import { inRoot } from './paths.js';

/**
 * Greatest size of everything a page loads before it shows something useful: KiB, Brotli. That is
 * the page, its styles, its scripts with all they import statically, and the largest language's
 * words for it. The panel's first screens, F0 and F1 of a board without rooms, are imported
 * statically; what comes behind them counts as later.
 */
const budgets = [
  { bundle: 'background', page: 'dist/index.html', limit: 12 },
  { bundle: 'panel', page: 'dist/panel.html', limit: 50 },
  { bundle: 'modal', page: 'dist/modal.html', limit: 36 },
];

/** Chunks that hold one language's texts, by the names that Vite derives from `locales/`. */
const languages = ['en', 'fr', 'de', 'es', 'ja', 'pt-BR'];

/**
 * Prints what each bundle weighs.
 * @returns {readonly string[]} which are over their budget, as sentences
 */
export function checkSizes() {
  console.log(
    'Brotli, all that is loaded before something useful shows, with the largest language:',
  );
  const weighed = budgets.map(({ bundle, page, limit }) => {
    const { eager, next, later } = entryFiles(inRoot(page));
    const words = [...later].filter((file) => languageOf(file) !== undefined);
    const first = largestLanguage([...next].filter((file) => !isLater(file)));
    const screens = [...later].filter((file) => languageOf(file) === undefined);
    return {
      bundle,
      limit,
      size: (sum([...eager]) + first) / 1024,
      later: (sum(screens) + largestLanguage(words) - first) / 1024,
    };
  });
  for (const { bundle, size, limit, later } of weighed) {
    const figure = `${size.toFixed(1).padStart(5)} KiB, at most ${String(limit)}`;
    console.log(`  ${bundle.padEnd(10)} ${figure}; ${later.toFixed(1)} more behind it`);
  }
  return weighed
    .filter(({ size, limit }) => size > limit)
    .map(
      ({ bundle, size, limit }) =>
        `The ${bundle} weighs ${size.toFixed(1)} KiB, more than ${String(limit)}.`,
    );
}

/**
 * A page needs one language, but may find its texts in several chunks.
 * @param {readonly string[]} files
 */
function largestLanguage(files) {
  const sizes = languages.map((language) =>
    sum(files.filter((file) => languageOf(file) === language)),
  );
  return Math.max(...sizes);
}

/**
 * Chunks of words bear their language in their names, and whether they are for later screens.
 * @param {string} file
 */
const languageOf = (file) =>
  languages.find((language) =>
    basename(file)
      .replace(/^later-/, '')
      .startsWith(`${language}-`),
  );

/** @param {string} file */
const isLater = (file) => basename(file).startsWith('later-');

/** @param {readonly string[]} files */
const sum = (files) =>
  files.reduce((total, file) => total + brotliCompressSync(readFileSync(file)).length, 0);
