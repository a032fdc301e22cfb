/**
 * Another Web SDK v2 app, unmodified, on the mocked board: a port of its own stands for the app's
 * origin. So relative and root-absolute addresses, queries, client-side routes, `location` and
 * storage work as they do at home, and the app is as foreign to the board's page as on Miro.
 * Nothing but Miro's script address is changed in what the app serves (see hosted-rewrite.ts).
 */
import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import {
  isRewritten,
  rewriteRequestHeaders,
  rewriteResponseHeaders,
  rewriteText,
  type Places,
} from './hosted-rewrite';
import { MAX_REWRITTEN_BYTES } from './limits';
import { mayConnect, parse } from './origin';
import { canUnpack, unpacked } from './packed';

export interface HostedApp {
  readonly port: number;
  close(): void;
}

export interface HostingOptions {
  /** Origin of the app. */
  readonly target: string;
  /** Address to listen on: the main server's. */
  readonly bind: string;
  readonly open: boolean;
  /** Port of the main server, where stage and SDK are. */
  readonly boardPort: () => number;
}

export function hostApp(options: HostingOptions): Promise<HostedApp> {
  const send = options.target.startsWith('https:') ? httpsRequest : httpRequest;

  function placesOf(request: IncomingMessage): Places | undefined {
    const { host, origin } = request.headers;
    const self = parse(`http://${host ?? ''}`);
    if (!self || !mayConnect({ host, origin: undefined }, options.open)) return undefined;
    const board = `http://${self.hostname}:${options.boardPort()}`;
    // Only the app's own pages, or the stage, may read through here.
    if (origin !== undefined && origin !== self.origin && origin !== board) return undefined;
    return { board, target: options.target, proxy: self.origin };
  }

  function forward(request: IncomingMessage, places: Places) {
    const address = addressAt(places.target, request.url ?? '');
    if (!address) return undefined;
    return send(address, {
      method: request.method,
      headers: rewriteRequestHeaders(request.headers, places),
    });
  }

  const server = createServer((request, response) => {
    const places = placesOf(request);
    if (!places) return void response.writeHead(403).end();
    const onward = forward(request, places);
    if (!onward) return void response.writeHead(400).end();
    const fail = (what: string) => (error: Error) => {
      if (response.headersSent) return void response.destroy();
      response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`The app at ${places.target} ${what}: ${error.message}`);
    };
    onward.on('response', (answer) => {
      relay(answer, response, places).catch(fail('gives an answer that cannot be read'));
    });
    onward.on('error', fail('does not answer'));
    request.pipe(onward);
  });

  // Hot reload of the app's own development server, and whatever else it has.
  server.on('upgrade', (request, stream: Duplex, head: Buffer) => {
    // From here on nobody but us hears of its errors, and one that nobody hears ends the process.
    stream.on('error', () => {});
    const places = placesOf(request);
    const onward = places && forward(request, places);
    if (!onward) return void stream.destroy();
    onward.setHeader('connection', 'upgrade');
    onward.on('upgrade', (answer, far, farHead) => {
      stream.write(statusLines(answer));
      stream.write(farHead);
      far.write(head);
      far.on('error', () => stream.destroy()).pipe(stream);
      stream.on('error', () => far.destroy()).pipe(far);
    });
    onward.on('response', () => stream.destroy());
    onward.on('error', () => stream.destroy());
    onward.end();
  });

  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, options.bind, () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        port,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}

/**
 * What a request asks for, at the app and nowhere else: `//other.host/` would be an address of its
 * own if it were resolved, and so would a whole one.
 */
export function addressAt(target: string, path: string): URL | undefined {
  const address = path.startsWith('/') ? parse(`${target}${path}`) : undefined;
  return address?.origin === target ? address : undefined;
}

async function relay(
  answer: IncomingMessage,
  response: ServerResponse,
  places: Places,
): Promise<void> {
  const headers = rewriteResponseHeaders(answer.headers, places);
  const status = answer.statusCode ?? 502;
  const encoding = answer.headers['content-encoding'] ?? '';
  if (!isRewritten(answer.headers['content-type']) || !canUnpack(encoding)) {
    response.writeHead(status, headers);
    answer.pipe(response);
    return;
  }
  const bytes = await unpacked(await bytesOf(answer), encoding);
  // Byte for byte, whatever the real encoding: the address looked for is ASCII in all of them.
  const body = rewriteText(bytes.toString('latin1'), places);
  delete headers['content-encoding'];
  delete headers['content-length'];
  delete headers['etag'];
  headers['cache-control'] = 'no-store';
  response.writeHead(status, headers);
  response.end(body, 'latin1');
}

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MAX_REWRITTEN_BYTES) throw new Error('Page too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function statusLines(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode ?? 101} ${answer.statusMessage ?? ''}`];
  for (let i = 0; i + 1 < answer.rawHeaders.length; i += 2) {
    lines.push(`${answer.rawHeaders[i] ?? ''}: ${answer.rawHeaders[i + 1] ?? ''}`);
  }
  return `${lines.join('\r\n')}\r\n\r\n`;
}
