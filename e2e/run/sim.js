/**
 * `npm run sim [-- <vitest arguments>]`: many people on the mocked board in virtual time. The
 * environment variables it understands stand in CONTRIBUTING.md.
 */
import { ensureInstalled } from './ensure-installed.js';
import { runTool } from './run-tool.js';

await ensureInstalled();
process.exitCode = await runTool('vitest', ['run', 'e2e/simulation/', ...process.argv.slice(2)]);
