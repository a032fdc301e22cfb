/** `npm run build`: the static app in `dist`, with its sizes. */
import { ensureInstalled } from './ensure-installed.js';
import { build, size } from './stages.js';

await ensureInstalled();
for (const stage of [build, size]) {
  const { failed } = await stage.run();
  if (failed === 0) continue;
  process.exitCode = 1;
  break;
}
