/** `npm test`: everything there is to check, as continuous integration runs it. */
import { ensureBrowser } from './ensure-browser.js';
import { ensureInstalled } from './ensure-installed.js';
import { runStages } from './run-stages.js';
import * as stages from './stages.js';

await runStages(async () => {
  await ensureInstalled();
  await ensureBrowser();
}, [stages.sources, stages.units, stages.simulation, stages.endToEnd]);
