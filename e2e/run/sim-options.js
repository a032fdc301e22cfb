/**
 * `--runs 10000 --seed 1 --users 3-40 --workers 2 --shrink`, or `--calls`; whatever is left out has a default.
 *
 * @typedef {object} SimOptions
 * @property {number} runs how many seeds are played
 * @property {number} seed the first of them
 * @property {readonly [number, number]} people on each board, from and to
 * @property {number} workers processes
 * @property {boolean} shrink shorten the first play that fails
 * @property {boolean} calls instead: the everyday story with each call of it rejected
 * @property {boolean} thorough every situation must have occurred
 */

/** Fewer runs than this cannot be expected to come to every situation. */
const LONG_RUN = 1_000;
/** Without a value. */
const FLAGS = ['--shrink', '--calls'];

/**
 * @param {readonly string[]} args
 * @returns {SimOptions}
 * @throws {Error} naming what it does not understand
 */
export function simOptions(args) {
  const given = new Map();
  for (let index = 0; index < args.length; index++) {
    const name = args[index] ?? '';
    if (FLAGS.includes(name)) given.set(name, 'yes');
    else given.set(name, args[++index] ?? '');
  }
  const seed = number(given, '--seed', 1);
  const runs = number(given, '--runs', given.has('--seed') ? 1 : 200);
  const people = /^(\d+)-(\d+)$/.exec(given.get('--users') ?? '3-40');
  if (people === null) throw new Error('--users is two numbers: 3-40');
  const known = ['--seed', '--runs', '--users', '--workers', ...FLAGS];
  const strange = [...given.keys()].filter((name) => !known.includes(name));
  if (strange.length > 0)
    throw new Error(`Unknown: ${strange.join(', ')}. Known: ${known.join(', ')}`);
  return {
    runs,
    seed,
    people: [Number(people[1]), Number(people[2])],
    workers: Math.min(runs, number(given, '--workers', 2)),
    shrink: given.has('--shrink'),
    calls: given.has('--calls'),
    thorough: runs >= LONG_RUN,
  };
}

/**
 * @param {ReadonlyMap<string, string>} given
 * @param {string} name
 * @param {number} otherwise
 */
function number(given, name, otherwise) {
  const text = given.get(name);
  if (text === undefined) return otherwise;
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name} is a whole number`);
  return Number(text);
}
