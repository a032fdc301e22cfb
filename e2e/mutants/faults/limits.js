/** @type {readonly import('../mutants.js').Mutant[]} */
export const limits = [
  {
    breaks: 'I9: credits are never waited for',
    file: 'src/board/budget.ts',
    find: 'if (oldest === undefined || this.#spent + credits <= this.#credits * share) return 0;',
    replace: 'return 0;',
  },
  {
    breaks: 'I11: what failed is tried again at once, for ever',
    file: 'src/background/back-off.ts',
    find: 'this.#failed.set(key, { againAt: monotonicAt + waitMs, waitMs });',
    replace: '',
    tests: ['src/background', 'e2e/simulation'],
  },
];
