import { attendant } from './faults/attendant.js';
import { conductor } from './faults/conductor.js';
import { election } from './faults/election.js';
import { limits } from './faults/limits.js';
import { merging } from './faults/merging.js';
import { panelAndJobs } from './faults/panel-and-jobs.js';
import { phases } from './faults/phases.js';
import { records } from './faults/records.js';
import { time } from './faults/time.js';

/**
 * Deliberate faults, in `faults/` by what they break: each is one line of the product made wrong. The tests
 * must notice every one of them: `npm run mutants`.
 *
 * @typedef {object} Mutant
 * @property {string} breaks the rule that does not hold any more, and how
 * @property {string} file
 * @property {string} find occurs exactly once in the file
 * @property {string} replace
 * @property {readonly string[]} [tests] where it should be noticed; the file's own folder when absent
 * @property {string} [equivalent] why no test can notice it: then it must survive
 */

/** @type {readonly Mutant[]} */
export const mutants = [
  ...merging,
  ...records,
  ...election,
  ...time,
  ...phases,
  ...conductor,
  ...attendant,
  ...limits,
  ...panelAndJobs,
];
