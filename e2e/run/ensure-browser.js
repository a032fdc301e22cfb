import { existsSync } from 'node:fs';
import { findBrowser, waysToGetABrowser } from './find-browser.js';
import { run, runTool } from './run-tool.js';

/**
 * Makes sure that there is a Chromium for the end-to-end tests, and installs one if that is possible
 * without asking anyone: by apt on Debian as root, else as Playwright's own download.
 *
 * @throws with all the ways to get one
 */
export async function ensureBrowser() {
  if ((await findBrowser()) !== undefined) return;
  console.log('Getting a browser for the end-to-end tests …');
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) await installByApt();
  if ((await findBrowser()) !== undefined) return;
  await runTool('playwright', ['install', '--only-shell', 'chromium']);
  if ((await findBrowser()) === undefined) throw new Error(waysToGetABrowser);
}

async function installByApt() {
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '--quiet'], quiet);
  const install = ['install', '--yes', '--quiet', '--no-install-recommends'];
  await run('apt-get', [...install, 'chromium-headless-shell'], quiet);
}
