/** @type {readonly import('../mutants.js').Mutant[]} */
export const phases = [
  {
    breaks: 'H1: an old “open” opens again',
    file: 'src/breakout/phases.ts',
    find: 'function begin(run: Run | undefined, view: PhaseView): Run | undefined {\n  const epoch = (run?.epoch ?? 0) + 1;',
    replace:
      'function begin(run: Run | undefined, view: PhaseView): Run | undefined {\n  const epoch = run?.epoch ?? 1;',
  },
  {
    breaks: 'H2: rooms open before everybody has a seat',
    file: 'src/breakout/phases.ts',
    find: 'if (view.now < run.opensAt || !view.allSeated) return run;',
    replace: 'if (view.now < run.opensAt) return run;',
  },
  {
    breaks: 'H3: the same wish read twice counts twice',
    file: 'src/breakout/phases.ts',
    find: 'const left = Math.max(0, length - elapsedMs(run, now));',
    replace: 'const left = length;',
  },
  {
    breaks: 'H5: a pause forgets what was left',
    file: 'src/breakout/phases.ts',
    find: 'return { ...run, paused: true, remainingMs: left, deadlineAt: undefined };',
    replace: 'return { ...run, paused: true, remainingMs: undefined, deadlineAt: undefined };',
  },
  {
    breaks: 'H6: closed is said while sessions are left',
    file: 'src/breakout/phases.ts',
    find: 'if (!clean && !gaveUp) return run;',
    replace: '',
  },
];
