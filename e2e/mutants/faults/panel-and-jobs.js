/** @type {readonly import('../mutants.js').Mutant[]} */
export const panelAndJobs = [
  {
    breaks: 'O13: a frame that comes late stays on the board',
    file: 'src/live/jobs/make-frames.ts',
    find: 'void frames.remove(id).catch(() => undefined)',
    replace: 'void id',
    tests: ['src/live/jobs', 'e2e/simulation/degraded.test.ts'],
  },
  {
    breaks:
      'V9: a window that a visit has moved is left there when the way back is pressed in another one',
    file: 'src/background/visiting.ts',
    find: 'if (!stays && (await this.#isIn(view, moved))) await glide(from);',
    replace: '',
    tests: ['src/background', 'e2e/simulation/two-windows.test.ts'],
  },
  {
    breaks: 'V9: a window that no visit has moved is moved by the way back',
    file: 'src/live/actions/visit.ts',
    find: 'return isThere ? visiting.from : undefined;',
    replace: 'return visiting.from;',
    tests: ['src/live', 'e2e/simulation/two-windows.test.ts'],
  },
  {
    breaks: 'V9: who was in their own room before a visit is left where that brought them',
    file: 'src/background/visiting.ts',
    find: '(this.#own && !moved.own) ||',
    replace: 'this.#own ||',
    tests: ['src/background/visiting.test.ts'],
  },
  {
    breaks: 'V9: a window that is reloaded during a visit does not know that it was moved',
    file: 'src/background/visiting.ts',
    find: 'if (visiting === undefined || !wasMoved) return;',
    replace: 'return;',
    tests: ['src/background', 'e2e/simulation/two-windows.test.ts'],
  },
  {
    breaks: 'V8: the way back does not wait for the way there',
    file: 'src/live/actions/facilitator-actions.ts',
    find: "attempt('visit', () => travelling(() => visit(desk, room)))",
    replace: "attempt('visit', () => visit(desk, room))",
    tests: ['src/live', 'e2e/simulation/failed-plays.test.ts'],
  },
  {
    breaks: 'E7: whoever has read that the rooms close is not told that they stay open',
    file: 'src/background/participant-notices.ts',
    find: "else if (before.phase === 'closing')",
    replace: "else if (before.phase === 'ending')",
    tests: ['src/background/participant-notices.test.ts'],
  },
  {
    breaks: 'E7: more time that cancels the closing is told twice',
    file: 'src/background/participant-notices.ts',
    find: "else if (before.phase === 'closing')",
    replace: "if (before.phase === 'closing')",
    tests: ['src/background/participant-notices.test.ts'],
  },
  {
    breaks: 'E8: a message for a room that has gone can be sent',
    file: 'src/panel/facilitator/messages/Composer.svelte',
    find: 'wide disabled={gone} onclick={send}',
    replace: 'wide onclick={send}',
  },
  {
    breaks: 'E8: what is typed for a room that has gone becomes a message for all',
    file: 'src/panel/facilitator/messages/MessagePage.svelte',
    find: 'actions.keepDraft({ room: to, text })',
    replace: 'actions.keepDraft({ room: gone ? undefined : to, text })',
  },
  {
    breaks: 'L4: a list that names only rooms that do not exist creates none',
    file: 'src/breakout/roster/placement.ts',
    find: 'choices.createRooms ?? !entries.some(',
    replace: 'choices.createRooms ?? entries.some(',
  },
  {
    breaks: 'Q5: a modal asks to be closed before it has sent its answer',
    file: 'src/live/modal-state.svelte.ts',
    find: 'else this.#timers.after(0, close);',
    replace: 'else close();',
  },
];
