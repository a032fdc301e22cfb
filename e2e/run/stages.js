import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from './paths.js';
import { runTool } from './run-tool.js';
import { simOptions } from './sim-options.js';
import { whyFailed } from './why-failed.js';

/**
 * One part of the test run. A stage that counts nothing by itself answers 0 passed, and 1 failed if
 * it failed.
 * @typedef {{ readonly passed: number, readonly failed: number }} Outcome
 * @typedef {{ readonly name: string, readonly run: () => Promise<Outcome> }} Stage
 */

/** @type {Stage} */
const format = {
  name: 'format',
  run: async () => verdict(await runTool('prettier', ['--check', '--log-level=warn', '.'])),
};

/**
 * What is known of types is kept until the end: looking again and again for what of it could be thrown
 * away takes a sixth of the linter's time.
 */
const ROOM_FOR_TYPES = ['--max-semi-space-size=128', '--initial-old-space-size=3072'];

/** @type {Stage} */
const lint = {
  name: 'lint',
  run: async () =>
    verdict(await runTool('eslint', ['--max-warnings=0', '.'], { nodeArgs: ROOM_FOR_TYPES })),
};

/** Components and every other file of the project: svelte-check reads them all. @type {Stage} */
const types = {
  name: 'types',
  run: async () =>
    verdict(await runTool('svelte-check', ['--tsconfig=tsconfig.json', '--fail-on-warnings'])),
};

/** @type {Stage} */
export const units = { name: 'unit', run: () => vitest(['--project=!simulation']) };

/**
 * What somebody thought of, and what nobody did: boards at random, as `npm run sim` plays them. Their
 * seeds are always the same, so that a run which fails has the change before it to blame. Both at once:
 * while the last long scene is played, the other core would have nothing to do.
 * @type {Stage}
 */
export const simulation = {
  name: 'simulation',
  run: async () => {
    const { simulate } = await import('./simulate.js');
    const [scenes, plays] = await Promise.all([
      vitest(['--project=simulation']),
      simulate(simOptions(RANDOM_PLAYS)),
    ]);
    return { passed: scenes.passed + plays.passed, failed: scenes.failed + plays.failed };
  },
};

const RANDOM_PLAYS = ['--runs', '300', '--seed', '1', '--users', '3-12'];

/** @type {Stage} */
export const build = {
  name: 'build',
  run: async () => {
    const { buildApp } = await import('./build-app.js');
    const { checkContents } = await import('./check-contents.js');
    const strangers = await buildApp();
    return list([
      ...strangers.map((file) => `${file} is part of the built app; nothing of e2e may be.`),
      ...checkContents(),
    ]);
  },
};

/** @type {Stage} */
export const size = {
  name: 'size',
  run: async () => {
    const { checkSizes } = await import('./check-size.js');
    return list(await checkSizes());
  },
};

/**
 * What reads the sources, as one stage: each tool uses one core, and the linter as long as all others
 * together.
 * @type {Stage}
 */
export const sources = {
  name: 'format, lint, types, build and size',
  run: async () => {
    const outcomes = await Promise.all([lint.run(), inTurn([format, types, build, size])]);
    return { passed: 0, failed: outcomes.reduce((sum, { failed }) => sum + failed, 0) };
  },
};

/**
 * Stops after the first that fails.
 * @param {readonly Stage[]} stages
 */
async function inTurn(stages) {
  for (const { name, run } of stages) {
    try {
      const outcome = await run();
      if (outcome.failed > 0) return outcome;
    } catch (error) {
      // What runs beside is waited for all the same.
      console.error(`${name}:`, error);
      return { passed: 0, failed: 1 };
    }
  }
  return { passed: 0, failed: 0 };
}

/** @type {Stage} */
export const endToEnd = {
  name: 'end to end',
  run: async () => {
    const report = freshReport('playwright.json');
    const code = await runTool('playwright', ['test', '--config=e2e/playwright.config.ts'], {
      environment: { E2E_REPORT: report },
    });
    /** @type {import('./why-failed.js').Report} */
    const result = read(report);
    const { stats } = result;
    const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0);
    for (const why of whyFailed(result)) console.error(why);
    return counted(stats?.expected ?? 0, failed, code);
  },
};

/** @param {readonly string[]} args */
async function vitest(args) {
  const report = freshReport('vitest.json');
  const code = await runTool('vitest', [
    'run',
    ...args,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  /** @type {{ numPassedTests?: number, numFailedTests?: number }} */
  const { numPassedTests = 0, numFailedTests = 0 } = read(report);
  return counted(numPassedTests, numFailedTests, code);
}

/**
 * A runner can fail without a failed test: a file that does not load, no test at all.
 *
 * @param {number} passed
 * @param {number} failed
 * @param {number} code
 * @returns {Outcome}
 */
const counted = (passed, failed, code) => ({
  passed,
  failed: code === 0 ? failed : Math.max(failed, 1),
});

/**
 * @param {number} code
 * @returns {Outcome}
 */
const verdict = (code) => ({ passed: 0, failed: code === 0 ? 0 : 1 });

/**
 * @param {readonly string[]} faults
 * @returns {Outcome}
 */
function list(faults) {
  for (const fault of faults) console.error(`  ${fault}`);
  return { passed: 0, failed: faults.length === 0 ? 0 : 1 };
}

/**
 * A report left by an earlier run must not be counted again.
 * @param {string} name
 */
function freshReport(name) {
  const folder = inRoot('.cache/reports');
  mkdirSync(folder, { recursive: true });
  const file = `${folder}/${name}`;
  rmSync(file, { force: true });
  return file;
}

/** @param {string} report */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    // The runner died before it could write one; its exit code tells.
    return {};
  }
}
