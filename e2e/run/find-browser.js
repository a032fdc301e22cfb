import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * A Chromium to run the tests in. Without `executablePath` it is Playwright's own download, which
 * Playwright finds by itself.
 * @typedef {{ readonly executablePath?: string, readonly args?: readonly string[] }} Browser
 */

const headlessShells = ['chromium-headless-shell', 'chrome-headless-shell'];
const browsers = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

export const waysToGetABrowser = `No Chromium was found for the end-to-end tests. Any one of these will do:
  · CHROMIUM_PATH=/path/to/chromium npm test
  · Debian, Ubuntu 24.04 and later:  apt-get install --no-install-recommends chromium-headless-shell
  · Playwright's own download:       npx playwright install --only-shell chromium
  · an installed Chromium or Google Chrome on the PATH
  · from npm:                        npm install --no-save @sparticuz/chromium@147.0.0`;

/**
 * The headless shell comes before a whole browser because it opens pages two to four times faster.
 * Needs the packages to be installed.
 *
 * @returns {Promise<Browser | undefined>}
 * @throws when `CHROMIUM_PATH` names something that cannot be run: a wish must not be ignored
 */
export async function findBrowser() {
  const wished = process.env['CHROMIUM_PATH'];
  if (wished !== undefined && wished !== '') {
    if (!isExecutable(wished)) throw new Error(`CHROMIUM_PATH=${wished} cannot be run.`);
    return { executablePath: wished };
  }
  const shell = onPath(headlessShells);
  if (shell !== undefined) return { executablePath: shell };
  if (await hasDownload()) return {};
  const browser = onPath(browsers) ?? applications.find(isExecutable);
  if (browser !== undefined) return { executablePath: browser };
  return fromNpm();
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} names */
function onPath(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => isExecutable(file));
}

/**
 * Whether Playwright has downloaded the headless shell of the very revision it wants. It names only
 * the whole browser's path: `<cache>/chromium-<revision>/<system>/chrome`.
 */
async function hasDownload() {
  const { chromium } = await import('playwright');
  const folder = dirname(dirname(chromium.executablePath()));
  const revision = /chromium-(\d+)$/.exec(folder)?.[1];
  const cache = dirname(folder);
  if (revision === undefined || !existsSync(cache)) return false;
  const wanted = `chromium_headless_shell-${revision}`;
  return (
    readdirSync(cache).includes(wanted) && existsSync(join(cache, wanted, 'INSTALLATION_COMPLETE'))
  );
}

/** @returns {Promise<Browser | undefined>} the binary that an npm package carries, if it is there */
async function fromNpm() {
  // Not one of our packages, so its name must not be resolved by the type checker.
  const name = '@sparticuz/chromium';
  try {
    const { default: chromium } = await import(name);
    // Plain arguments only: the package's own ones are for cloud functions and break traces.
    return { executablePath: await chromium.executablePath(), args: ['--no-sandbox'] };
  } catch {
    // Not installed, which is the usual case.
    return undefined;
  }
}
