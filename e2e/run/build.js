/** `npm run build`: the static app in `dist`, with its sizes. */
import { ensureInstalled } from './ensure-installed.js';
import { runStages } from './run-stages.js';
import { build, size } from './stages.js';

await runStages(ensureInstalled, [build, size]);
