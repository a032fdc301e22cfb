/** `npm run serve`: the built app at http://localhost:3000, for a real Miro board (see README.md). */
import { ensureInstalled } from './ensure-installed.js';
import { inRoot } from './paths.js';

await ensureInstalled();
const { buildApp } = await import('./build-app.js');
const { preview } = await import('vite');
await buildApp();
const server = await preview({
  // Not ours: that one brings the mocked board along.
  configFile: false,
  root: inRoot('.'),
  build: { outDir: 'dist' },
  preview: { host: 'localhost', port: 3000, strictPort: true },
});
server.printUrls();
