/** `npm run fuzz [-- <cases for each record>]`: reads hostile values, and prints how many. */
import { ensureInstalled } from './ensure-installed.js';
import { runTool } from './run-tool.js';

const MANY = '5000';

await ensureInstalled();
const [cases = MANY] = process.argv.slice(2);
const args = ['run', 'e2e/fuzz', '--reporter=dot', '--disable-console-intercept'];
process.exitCode = await runTool('vitest', args, { environment: { FUZZ_CASES: cases } });
