import { fork } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { buildSimulation } from './build-simulation.js';
import { inRoot } from './paths.js';

/** @typedef {import('./sim-options.js').SimOptions} SimOptions */
/** @typedef {import('../simulation/worker').Order} Order */
/** @typedef {import('../simulation/worker').Reply} Reply */
/** @typedef {import('../simulation/play').Outcome} Outcome */

/**
 * Plays random boards in several processes, and reports what they came to. Stops after the first
 * few that fail.
 *
 * @param {SimOptions} options
 * @returns {Promise<{ readonly passed: number, readonly failed: number }>}
 */
export async function simulate(options) {
  const { runs, seed: first } = options;
  const program = await buildSimulation();
  const report = new Report();
  const started = performance.now();
  let next = first;
  const more = () => next < first + runs && report.failed.length < MOST_FAILURES;

  const workers = Array.from({ length: options.workers }, () => new Worker(program));
  try {
    await Promise.all(
      workers.map(async (worker) => {
        while (more()) {
          const seed = next++;
          const reply = await worker.ask({ type: 'play', seed, people: options.people });
          if (reply.type === 'played') report.take(reply.seed, reply.outcome);
          if (report.played % PROGRESS_EVERY === 0) report.printProgress(runs);
        }
      }),
    );
    const seconds = (performance.now() - started) / 1_000;
    report.print(seconds);
    const [worker] = workers;
    const [failure] = report.failed;
    if (worker !== undefined && failure !== undefined && options.shrink) {
      const reply = await worker.ask({ type: 'shrink', script: failure.outcome.script });
      if (reply.type === 'shrunk') printFailure(failure.seed, reply.outcome, 'shortened');
    }
    const missing = worker === undefined ? [] : await situationsMissing(worker, report.coverage);
    if (options.thorough && missing.length > 0)
      console.error(`Never occurred:\n  ${missing.join('\n  ')}`);
    const failed = report.failed.length + (options.thorough ? missing.length : 0);
    return { passed: report.played - report.failed.length, failed };
  } finally {
    for (const worker of workers) worker.stop();
  }
}

const MOST_FAILURES = 8;
/** Of a long run one wants to know how far it is. */
const PROGRESS_EVERY = 1_000;
const REPORTS = '.cache/reports';

/**
 * A play makes much that does not outlive a second of it. With more room for that, less of it is taken
 * for something that lasts.
 */
const MIB_FOR_THE_SHORT_LIVED = 64;

/** One process that plays. */
export class Worker {
  #child;

  /** @param {string} program */
  constructor(program) {
    this.#child = fork(program, {
      execArgv: [
        '--enable-source-maps',
        `--max-semi-space-size=${String(MIB_FOR_THE_SHORT_LIVED)}`,
        // There is a process for each core already.
        '--single-threaded-gc',
        // Throwing away what is not run for a while costs more than it frees.
        '--no-flush-bytecode',
      ],
    });
  }

  /**
   * @param {Order} order
   * @returns {Promise<Reply>}
   */
  ask(order) {
    return new Promise((resolve, reject) => {
      /** @param {number | null} code */
      const died = (code) => reject(new Error(`The simulation died (${String(code)}).`));
      this.#child.once('exit', died);
      this.#child.once('message', (reply) => {
        this.#child.off('exit', died);
        resolve(/** @type {Reply} */ (reply));
      });
      this.#child.send(order);
    });
  }

  stop() {
    this.#child.disconnect();
  }
}

/** What all runs together came to. */
class Report {
  played = 0;
  /** @type {{ readonly seed: number, readonly outcome: Outcome }[]} */
  failed = [];
  /** @type {Record<string, number>} */
  coverage = {};
  #spending = { facilitator: 0, participant: 0 };
  #slowest = { seed: 0, settledMs: 0 };
  #acts = 0;

  /**
   * @param {number} seed
   * @param {Outcome} outcome
   */
  take(seed, outcome) {
    this.played += 1;
    this.#acts += outcome.story.length;
    for (const [situation, times] of Object.entries(outcome.coverage)) {
      this.coverage[situation] = (this.coverage[situation] ?? 0) + times;
    }
    const { facilitator, participant } = outcome.spending;
    this.#spending.facilitator = Math.max(this.#spending.facilitator, facilitator);
    this.#spending.participant = Math.max(this.#spending.participant, participant);
    if (outcome.settledMs > this.#slowest.settledMs)
      this.#slowest = { seed, settledMs: outcome.settledMs };
    if (outcome.broken.length === 0) return;
    this.failed.push({ seed, outcome });
    printFailure(seed, outcome, 'failed');
    const play = JSON.stringify({ cause: '', script: outcome.script });
    mkdirSync(inRoot(REPORTS), { recursive: true });
    writeFileSync(inRoot(`${REPORTS}/failed-${String(seed)}.json`), play);
  }

  /** @param {number} runs of which the last played is one */
  printProgress(runs) {
    console.log(`${String(this.played)} of ${String(runs)}, ${String(this.failed.length)} failed`);
  }

  /** @param {number} seconds */
  print(seconds) {
    const folder = inRoot(REPORTS);
    mkdirSync(folder, { recursive: true });
    const sorted = Object.entries(this.coverage).sort(([, a], [, b]) => a - b);
    writeFileSync(
      `${folder}/situations.txt`,
      sorted.map(([situation, times]) => `${String(times).padStart(8)} ${situation}\n`).join(''),
    );
    console.log(
      [
        `${String(this.played)} runs, ${(this.played / seconds).toFixed(1)} per second; ` +
          `${String(this.#acts)} acts in ${String(sorted.length)} situations ` +
          `(.cache/reports/situations.txt)`,
        `most credits in a minute: facilitator ${String(this.#spending.facilitator)}, ` +
          `participant ${String(this.#spending.participant)} of 100000`,
        `slowest to settle: seed ${String(this.#slowest.seed)}, ` +
          `${String(this.#slowest.settledMs / 1_000)} s after the last fault`,
      ].join('\n'),
    );
  }
}

/**
 * @param {number} seed
 * @param {Outcome} outcome
 * @param {string} what
 */
function printFailure(seed, { broken, script, story, beliefs }, what) {
  const { people, rooms, ending, dialect } = script;
  console.error(
    [
      `\nseed ${String(seed)} ${what}: ${String(people)} people, ${String(rooms)} rooms, ${ending}`,
      JSON.stringify(dialect),
      ...broken.map((sentence) => `  ✗ ${sentence}`),
      'what was done:',
      ...story.map((line) => `  ${line}`),
      'what each believed:',
      ...beliefs.map((line) => `  ${line}`),
    ].join('\n'),
  );
}

/**
 * @param {Worker} worker
 * @param {Record<string, number>} coverage
 * @returns {Promise<readonly string[]>}
 */
async function situationsMissing(worker, coverage) {
  const reply = await worker.ask({ type: 'missing', coverage });
  return reply.type === 'missing' ? reply.situations : [];
}
