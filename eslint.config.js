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

/**
 * For places where a value without a type is unavoidable, or its type is out of the linter's sight.
 * @type {import('eslint').Linter.RulesRecord}
 */
const untyped = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [
    `@typescript-eslint/no-unsafe-${use}`,
    'off',
  ]),
);

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
      // Our interfaces are records of closures, which lose nothing when taken apart.
      '@typescript-eslint/unbound-method': 'off',
      // `void | Promise<void>` is what a callback that may be async returns.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `'none' | string` names the value that matters.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      // Slow, and without use here: there are no enums, and classes are not told apart by shape.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-deprecated': 'off',
      // Code points are good enough where graphemes do not count.
      '@typescript-eslint/no-misused-spread': [
        'error',
        { allow: [{ from: 'lib', name: 'string' }] },
      ],
      // An unused parameter that documents a signature begins with `_`; `{ gone: _, ...rest }` leaves something out.
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    // Half of the linter's time otherwise; svelte-check has checked the types, and logic lives in .ts.
    name: 'components without types',
    files: ['**/*.svelte'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { parserOptions: { projectService: false, program: null } },
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
      // State is replaced as a whole (`$state.raw`); a set that lives inside a function is just a set.
      'svelte/prefer-svelte-reactivity': 'off',
      // svelte-check knows better: it has the types of the whole project.
      'svelte/no-unused-svelte-ignore': 'off',
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
              regex: '^(?!\\./|\\.\\./[\\w-]+$)',
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
    name: 'the SDK may send what its types deny',
    files: ['src/board/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-unnecessary-type-conversion': 'off',
    },
  },
  {
    name: 'the mocked SDK has the real one’s types, with what they leave open',
    files: ['e2e/harness/**/*.ts'],
    rules: {
      ...untyped,
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    name: 'tests',
    files: ['**/*.test.ts', 'e2e/specs/**', 'e2e/simulation/**', 'e2e/harness/rules/**'],
    rules: {
      ...untyped,
      '@typescript-eslint/no-misused-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Tests forge what no type would let through.
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
  {
    name: 'run scripts: plain JavaScript that prints to the terminal, and reads JSON as declared',
    files: ['**/*.js', 'e2e/run/**'],
    rules: {
      ...untyped,
      'no-console': 'off',
    },
  },
);
