/** `npm run test:e2e [-- <playwright arguments>]`: builds the app and drives it in a browser. */
import { ensureBrowser } from './ensure-browser.js';
import { ensureInstalled } from './ensure-installed.js';
import { runTool } from './run-tool.js';

await ensureInstalled();
await ensureBrowser();
const { buildApp } = await import('./build-app.js');
await buildApp();
process.exitCode = await runTool('playwright', [
  'test',
  '--config=e2e/playwright.config.ts',
  ...process.argv.slice(2),
]);
