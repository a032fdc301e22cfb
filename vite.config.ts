import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import {
  runnerImport,
  type EnvironmentOptions,
  type Plugin,
  type Rolldown,
  type UserConfig,
} from 'vite';
import { defineConfig } from 'vitest/config';
import { onlyWordsInUse } from './src/i18n/words-in-use.ts';
import { MODAL_PART_NAMES } from './src/modal/part-names.ts';
import { PART_NAMES } from './src/panel/part-names.ts';
import type * as Harness from './e2e/harness/server/plugin';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const underTest = process.env['VITEST'] !== undefined;

/**
 * The mocked board, for `vite` and `vite preview` only. Loaded when asked for, by name, so that a
 * production build cannot contain, and does not even read, anything of `e2e`.
 */
async function mockedBoard(): Promise<Plugin> {
  const { module } = await runnerImport<typeof Harness>(at('e2e/harness/server/plugin.ts'));
  return module.harness();
}

/** See `src/ui/flat-state.ts`. An alias would have to name Svelte's file as its neighbours do. */
function withoutDeepState(): Plugin {
  return {
    name: 'without-deep-state',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      /\/proxy\.js$/.test(source) && /\/svelte\/src\/internal\//.test(importer ?? '')
        ? at('src/ui/flat-state.ts')
        : undefined,
  };
}

/**
 * Svelte's list of properties, of which nobody asks anything here, is spread from another list: that may
 * have effects, so it is kept unless it is said to be pure.
 */
function withoutUnusedList(): Plugin {
  return {
    name: 'without-unused-list',
    apply: 'build',
    transform(code, id) {
      if (!/\/svelte\/src\/utils\.js$/.test(id)) return undefined;
      const list = /(const DOM_PROPERTIES = )(\[[^\]]*\])/;
      if (!list.test(code)) this.warn('Svelte has no such list any more: this plugin can go.');
      return code.replace(list, '$1/* @__PURE__ */ (() => $2)()');
    },
  };
}

/**
 * The modal's few styles come at once, so that it needs none of the code that loads those of a chunk
 * before the chunk.
 */
function withoutPreload(): Plugin {
  return {
    name: 'without-preload',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const helper = this.environment.name === 'modal' && id.endsWith('vite/preload-helper.js');
      return helper ? 'export const __vitePreload = (load) => load();' : undefined;
    },
  };
}

const PAGES = ['index', 'panel', 'modal'] as const;

/** All that a page loads before anything else as one chunk: in pieces it compresses worse. */
function entryAsOne(entry: string): Rolldown.CodeSplittingNameFunction {
  let eager: Set<string> | undefined;
  return (id, context) => {
    if (eager === undefined) {
      eager = new Set([entry]);
      // A set can grow while it is walked.
      for (const each of eager) {
        for (const imported of context.getModuleInfo(each)?.importedIds ?? []) eager.add(imported);
      }
    }
    return eager.has(id) ? 'entry' : null;
  };
}

/**
 * One build for each page: in a common one each page would load what the others need of the modules
 * they share. See docs/decisions/0005-small-pages.md.
 */
function pageByPage(): Pick<UserConfig, 'builder' | 'environments'> {
  const page = (name: string, index: number): [string, EnvironmentOptions] => [
    name,
    {
      consumer: 'client',
      build: {
        // See `withoutPreload`.
        ...(name === 'modal' ? { cssCodeSplit: false } : {}),
        emptyOutDir: index === 0,
        copyPublicDir: index === 0,
        rolldownOptions: {
          input: at(`src/${name}.html`),
          output: {
            codeSplitting: { groups: [{ name: entryAsOne(at(`src/${name}.html`)) }] },
            // Words bear the name of what says them, for whoever reads the network log or counts sizes.
            chunkFileNames: ({ facadeModuleId }) => {
              const part = /\.json\?(\w+)$/.exec(facadeModuleId ?? '')?.[1];
              return `assets/${part === undefined ? '' : `words-${part}-`}[name]-[hash].js`;
            },
          },
        },
      },
    },
  ];
  return {
    environments: Object.fromEntries(PAGES.map(page)),
    builder: {
      async buildApp(builder) {
        for (const name of PAGES) {
          const environment = builder.environments[name];
          if (environment !== undefined) await builder.build(environment);
        }
      },
    },
  };
}

const TESTS = ['src/**/*.test.ts', 'e2e/**/*.test.ts'];
const SIMULATION = 'e2e/simulation/**/*.test.ts';

/** Tests of components opt into a DOM by `// @vitest-environment happy-dom` in their first line. */
function testsInDom(): string[] {
  return ['src', 'e2e'].flatMap((folder) =>
    readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
      .filter((file) => file.endsWith('.test.ts'))
      .filter((file) => readFileSync(at(file), 'utf8').startsWith('// @vitest-environment')),
  );
}

const inDom = underTest ? testsInDom() : [];

export default defineConfig(({ command }) => ({
  // Vitest looks for tests, and resolves their names, from the repository's root.
  root: underTest ? at('.') : at('src'),
  publicDir: at('public'),
  resolve: { alias: underTest ? {} : { deepmerge: at('src/i18n/flat-merge.ts') } },
  // The app may be served from any folder of any host.
  base: './',
  // A page that does not exist is an error, not another page.
  appType: 'mpa',
  plugins: [
    svelte({ configFile: at('svelte.config.js') }),
    withoutDeepState(),
    withoutUnusedList(),
    withoutPreload(),
    onlyWordsInUse(at('locales/'), { panel: PART_NAMES, modal: MODAL_PART_NAMES }),
    // A component test cleans up by itself: doing it for all would load Svelte into every pure one.
    ...(underTest ? [svelteTesting({ autoCleanup: false })] : []),
    ...(command === 'serve' && !underTest ? [mockedBoard()] : []),
  ],
  server: { host: '127.0.0.1', fs: { allow: [at('.')] } },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: at('dist'),
    emptyOutDir: true,
    target: 'es2022',
    // Every browser that Miro supports preloads modules by itself; the polyfill weighs 0.7 kB in each entry.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // On a busy machine it says how slow its plugins are, which nobody here can change.
      checks: { pluginTimings: false },
      // svelte-i18n makes all its formatters as stores while it is loaded. One that nobody uses does nothing.
      treeshake: { manualPureFunctions: ['derived', 'monadicMemoize'] },
    },
  },
  ...(command === 'build' ? pageByPage() : {}),
  // Tests of components resolve what browsers get; of this package, that is a stub that throws.
  ...(underTest ? { resolve: { alias: { ws: at('node_modules/ws/wrapper.mjs') } } } : {}),
  test: {
    environment: 'node',
    // Nothing here waits for anything real: what takes long is a property on a busy machine.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Of two cores, one would do nothing.
    maxWorkers: '100%',
    projects: [
      {
        extends: true,
        // They keep nothing between them, so that files may share the modules that one has loaded.
        test: {
          name: 'pure',
          include: TESTS,
          exclude: [...inDom, SIMULATION],
          pool: 'threads',
          isolate: false,
        },
      },
      {
        extends: true,
        // Each has modules, a document and globals of its own, whose code is compiled once for all.
        test: { name: 'dom', include: inDom, pool: 'vmThreads' },
      },
      {
        extends: true,
        // Loaded and compiled once for all, in processes like those of `e2e/run/simulate.js`.
        test: {
          name: 'simulation',
          include: [SIMULATION],
          pool: 'forks',
          isolate: false,
          execArgv: ['--max-semi-space-size=64', '--single-threaded-gc', '--no-flush-bytecode'],
        },
      },
    ],
  },
}));
