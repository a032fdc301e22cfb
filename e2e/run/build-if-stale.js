import { readdirSync, statSync } from 'node:fs';
import { buildApp } from './build-app.js';
import { inRoot } from './paths.js';

/** What the production build is made of. */
const SOURCES = [
  'src',
  'locales',
  'public',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
];

/** Builds the app unless `dist` is newer than everything it is made of. */
export async function buildIfStale() {
  const built = statSync(inRoot('dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built >= Math.max(...SOURCES.map(newest))) return;
  console.log('Building the app …');
  await buildApp();
}

/**
 * @param {string} path file or folder
 * @returns {number} milliseconds of the last change in it
 */
function newest(path) {
  const own = statSync(inRoot(path), { throwIfNoEntry: false });
  if (!own?.isDirectory()) return own?.mtimeMs ?? 0;
  const inside = readdirSync(inRoot(path)).map((name) => newest(`${path}/${name}`));
  return Math.max(own.mtimeMs, ...inside);
}
