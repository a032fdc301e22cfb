/** @type {readonly import('../mutants.js').Mutant[]} */
export const time = [
  {
    breaks: 'T1: the offset is the greatest of the samples',
    file: 'src/breakout/clock.ts',
    find: 'Math.min(...estimate.samples)',
    replace: 'Math.max(...estimate.samples)',
  },
  {
    breaks: 'T1: samples of another clock are kept',
    file: 'src/breakout/clock.ts',
    find: 'const samples = same ? estimate.samples : [];',
    replace: 'const samples = estimate.samples;',
  },
  {
    breaks: 'T3: a breakout is over before its countdown',
    file: 'src/breakout/epoch-over.ts',
    find: 'return run.deadlineAt + closingMs + CLOSING_GRACE_MS;',
    replace: 'return run.deadlineAt;',
  },
  {
    breaks: 'T6: the own clock ends a breakout',
    file: 'src/breakout/clock.ts',
    find: 'return offset === undefined ? undefined : localNow - offset;',
    replace: 'return localNow - (offset ?? 0);',
  },
  {
    breaks: 'T4: of a clock that nobody has heard nothing is known',
    file: 'src/breakout/run-edits.ts',
    find: 'return Math.max(0, openedAt - now, begunAt - now);',
    replace: 'return 0 * (openedAt - now + begunAt);',
    tests: ['src/breakout', 'e2e/simulation/failed-plays.test.ts'],
  },
  {
    breaks: 'T6: until a beat has come the own clock ends something',
    file: 'src/breakout/clock.ts',
    find: 'return offset === undefined ? undefined : localNow - offset;',
    replace: 'return localNow - (offset ?? 0);',
    tests: ['src/breakout', 'src/live', 'e2e/simulation/failed-plays.test.ts'],
  },
];
