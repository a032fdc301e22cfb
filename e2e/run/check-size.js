import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { entryFiles } from './entry-files.js';
import { inRoot } from './paths.js';

/** Greatest size of everything a page loads before anything happens: KiB, Brotli. */
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
  console.log('Brotli, all that is loaded before anything happens, with the largest language:');
  const weighed = budgets.map(({ bundle, page, limit }) => {
    const { eager, lazy } = entryFiles(inRoot(page));
    const later = [...lazy].filter((file) => !isLanguage(file));
    return {
      bundle,
      limit,
      size: (sum([...eager]) + largestLanguage([...lazy])) / 1024,
      later: sum(later) / 1024,
    };
  });
  for (const { bundle, size, limit, later } of weighed) {
    const figure = `${size.toFixed(1).padStart(5)} KiB, at most ${String(limit)}`;
    console.log(`  ${bundle.padEnd(10)} ${figure}; ${later.toFixed(1)} more when needed`);
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
 * @param {readonly string[]} lazy
 */
function largestLanguage(lazy) {
  const sizes = languages.map((language) =>
    sum(lazy.filter((file) => basename(file).startsWith(`${language}-`))),
  );
  return Math.max(...sizes);
}

/** @param {string} file */
const isLanguage = (file) =>
  languages.some((language) => basename(file).startsWith(`${language}-`));

/** @param {readonly string[]} files */
const sum = (files) =>
  files.reduce((total, file) => total + brotliCompressSync(readFileSync(file)).length, 0);
