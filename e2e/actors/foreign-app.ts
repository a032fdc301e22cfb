import { createServer } from 'node:http';

export interface ForeignApp {
  /** Address of its `sdkUri` page. */
  readonly address: string;
  close(): Promise<void>;
}

const SDK = '<script src="https://miro.com/app/static/sdk/v2/miro.js"></script>';
const page = (body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Foreign</title>` +
  `<link rel="icon" href="data:,">${SDK}</head><body>${body}</body></html>`;

/** Pages that hold nothing but Miro's script: whatever is tried on them is told them from outside. */
const BLANK = { '/index.html': page(''), '/panel.html': page(''), '/modal.html': page('') };

/**
 * An app of somebody else on its own port, as its own server would serve it: pages name Miro's real
 * script address, and know nothing of the mocked board.
 *
 * @param files path → content; a path without an extension is a client-side route and gets `/index.html`
 */
export async function serveForeignApp(
  files: Readonly<Record<string, string>> = BLANK,
): Promise<ForeignApp> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://app');
    const content = files[pathname] ?? (pathname.includes('.') ? undefined : files['/index.html']);
    const type = pathname.endsWith('.js') ? 'text/javascript' : 'text/html';
    response.writeHead(content === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      // As a careful app would: Miro may frame it and run its script there, nobody else.
      'content-security-policy':
        "default-src 'self' data:; script-src 'self' https://miro.com; frame-ancestors https://miro.com",
      'x-frame-options': 'SAMEORIGIN',
    });
    response.end(content);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The app has no port.');
  return {
    address: `http://127.0.0.1:${at.port}/index.html`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export { page as foreignPage };
