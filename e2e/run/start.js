/** `npm start`: the production build on the mocked board, for people to click through. */
import { boardOptions, printBoard } from './board-options.js';
import { ensureInstalled } from './ensure-installed.js';
import { inRoot } from './paths.js';

const options = boardOptions();
await ensureInstalled();
const { buildIfStale } = await import('./build-if-stale.js');
await buildIfStale();
const { preview } = await import('vite');
const server = await preview({
  configFile: inRoot('vite.config.ts'),
  logLevel: 'warn',
  preview: options,
});
const { local, network } = server.resolvedUrls ?? { local: [], network: [] };
printBoard(local[0] ?? network[0] ?? null, local[0] ? network : []);
