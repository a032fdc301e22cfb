/** @typedef {import('./stages.js').Stage} Stage */

/**
 * Runs the stages in order and stops after the first that fails. Always ends with one plain line,
 * `N passed, N failed`, and sets the exit code.
 *
 * @param {() => Promise<void>} prepare installs what is missing; counts as failed if it throws
 * @param {readonly Stage[]} stages
 */
export async function runStages(prepare, stages) {
  let passed = 0;
  let failed = 0;
  try {
    await prepare();
    for (const stage of stages) {
      console.log(`\n── ${stage.name}`);
      const started = performance.now();
      const outcome = await stage.run();
      passed += outcome.passed;
      failed += outcome.failed;
      console.log(`── ${stage.name}: ${describe(outcome, performance.now() - started)}`);
      if (outcome.failed > 0) break;
    }
  } catch (error) {
    failed += 1;
    console.error(error);
  }
  console.log(`\n${String(passed)} passed, ${String(failed)} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

/**
 * @param {{ readonly passed: number, readonly failed: number }} outcome
 * @param {number} ms
 */
function describe({ passed, failed }, ms) {
  const seconds = `${(ms / 1000).toFixed(1)} s`;
  if (failed > 0) return `FAILED in ${seconds}`;
  return passed > 0 ? `${String(passed)} passed in ${seconds}` : `ok in ${seconds}`;
}
