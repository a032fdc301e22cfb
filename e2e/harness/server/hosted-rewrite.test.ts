import { describe, expect, test } from 'vitest';
import {
  isRewritten,
  moved,
  rewritePolicy,
  rewriteRequestHeaders,
  rewriteResponseHeaders,
  rewriteText,
  type Places,
} from './hosted-rewrite';

const places: Places = {
  board: 'http://127.0.0.1:4173',
  target: 'http://localhost:3000',
  proxy: 'http://127.0.0.1:50000',
};

describe('text', () => {
  test('the script address is replaced in pages and scripts, nothing else is', () => {
    const script = `load("https://miro.com/app/static/sdk/v2/miro.js"); go("/root", "./near")`;
    expect(rewriteText(script, places)).toBe(
      `load("http://127.0.0.1:4173/sdk/v2/miro.js"); go("/root", "./near")`,
    );
  });

  test("a page's own policy lets the board in where it lets Miro in", () => {
    const page = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' https://miro.com">`;
    expect(rewriteText(page, places)).toBe(
      `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self' https://miro.com http://127.0.0.1:4173">`,
    );
  });
});

describe('policy', () => {
  test('framing is allowed, and directives without Miro stay', () => {
    expect(rewritePolicy("frame-ancestors https://miro.com; img-src 'self'", places.board)).toBe(
      "img-src 'self'",
    );
  });
  test.each(['https://*.miro.com', 'miro.com', 'https://miro.com/app/static/sdk/v2/miro.js'])(
    'Miro as %s counts',
    (source) => {
      expect(rewritePolicy(`script-src ${source}`, places.board)).toBe(
        `script-src ${source} ${places.board}`,
      );
    },
  );
  test('a host that only looks like Miro does not', () => {
    expect(rewritePolicy('script-src https://notmiro.com', places.board)).toBe(
      'script-src https://notmiro.com',
    );
  });
});

describe('headers', () => {
  test('of the answer: framing is not forbidden, and a redirect stays at the stand-in', () => {
    const headers = rewriteResponseHeaders(
      {
        'x-frame-options': 'DENY',
        location: 'http://localhost:3000/login?next=%2F',
        'content-type': 'text/html',
      },
      places,
    );
    expect(headers).toEqual({
      location: 'http://127.0.0.1:50000/login?next=%2F',
      'content-type': 'text/html',
    });
  });

  test('of the request: the app sees itself where it is, and answers in plain text, whole', () => {
    const headers = rewriteRequestHeaders(
      {
        host: '127.0.0.1:50000',
        origin: 'http://127.0.0.1:50000',
        referer: 'http://127.0.0.1:50000/panel?x=1',
        'accept-encoding': 'gzip, br',
        'if-none-match': '"1"',
      },
      places,
    );
    expect(headers).toEqual({
      host: 'localhost:3000',
      origin: 'http://localhost:3000',
      referer: 'http://localhost:3000/panel?x=1',
      'accept-encoding': 'identity',
    });
  });

  test('an address on another origin is not moved, nor one that only begins alike', () => {
    const address = 'http://localhost:30001/x';
    expect(moved(address, places.target, places.proxy)).toBe(address);
    expect(moved('/relative', places.target, places.proxy)).toBe('/relative');
  });
});

test.each([
  ['text/html; charset=utf-8', true],
  ['application/javascript', true],
  ['text/javascript', true],
  ['application/json', false],
  ['image/png', false],
  [undefined, false],
])('content of type %s is searched: %s', (type, searched) => {
  expect(isRewritten(type)).toBe(searched);
});
