import { expect, test } from 'vitest';
import { withHarnessSdk } from './sdk-address';

const page = (script: string): string =>
  `<!doctype html>\n<html><head>\r\n\t<script   src='${script}'  ></script><title>é</title></head></html>\n`;

test('only the address of the script changes, byte for byte', () => {
  const real = page('https://miro.com/app/static/sdk/v2/miro.js');
  expect(withHarnessSdk(real, 'http://127.0.0.1:4173')).toBe(
    page('http://127.0.0.1:4173/sdk/v2/miro.js'),
  );
});

test('a page without it stays as it is, and so do other addresses at Miro', () => {
  const other = page('https://miro.com/app/static/sdk/v1/miro.js');
  expect(withHarnessSdk(other, 'http://127.0.0.1:4173')).toBe(other);
});
