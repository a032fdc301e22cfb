/** `npm run mixing`: how well new groups are mixed, and how long that takes here. */
import { ensureInstalled } from './ensure-installed.js';
import { inRoot } from './paths.js';

await ensureInstalled();
const { runnerImport } = await import('vite');
/** @type {{ module: typeof import('../simulation/mixing-figures.ts') }} */
const { module } = await runnerImport(inRoot('e2e/simulation/mixing-figures.ts'), {
  configFile: false,
  logLevel: 'warn',
});
console.table(module.mixingFigures());
