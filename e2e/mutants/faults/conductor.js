/** @type {readonly import('../mutants.js').Mutant[]} */
export const conductor = [
  {
    breaks: 'R1: sessions are started before it is known which there are',
    file: 'src/breakout/session-steps.ts',
    find: 'if (sessions === undefined) return [];',
    replace: 'if (sessions === undefined) sessions = [];',
  },
  {
    breaks: 'R2: a stranger’s session is adopted',
    file: 'src/breakout/session-steps.ts',
    find: 'tag.room === room && ours;',
    replace: 'tag.room === room;',
  },
  {
    breaks: 'R2: a session of an old epoch is adopted',
    file: 'src/breakout/session-steps.ts',
    find: 'return tag?.epoch === run.epoch && tag.room === room',
    replace: 'return tag?.room === room',
  },
  {
    breaks: 'R3: doubles are left',
    file: 'src/breakout/session-steps.ts',
    find: 'if (starter !== me || listed.has(id)) return false;',
    replace: 'return false;',
  },
  {
    breaks: 'R3: who is a facilitator no more leaves their sessions to others',
    file: 'src/records/was-facilitator.ts',
    find: 'registerAt(plan, `facilitator/${user}`) !== undefined',
    replace: 'registerAt(plan, `facilitator/${user}`)?.[0] != null',
    tests: ['src/records', 'e2e/simulation/regressions.test.ts'],
  },
  {
    breaks: 'G1: who has been asked by the app is asked by Miro, too',
    file: 'src/breakout/guest-steps.ts',
    find: 'if (seat === undefined || person?.asked?.epoch === run.epoch) continue;',
    replace: 'if (seat === undefined) continue;',
  },
  {
    breaks: 'S3: late arrivals all go to the first room',
    file: 'src/breakout/seating.ts',
    find: 'if (count < least) {',
    replace: 'if (best === undefined) {',
  },
  {
    breaks: 'R5: the conductor moves people out of a closing room while that can be undone',
    file: 'src/breakout/closing-rooms.ts',
    find: 'return now >= closesAt - ROOM_CLOSING_MS + ROOM_LEFT_MS;',
    replace: 'return true;',
  },
  {
    breaks: 'R3: sessions that only their starter may end stay when another window leads',
    file: 'src/background/own-sessions.ts',
    find: 'if (over && (lead.leading || this.#isLeftToUs(run))) this.#cleanUp(run);',
    replace: 'if (over && lead.leading) this.#cleanUp(run);',
    tests: ['src/background/own-sessions.test.ts'],
  },
  {
    breaks: 'M11: a version conducts over what a newer one has written',
    file: 'src/background/conducting.ts',
    find: 'if (records.some(({ unreadable }) => unreadable?.newer === true)) conductor.resign();',
    replace: 'if (records.length === 0) conductor.resign();',
    tests: ['e2e/simulation/next-version.test.ts'],
  },
];
