import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Which folders of `src` a folder may import from. Imports point inward (docs/spec.md, “Layers”):
 * background, panel, modal → ui, i18n, live → board, records → breakout.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const layers = {
  breakout: [],
  board: ['breakout'],
  records: ['breakout', 'board'],
  live: ['breakout', 'board', 'records'],
  i18n: ['breakout'],
  ui: ['breakout', 'live', 'i18n'],
  background: ['breakout', 'board', 'records', 'live', 'i18n'],
  panel: ['breakout', 'board', 'records', 'live', 'i18n', 'ui'],
  modal: ['breakout', 'board', 'records', 'live', 'i18n', 'ui'],
};

/**
 * Pure files of another bundle that a folder may use all the same.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const exceptions = { background: ['modal/sizes'] };

/** What ships must not know how it is driven. */
const noHarness = {
  regex: '(^|/)e2e(/|$)',
  message: 'src never imports e2e: the harness must not reach a production build.',
};

/** @type {import('eslint').Linter.Config[]} */
const inwardOnly = Object.entries(layers).map(([folder, inner]) => {
  const outer = Object.keys(layers).filter((other) => other !== folder && !inner.includes(other));
  const excepted = (exceptions[folder] ?? []).map((path) => `(?!${path}$)`).join('');
  return {
    name: `layers/${folder}`,
    files: [`src/${folder}/**/*.{ts,svelte}`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            noHarness,
            {
              regex: `^(\\.\\./)+${excepted}(${outer.join('|')})(/|$)`,
              message: `Imports point inward (docs/spec.md, “Layers”): src/${folder} may use ${
                inner.map((name) => `src/${name}`).join(', ') || 'nothing but itself'
              }.`,
            },
          ],
        },
      ],
    },
  };
});

export default defineConfig(
  { ignores: ['dist', '.cache', 'test-results', 'playwright-report'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  ...tseslint.configs.strictTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error'] }],
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // Numbers and booleans read well in template strings; objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      // `onclick={() => actions.open()}` and short arrow functions are the house style.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A method of an interface of ours may be async in one implementation only.
      '@typescript-eslint/require-await': 'off',
      // An unused parameter that documents a signature begins with `_`; `{ gone: _, ...rest }` leaves something out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    name: 'svelte',
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
    rules: {
      // Components take what they are given: `let { view } = $props()` cannot be a const.
      'prefer-const': 'off',
      'svelte/prefer-const': ['error', { excludedRunes: ['$props', '$derived'] }],
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
    },
  },

  ...inwardOnly,
  {
    name: 'layers/breakout is pure',
    files: ['src/breakout/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^(?!\\./)',
              message: 'src/breakout is pure (docs/spec.md, “Layers”) and imports only itself.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'setTimeout', 'setInterval', 'performance', 'crypto'].map(
          (name) => ({ name, message: 'src/breakout is pure: pass it in as an argument.' }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'src/breakout is pure: time is an argument.' },
        { object: 'Math', property: 'random', message: 'src/breakout is pure: pass a generator.' },
      ],
    },
  },
  {
    name: 'only the board and the entries name the SDK',
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/board/**', 'src/*/main.ts', 'src/breakout/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'miro', message: 'Only src/board names the SDK; everyone else uses its port.' },
      ],
    },
  },
  {
    name: 'edges, where the outside is given its type',
    files: [
      'src/records/**/*.ts',
      'src/board/**/*.ts',
      'src/breakout/ids.ts',
      'e2e/harness/**/*.ts',
      'e2e/run/*.js',
    ],
    rules: {
      '@typescript-eslint/consistent-type-assertions': [
        'error',
        { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' },
      ],
    },
  },
  {
    name: 'tests',
    files: ['**/*.test.ts', 'e2e/specs/**', 'e2e/simulation/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests forge what no type would let through.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
  {
    name: 'run scripts: plain JavaScript that prints to the terminal, and reads JSON as declared',
    files: ['**/*.js', 'e2e/run/**'],
    rules: {
      'no-console': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
);
