import { relative, sep } from 'node:path';
import { build } from 'vite';
import { inRoot, root } from './paths.js';

/**
 * Builds the app into `dist`.
 * @returns {Promise<readonly string[]>} files of `e2e` that have found their way in: always a fault
 */
export async function buildApp() {
  const result = await build({ configFile: inRoot('vite.config.ts'), logLevel: 'warn' });
  const outputs = Array.isArray(result) ? result : [result];
  const modules = outputs
    .flatMap((built) => ('output' in built ? built.output : []))
    .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
  return modules
    .map((module) => relative(root, module))
    .filter((module) => module.startsWith(`e2e${sep}`));
}
