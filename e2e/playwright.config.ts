import { defineConfig, type ReporterDescription } from 'playwright/test';
import { findBrowser, waysToGetABrowser } from './run/find-browser.js';

const browser = await findBrowser();
if (browser === undefined) throw new Error(waysToGetABrowser);

/** `npm test` asks for one, to count from. */
const report = process.env['E2E_REPORT'];
const toFile: ReporterDescription[] =
  report === undefined ? [] : [['json', { outputFile: report }]];

/** Nothing but this machine can be reached, so that a forgotten outside address shows as an error. */
const closedNetwork = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
];

/** Pages of one context are drawn by one process, which compiles once what they have in common. */
const oneProcess = '--renderer-process-limit=1';

/** Few pages live long enough for this step to pay; what is run really often is optimised as ever. */
const withoutMaglev = '--js-flags=--no-maglev';

export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  globalSetup: './actors/server.ts',
  fullyParallel: true,
  // More than cores: a test waits for a third of its time, for a countdown or an answer.
  workers: 3,
  // A test that passes the second time is broken.
  retries: 0,
  forbidOnly: process.env['CI'] !== undefined,
  // Generous, for machines that do something else besides: on a quiet one nothing waits so long.
  timeout: 150_000,
  expect: { timeout: 15_000 },
  reporter: [['line'], ...toFile],
  use: {
    browserName: 'chromium',
    actionTimeout: 15_000,
    // Without a film: taking one costs more than the test.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: {
      ...(browser.executablePath === undefined ? {} : { executablePath: browser.executablePath }),
      args: [...closedNetwork, oneProcess, withoutMaglev, ...(browser.args ?? [])],
    },
  },
});
