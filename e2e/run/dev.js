/** `npm run dev`: as `npm start`, from the sources and with hot reload. */
import { boardOptions, printBoard } from './board-options.js';
import { ensureInstalled } from './ensure-installed.js';
import { inRoot } from './paths.js';

const options = boardOptions();
await ensureInstalled();
const { createServer } = await import('vite');
const server = await createServer({
  configFile: inRoot('vite.config.ts'),
  logLevel: 'info',
  server: options,
});
await server.listen();
const { local, network } = server.resolvedUrls ?? { local: [], network: [] };
printBoard(local[0] ?? network[0] ?? null, local[0] ? network : []);
