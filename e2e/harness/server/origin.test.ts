import { describe, expect, test } from 'vitest';
import { permitted } from './apps';
import { mayConnect } from './origin';

const host = '127.0.0.1:4173';

describe('who may open a socket', () => {
  test.each([
    ['a page of the harness', 'http://127.0.0.1:4173', host, true],
    ['a program without a browser', undefined, host, true],
    ['the same by its other name', 'http://localhost:4173', 'localhost:4173', true],
    ['a page of any web site', 'https://example.com', host, false],
    ['a page of another port', 'http://127.0.0.1:9999', host, false],
    ['a page without an origin', 'null', host, false],
    ['a name that was pointed at this machine', 'http://evil.test:4173', 'evil.test:4173', false],
    ['a request without a host', undefined, undefined, false],
  ])('%s', (_who, origin, at, may) => {
    expect(mayConnect({ origin, host: at }, false)).toBe(may);
  });

  test('an address of the network may, but only if the server was opened', () => {
    const caller = { origin: 'http://192.168.1.7:4173', host: '192.168.1.7:4173' };
    expect(mayConnect(caller, false)).toBe(false);
    expect(mayConnect(caller, true)).toBe(true);
  });
});

describe('which apps may be hosted', () => {
  test('those on this machine', () => {
    expect(permitted('http://localhost:3000/index.html?a=1', []).port).toBe('3000');
  });
  test('others only when allowed by their origin', () => {
    expect(() => permitted('https://app.example.com/', [])).toThrow('--allow-app');
    expect(permitted('https://app.example.com/', ['https://app.example.com']).hostname).toBe(
      'app.example.com',
    );
  });
  test.each(['file:///etc/passwd', 'ftp://localhost/', 'javascript:alert(1)', 'nothing'])(
    'never %s',
    (address) => {
      expect(() => permitted(address, [])).toThrow('http address');
    },
  );
});
