import type { Scene } from './scene';

const STEP_MS = 5_000;
/** Half a minute is usual; so long if the conductor was in a hidden tab: its silence means little ([C3]). */
const PATIENCE_MS = 120_000;

/**
 * Waits until nothing is broken, and looks once more a little later: what holds must go on holding.
 * What is broken for shorter is nobody's fault as long as it mends itself in time.
 */
export async function settled(
  { pass }: Scene,
  check: () => string[],
): Promise<{ readonly broken: string[]; readonly afterMs: number }> {
  let afterMs = 0;
  let held = false;
  for (;;) {
    const broken = check();
    if (broken.length === 0 && held) return { broken, afterMs };
    held = broken.length === 0;
    if (!held && afterMs >= PATIENCE_MS) return { broken, afterMs };
    await pass(STEP_MS);
    afterMs += STEP_MS;
  }
}
