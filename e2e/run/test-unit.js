/** `npm run test:unit [-- <vitest arguments>]`: tests beside the code; with a path, only those. */
import { ensureInstalled } from './ensure-installed.js';
import { runTool } from './run-tool.js';

await ensureInstalled();
process.exitCode = await runTool('vitest', [
  'run',
  '--project=!simulation',
  ...process.argv.slice(2),
]);
