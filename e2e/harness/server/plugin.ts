/**
 * The mocked board as a Vite plugin, for the development server and for the preview of the
 * production build. See e2e/harness/stage/stage.ts for the pages' addresses.
 */
import type { IncomingMessage, Server as HttpServer, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin } from 'vite';
import { Apps } from './apps';
import { Boards } from './boards';
import { buildBundle, readPage, typeOf, type Bundle } from './bundles';
import { createEndpoint } from './endpoint';
import { furnish } from './furnish';
import { isLoopback, mayConnect, parse } from './origin';
import { HARNESS_SDK, withHarnessSdk } from './sdk-address';

const HARNESS = fileURLToPath(new URL('..', import.meta.url));

/** Page → its place in the bundle. */
const PAGES: Readonly<Record<string, string>> = {
  '/stage': '/harness/stage.html',
  '/overview': '/harness/overview.html',
};

export interface HarnessOptions {
  /** Origins of apps that `?app=` may host besides those on this machine. */
  readonly allowedApps?: readonly string[];
}

export function harness({ allowedApps = allowedByEnvironment() }: HarnessOptions = {}): Plugin {
  let bundle: Promise<Bundle> | undefined;
  const built = (): Promise<Bundle> => (bundle ??= buildBundle());

  function serve(host: HostServer): Connect.NextHandleFunction {
    const { http, publicDir } = host;
    const bind = host.bind ?? '127.0.0.1';
    const open = !isLoopback(bind);
    const boards = new Boards(furnish);
    const boardPort = (): number => (http.address() as AddressInfo).port;
    const apps = new Apps({ publicDir, bind, open, allowed: allowedApps, boardPort });
    const endpoint = createEndpoint({
      boards,
      open,
      app: (wanted, at) => apps.find(wanted, at),
      // The development server has hot reload's sockets besides.
      shared: host.dist === undefined,
    });
    http.on('upgrade', endpoint.upgrade);
    http.on('close', () => {
      endpoint.close();
      boards.close();
      apps.close();
    });
    // Ahead of the first request; what goes wrong is told to whoever makes that.
    built().catch(() => {});
    return (request, response, next) => {
      answer(request, response, { open, dist: host.dist, built }).then((done) => {
        if (!done) next();
      }, next);
    };
  }

  return {
    name: 'mocked-miro-board',
    configureServer(server) {
      if (!server.httpServer) return;
      server.watcher.add(HARNESS);
      server.watcher.on('change', (file) => {
        if (!file.startsWith(HARNESS)) return;
        // Pages and SDK are built again; what runs in this process is loaded again, boards and all.
        bundle = undefined;
        if (/[\\/](world|server)[\\/]/.test(file)) void server.restart();
        else server.ws.send({ type: 'full-reload' });
      });
      const { config } = server;
      const host = typeof config.server.host === 'string' ? config.server.host : undefined;
      server.middlewares.use(
        serve({
          http: server.httpServer as HttpServer,
          bind: config.server.host === true ? '0.0.0.0' : host,
          publicDir: config.publicDir,
          dist: undefined,
        }),
      );
    },
    configurePreviewServer(server) {
      const { config } = server;
      const host = typeof config.preview.host === 'string' ? config.preview.host : undefined;
      server.middlewares.use(
        serve({
          http: server.httpServer as HttpServer,
          bind: config.preview.host === true ? '0.0.0.0' : host,
          publicDir: config.publicDir,
          dist: config.build.outDir,
        }),
      );
    },
    transformIndexHtml: {
      order: 'post',
      /** Under development only: pages of the preview never pass here. */
      handler: (page) =>
        page
          .replaceAll(/<meta\b[^>]*http-equiv="Content-Security-Policy"[^>]*>/gi, '')
          .replaceAll('https://miro.com/app/static/sdk/v2/miro.js', HARNESS_SDK),
    },
  };
}

interface HostServer {
  readonly http: HttpServer;
  readonly bind: string | undefined;
  readonly publicDir: string;
  /** The production build, to be served with the SDK's address replaced; absent under development. */
  readonly dist: string | undefined;
}

interface Site {
  readonly open: boolean;
  readonly dist: string | undefined;
  readonly built: () => Promise<Bundle>;
}

/** @returns whether the request was the harness's to answer */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site,
): Promise<boolean> {
  const { host } = request.headers;
  const url = parse(`http://board${request.url ?? ''}`);
  const path = decoded(url?.pathname ?? '');
  if (!url || path === undefined) {
    send(response, { type: 'text/plain', status: 400 });
    return true;
  }
  if (path === '/') {
    response.writeHead(302, { location: `/overview${url.search}` }).end();
    return true;
  }
  const place = PAGES[path] ?? path;
  if (place.startsWith('/harness/') || place === HARNESS_SDK) {
    const asset = (await site.built()).get(place);
    if (asset) send(response, { ...asset, lasting: isHashed(place) });
    else send(response, { type: 'text/plain', status: 404 });
    return true;
  }
  const { dist } = site;
  if (dist === undefined || !(path.endsWith('.html') || isHashed(path))) return false;
  if (!mayConnect({ host, origin: undefined }, site.open)) return false;
  const page = await readPage(join(dist, normalize(path)));
  if (!page) return false;
  if (isHashed(path)) {
    send(response, { type: typeOf(path), body: page, lasting: true });
    return true;
  }
  // latin1 keeps every byte as it is; the address is ASCII.
  const replaced = withHarnessSdk(page.toString('latin1'), `http://${host ?? ''}`);
  send(response, { type: typeOf(path), body: Buffer.from(replaced, 'latin1') });
  return true;
}

/** Undefined for what is no address: escapes that are none, or one that ends a file's name early. */
function decoded(path: string): string | undefined {
  try {
    const name = decodeURIComponent(path);
    return name.includes('\0') ? undefined : name;
  } catch {
    return undefined;
  }
}

/** Names that change with what is in the file. */
const isHashed = (path: string): boolean => /^(?:\/harness)?\/assets\/[\w.-]+$/.test(path);

interface Sent {
  readonly type: string;
  readonly body?: string | Uint8Array;
  readonly status?: number;
  /** Will never be anything else: a browser need not ask again, which everyone's pages otherwise do. */
  readonly lasting?: boolean;
}

function send(response: ServerResponse, { type, body = '', status = 200, lasting }: Sent): void {
  response.writeHead(status, {
    'content-type': type,
    'cache-control': lasting === true ? 'max-age=31536000, immutable' : 'no-cache',
    // The SDK is a script of another origin for hosted apps, as Miro's is.
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  });
  response.end(body);
}

/** `BOARD_ALLOW_APPS`: origins, separated by blanks; `npm start -- --allow-app <origin>` sets it. */
const allowedByEnvironment = (): string[] =>
  (process.env['BOARD_ALLOW_APPS'] ?? '').split(/\s+/).filter((origin) => origin !== '');
