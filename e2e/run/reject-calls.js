import { buildSimulation } from './build-simulation.js';
import { Worker } from './simulate.js';

/** @typedef {import('./sim-options.js').SimOptions} SimOptions */

/**
 * [I11] Plays the everyday story once for each SDK call in it, with that call rejected, once and
 * from then on for ever, for the facilitator and for the participant.
 *
 * @param {SimOptions} options
 * @returns {Promise<{ readonly passed: number, readonly failed: number }>}
 */
export async function rejectCalls({ workers: count }) {
  const program = await buildSimulation();
  const workers = Array.from({ length: count }, () => new Worker(program));
  const started = performance.now();
  try {
    const reply = await workers[0]?.ask({ type: 'rejections' });
    const rejections = reply?.type === 'rejections' ? [...reply.rejections] : [];
    const all = rejections.length;
    let failed = 0;
    await Promise.all(
      workers.map(async (worker) => {
        for (let next = rejections.pop(); next !== undefined; next = rejections.pop()) {
          const told = await worker.ask({ type: 'reject', rejection: next });
          if (told.type !== 'rejected' || told.came.broken.length === 0) continue;
          failed += 1;
          const { broken, noticed } = told.came;
          const read = noticed.length === 0 ? 'nothing' : noticed.join(', ');
          console.error([`\n${told.words}`, ...broken, `a facilitator read: ${read}`].join('\n  '));
        }
      }),
    );
    const seconds = (performance.now() - started) / 1_000;
    console.log(`${String(all)} rejections, ${(all / seconds).toFixed(1)} per second`);
    return { passed: all - failed, failed };
  } finally {
    for (const worker of workers) worker.stop();
  }
}
