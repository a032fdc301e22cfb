import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { inRoot } from '../../run/paths.js';
import { readManifest } from './manifest';

test('our own manifest asks for what the README says, and for nothing else', () => {
  expect(readManifest(readFileSync(inRoot('public/app-manifest.yaml'), 'utf8'))).toEqual({
    name: 'Breakout Rooms',
    scopes: ['boards:read', 'boards:write', 'identity:read'],
  });
});

test.each([
  ['appName: "A"\nscopes:\n- boards:read\n- boards:write', ['boards:read', 'boards:write']],
  [
    'scopes:\r\n  # needed\r\n  - "boards:read" # why\r\n\r\n  - \'boards:write\'\r\nicons:\r\n  - x',
    ['boards:read', 'boards:write'],
  ],
  ['scopes:\nicons:\n  - boards:read', []],
  ['', []],
])('%j', (text, scopes) => {
  expect(readManifest(text).scopes).toEqual(scopes);
});
