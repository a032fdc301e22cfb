import { statSync } from 'node:fs';
import { inRoot } from './paths.js';
import { run } from './run-tool.js';

/**
 * Installs the packages unless that has been done since the lock file last changed. Everything else
 * under `e2e/run` may therefore import packages only after this, dynamically.
 */
export async function ensureInstalled() {
  // npm writes this file last, so an interrupted installation does not count as one.
  const installed = modifiedAt('node_modules/.package-lock.json');
  if (installed >= modifiedAt('package-lock.json')) return;

  console.log('Installing packages (npm ci) …');
  // Everything here is a development dependency: `NODE_ENV=production` must not leave it out.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund'];
  const code =
    process.platform === 'win32'
      ? await run('cmd', ['/c', 'npm', ...args])
      : await run('npm', args);
  if (code !== 0) throw new Error('The packages could not be installed; npm says why above.');
}

/**
 * @param {string} path
 * @returns {number} milliseconds, or 0 when there is no such file
 */
const modifiedAt = (path) => statSync(inRoot(path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
