import { preview } from 'vite';
import { inRoot } from '../run/paths.js';

const ADDRESS = 'E2E_ADDRESS';

/**
 * Serves the built app on the mocked board for one test run, at a port that happens to be free.
 * Playwright calls this before the workers start, which inherit the address.
 */
export default async function serve(): Promise<() => Promise<void>> {
  const server = await preview({
    configFile: inRoot('vite.config.ts'),
    logLevel: 'warn',
    preview: { host: '127.0.0.1', port: 0, strictPort: false, open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  process.env[ADDRESS] = `http://127.0.0.1:${address.port}`;
  return () => server.close();
}

/** For the workers. */
export function serverAddress(): string {
  const address = process.env[ADDRESS];
  if (address === undefined) throw new Error('The server has not been started.');
  return address;
}
