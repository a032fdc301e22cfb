import { describe, expect, test } from 'vitest';
import type { AppInfo } from '../../server/protocol';
import { pageAddress } from './page-address';

const stage = 'http://127.0.0.1:4173/stage?board=b';
const ours: AppInfo = {
  name: 'Ours',
  address: '/index.html',
  icon: null,
  origin: null,
  scopes: null,
};
const hosted: AppInfo = {
  name: 'Theirs',
  address: 'http://127.0.0.1:50000/app/start?x=1',
  icon: null,
  origin: 'https://theirs.example',
  scopes: null,
};
const at = (url: string, app: AppInfo): string | undefined => pageAddress(url, app, stage)?.href;

describe('where a page of the app is found', () => {
  test('the background: at the app’s own address, query included', () => {
    expect(at('', ours)).toBe('http://127.0.0.1:4173/index.html');
    expect(at('', hosted)).toBe('http://127.0.0.1:50000/app/start?x=1');
  });
  test('relative and root-absolute addresses: from the app’s own', () => {
    expect(at('panel.html?a=1#b', ours)).toBe('http://127.0.0.1:4173/panel.html?a=1#b');
    expect(at('./panel', hosted)).toBe('http://127.0.0.1:50000/app/panel');
    expect(at('/panel', hosted)).toBe('http://127.0.0.1:50000/panel');
  });
  test('an address at the app’s real home: at the port that stands for it', () => {
    expect(at('https://theirs.example/panel?q=2', hosted)).toBe('http://127.0.0.1:50000/panel?q=2');
  });
  test('other hosts, and other kinds of address, are not loaded', () => {
    expect(at('https://example.com/', hosted)).toBeUndefined();
    expect(at('javascript:alert(1)', ours)).toBeUndefined();
    expect(at('data:text/html,hi', ours)).toBeUndefined();
  });
});
