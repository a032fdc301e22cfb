/** `npm run sim [-- options]`: many people on the mocked board in virtual time; see CONTRIBUTING.md. */
import { ensureInstalled } from './ensure-installed.js';
import { simOptions } from './sim-options.js';

await ensureInstalled();
const options = simOptions(process.argv.slice(2));
const { passed, failed } = options.calls
  ? await (await import('./reject-calls.js')).rejectCalls(options)
  : await (await import('./simulate.js')).simulate(options);
console.log(`${String(passed)} passed, ${String(failed)} failed`);
process.exitCode = failed === 0 ? 0 : 1;
