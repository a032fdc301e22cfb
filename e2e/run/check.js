/** `npm run check`: what `npm test` does, without a browser. */
import { ensureInstalled } from './ensure-installed.js';
import { runStages } from './run-stages.js';
import * as stages from './stages.js';

await runStages(ensureInstalled, [stages.sources, stages.units, stages.simulation]);
