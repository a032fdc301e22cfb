/**
 * The harness's own pages and the SDK script, built in memory. They are small: a build takes about
 * a second, needs no folder, and is the same under `vite` and `vite preview`.
 */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig } from 'vite';
import { HARNESS_SDK } from './sdk-address';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const STAGE = at('../stage');

export interface Asset {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** Path → what is served there. */
export type Bundle = ReadonlyMap<string, Asset>;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  map: 'application/json',
};

const common = {
  configFile: false,
  envDir: false,
  logLevel: 'warn',
  mode: 'production',
} as const satisfies InlineConfig;

/** On a busy machine Rolldown reports how slow its plugins are; nobody here can do anything about it. */
const quiet = { checks: { pluginTimings: false } } as const;

/** @throws what the compiler says, if a source does not compile. */
export async function buildBundle(): Promise<Bundle> {
  const [pages, sdk] = [await buildPages(), await buildSdk()];
  return new Map([...pages, ...sdk]);
}

const buildPages = (): Promise<Map<string, Asset>> =>
  collect('/harness/', {
    ...common,
    root: STAGE,
    base: '/harness/',
    publicDir: false,
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: {
        ...quiet,
        input: { stage: `${STAGE}/stage.html`, overview: `${STAGE}/overview.html` },
      },
    },
  });

/** One classic script: Miro's is one, too, and defines `miro` before any module of the page runs. */
const buildSdk = (): Promise<Map<string, Asset>> =>
  collect('/sdk/v2/', {
    ...common,
    root: at('../sdk'),
    publicDir: false,
    build: {
      write: false,
      target: 'es2022',
      rolldownOptions: quiet,
      lib: {
        entry: at('../sdk/browser.ts'),
        formats: ['iife'],
        name: 'mockedMiroBoard',
        fileName: () => HARNESS_SDK.slice('/sdk/v2/'.length),
      },
    },
  });

async function collect(base: string, config: InlineConfig): Promise<Map<string, Asset>> {
  const outputs = [await build(config)].flat();
  const assets = new Map<string, Asset>();
  for (const output of outputs) {
    if (!('output' in output)) throw new Error('The harness is built once, not watched.');
    for (const file of output.output) {
      const body = file.type === 'chunk' ? file.code : file.source;
      assets.set(`${base}${file.fileName}`, { type: typeOf(file.fileName), body });
    }
  }
  return assets;
}

export const typeOf = (path: string): string =>
  TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';

/** The production build's page, as bytes, or undefined if there is none. */
export async function readPage(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    // Not built, or no such page: the next handler answers.
    return undefined;
  }
}
