import { relative, sep } from 'node:path';
import { createBuilder } from 'vite';
import { inRoot, root } from './paths.js';

/**
 * Builds the app into `dist`.
 * @returns {Promise<readonly string[]>} files of `e2e` that have found their way in: always a fault
 */
export async function buildApp() {
  /** @type {Set<string>} */
  const modules = new Set();
  const builder = await createBuilder({
    configFile: inRoot('vite.config.ts'),
    logLevel: 'warn',
    plugins: [
      {
        name: 'what-is-in-it',
        generateBundle(_, files) {
          for (const file of Object.values(files)) {
            if (file.type === 'chunk') for (const id of file.moduleIds) modules.add(id);
          }
        },
      },
    ],
  });
  await builder.buildApp();
  return [...modules]
    .map((module) => relative(root, module))
    .filter((module) => module.startsWith(`e2e${sep}`));
}
