import { expect, test } from 'vitest';
import { resolveConfig } from 'vite';
import { boardOptions } from './board-options.js';
import { inRoot } from './paths.js';

test('the mocked board is reached from this machine only, unless told otherwise', () => {
  expect(boardOptions([]).host).toBe('127.0.0.1');
  expect(boardOptions(['--port', '5000']).host).toBe('127.0.0.1');
  expect(boardOptions(['--host']).host).toBe('0.0.0.0');
  expect(boardOptions(['--host', '192.168.1.7']).host).toBe('192.168.1.7');
});

test('the same holds for whoever starts Vite by itself', async () => {
  const { server, preview } = await resolveConfig(
    { configFile: inRoot('vite.config.ts'), logLevel: 'silent' },
    'serve',
  );
  expect([server.host, preview.host]).toEqual(['127.0.0.1', '127.0.0.1']);
});
