/**
 * Deliberate faults, each one line of the product made wrong. The tests must notice every one of them:
 * `npm run mutants`.
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
  // Merging
  {
    breaks: 'M1: the smaller clock wins',
    file: 'src/records/merge.ts',
    find: 'return compare(a[1], b[1]) || compare(a[2], b[2])',
    replace: 'return compare(b[1], a[1]) || compare(a[2], b[2])',
  },
  {
    breaks: 'M1: of two edits with one stamp neither wins',
    file: 'src/records/merge.ts',
    find: 'compare(a[2], b[2]) || compareValues(a[0], b[0])',
    replace: 'compare(a[2], b[2])',
  },
  {
    breaks: 'M1: a smaller generation replaces a greater one',
    file: 'src/records/merge.ts',
    find: 'return a.generation > b.generation ? a : b;',
    replace: 'return a.generation > b.generation ? b : a;',
  },
  {
    breaks: 'M2: an edit does not outrank what it has seen',
    file: 'src/records/merge.ts',
    find: '[value, clock + 1, writer]',
    replace: '[value, clock, writer]',
  },
  {
    breaks: 'M2: setting what is there already is an edit',
    file: 'src/records/merge.ts',
    find: 'return canonical(before) === canonical(value) ? [] :',
    replace: 'return canonical(before) === canonical([value]) ? [] :',
  },
  {
    breaks: 'M3: what storage holds already counts as lacking',
    file: 'src/records/merge.ts',
    find: 'return theirs === undefined || compareRegisters(ours, theirs) > 0;\n    })\n    .map',
    replace:
      'return theirs === undefined || compareRegisters(ours, theirs) >= 0;\n    })\n    .map',
  },
  {
    breaks: 'M1: two copies that differ in a stamp have one digest',
    file: 'src/records/merge.ts',
    find: '`${path} ${canonical(register)}`',
    replace: '`${path} ${canonical(register[0])}`',
  },
  {
    breaks: 'M1: a path that every object inherits is found',
    file: 'src/records/merge.ts',
    find: 'return Object.hasOwn(registers, path) ? registers[path] : undefined;',
    replace: 'return registers[path];',
  },

  // Records
  {
    breaks: 'M10: whatever differs from the beat, nothing is read again',
    file: 'src/records/lost-pushes.ts',
    find: 'beat.planDigest !== plan.digest && plan,',
    replace: '',
  },
  {
    breaks: 'M10: a copy is read again without any patience',
    file: 'src/records/lost-pushes.ts',
    find: 'const LATE_MS: Millis = 5_000;',
    replace: 'const LATE_MS: Millis = 500;',
  },
  {
    breaks: 'M10: the readings of two beats add up',
    file: 'src/records/lost-pushes.ts',
    find: '    this.#stop();\n    this.#stop = this',
    replace: '    this.#stop = this',
  },
  {
    breaks: 'M10: whoever is heard of often is read again like everybody else',
    file: 'src/records/people.ts',
    find: '      this.#comesLast(user, follower);\n      this.#unreadable',
    replace: '      this.#unreadable',
  },
  {
    breaks: 'M10: a conductor reads nobody’s record again',
    file: 'src/background/rereading.ts',
    find: '[plan, run, ...seats, people] : []',
    replace: '[plan, run, ...seats] : []',
  },
  {
    breaks: 'M10: without beats nothing is read while a breakout is prepared',
    file: 'src/breakout/phases.ts',
    find: "? 'preparing' : 'nothing'",
    replace: "? 'nothing' : 'nothing'",
    tests: ['src/live/panel-state.test.ts'],
  },
  {
    breaks: 'M10: an order is read again no sooner than anything else',
    file: 'src/records/lost-pushes.ts',
    find: "this.#goingOn === 'ordered' && order !== undefined ? ORDERED_MS : SILENT_MS",
    replace: 'SILENT_MS',
  },
  {
    breaks: 'R8: an order is stored over what could not be read',
    file: 'src/records/lost-pushes.ts',
    find: '      this.failure = error;',
    replace: '      this.failure = error;\n      order?.();',
  },
  {
    breaks: 'M14: what nobody answers is stored again at one pace for ever',
    file: 'src/background/waiting-record.ts',
    find: 'this.#waitMs = Math.min(LONGEST_MS, this.#waitMs * 2);',
    replace: '',
  },
  {
    breaks: 'M14: what is stored again writes over what a closed panel has written',
    file: 'src/background/waiting-record.ts',
    find: 'await person.reread();',
    replace: '',
  },
  {
    breaks: 'M14: an answered call for help is stored again for ever',
    file: 'src/breakout/awaited.ts',
    find: 'if (verdict === undefined) return `help',
    replace: 'if (verdict !== null) return `help',
  },
  {
    breaks: 'M11: something malformed cannot be gone on without',
    file: 'src/records/merged-record.ts',
    find: 'return this.writable || (this.#answered && this.known);',
    replace: 'return this.writable;',
  },
  {
    breaks: 'M11: what a newer version has written can be written over',
    file: 'src/records/mend.ts',
    find: 'if (unreadable.newer) return undefined;',
    replace: '',
  },
  {
    breaks: 'M12: what nobody can read again is written',
    file: 'src/records/merged-record.ts',
    find: "if (!changed.every(isReadable)) return 'out-of-bounds';",
    replace: '',
  },
  {
    breaks: 'M12: a copy grows with everything that is pushed',
    file: 'src/records/bounds.ts',
    find: 'return count <= MAX_REGISTERS && fits(write(merged));',
    replace: 'return true;',
  },
  {
    breaks: 'M13: a new generation keeps what was removed',
    file: 'src/records/compact.ts',
    find: 'value !== null && keep(path)',
    replace: 'keep(path)',
  },
  {
    breaks: 'M7: a new generation gets back what somebody has undone since',
    file: 'src/records/own-edits.ts',
    find: 'if (stood === undefined || compareRegisters(register, stood) < 0) continue;',
    replace: '',
  },
  {
    breaks: 'I10: a name may turn round the sentence that it stands in',
    file: 'src/records/text.ts',
    find: "return text.replace(UNSEEN, '');",
    replace: 'return text;',
  },
  {
    breaks: 'M4: a path may occur twice',
    file: 'src/records/doc-codec.ts',
    find: 'if (registers.has(path)) return `the path ${path} occurs twice`;',
    replace: '',
  },
  {
    breaks: 'I10: a counter may be forged',
    file: 'src/records/is-json.ts',
    find: 'raw >= 0 && raw <= MAX_COUNTER',
    replace: 'raw >= 0',
  },
  {
    breaks: 'I10: a value may be nested without end',
    file: 'src/records/is-json.ts',
    find: 'if (depth === 0) return false;',
    replace: '',
  },
  {
    breaks: 'M8: what a newer version wrote is read as ours',
    file: 'src/records/reading.ts',
    find: "if (found > version) return { type: 'newer' };",
    replace: '',
  },
  {
    breaks: 'M8: an edit is taken before storage has answered',
    file: 'src/records/merged-record.ts',
    find: "EditRefusal | undefined {\n    if (!this.#answered) return 'loading';",
    replace: 'EditRefusal | undefined {',
  },
  {
    breaks: 'M7: a record that was wiped is written back',
    file: 'src/records/merged-record.ts',
    find: 'this.#doc = emptyDoc;\n    this.#echo.forget();\n    this.#unwritten = false;',
    replace: 'this.#echo.forget();\n    this.#unwritten = true;\n    this.#lane.request();',
  },
  {
    breaks: 'M7: what is begun after a wipe does not outrank old copies',
    file: 'src/records/merged-record.ts',
    find: 'generation: generationAfter(wiped)',
    replace: 'generation: wiped',
  },
  {
    breaks: 'M6: saved is said at once',
    file: 'src/records/saving.ts',
    find: 'const HELD_MS: Millis = 1_000;',
    replace: 'const HELD_MS: Millis = 0;',
  },
  {
    breaks: 'M5: everybody repairs as soon as the conductor',
    file: 'src/records/repairing.ts',
    find: "(as === 'conductor' ? CONDUCTOR_MS : spread)",
    replace: 'CONDUCTOR_MS',
  },
  {
    breaks: 'M5: several writes are under way at a time',
    file: 'src/records/write-lane.ts',
    find: "if (this.#state === 'writing') this.#follow();",
    replace: "if (this.#state === 'writing') this.#begin();",
  },
  {
    breaks: 'M9: a reader goes back to an older value',
    file: 'src/records/owned-copy.ts',
    find: 'if (older && !this.#hasWaited()) {',
    replace: 'if (older && this.newest === value) {',
  },
  {
    breaks: 'M9: whoever alone knows something newer never gives it up',
    file: 'src/records/owned-copy.ts',
    find: 'return this.givesIn && now - this.#behindSinceAt >= GIVE_IN_MS;',
    replace: 'return false;',
  },
  {
    breaks: 'M9: whoever wrote it, or brings it back, gives it up',
    file: 'src/records/owned-record.ts',
    find: 'return !this.#isOurs() && !heir();',
    replace: 'return true;',
  },
  {
    breaks: 'M9: the first value of a subscription counts as a change',
    file: 'src/records/owned-copy.ts',
    find: "return arrival === 'change' && !isSame(value, before);",
    replace: 'return !isSame(value, before);',
  },
  {
    breaks: 'M8: fields of a newer version are lost when this one writes',
    file: 'src/records/definition.ts',
    find: '{ ...unknownFields(opened, schema.entries), ...fieldsOf(toJson(value)) }',
    replace: 'fieldsOf(toJson(value))',
    tests: ['src/records', 'e2e/simulation/next-version.test.ts'],
  },
  {
    breaks: 'M8: a newer version’s record is read as if it were this one’s',
    file: 'src/records/reading.ts',
    find: 'if (found > version)',
    replace: 'if (found > version + 99)',
  },
  {
    breaks: 'R9: after a refusal for the hour nothing is stored again',
    file: 'src/records/write-lane.ts',
    find: 'if (hour && !this.#closed) this.#wait(HOUR_RETRY_MS);',
    replace: '',
    tests: ['src/records', 'e2e/simulation/rate-limits.test.ts'],
  },
  {
    breaks: 'R9: the hour’s limit is asked for as often as any other',
    file: 'src/records/write-lane.ts',
    find: "const hour = fault === 'rate-limited-hour';",
    replace: 'const hour = false as boolean;',
    tests: ['src/records', 'e2e/simulation/rate-limits.test.ts'],
  },

  // Election
  {
    breaks: 'C9: nobody takes the place of a facilitator’s tab that was closed',
    file: 'src/breakout/election.ts',
    find: "return verdict === 'claim' ? 'lead' : 'follow';",
    replace: "return 'follow';",
  },
  {
    breaks: 'C9: a facilitator’s second tab is as quick as the one that acts',
    file: 'src/breakout/election.ts',
    find: 'const laterMs = seen.visible ? LEAD_VISIBLE_MS : LEAD_HIDDEN_MS;',
    replace: 'const laterMs = 0;',
  },
  {
    breaks: 'C1: the smaller term wins',
    file: 'src/breakout/election.ts',
    find: 'if (a.term !== b.term) return a.term > b.term;',
    replace: 'if (a.term !== b.term) return a.term < b.term;',
  },
  {
    breaks: 'C1: an older beat of the same conductor replaces a newer one',
    file: 'src/breakout/election.ts',
    find: 'return read.seq >= known.seq ? read : known;',
    replace: 'return read;',
  },
  {
    breaks: 'C2: the starter waits like everybody else',
    file: 'src/breakout/election.ts',
    find: "if (seen.starter === me.user) return 'claim';",
    replace: '',
  },
  {
    breaks: 'C3: a hidden conductor is given up as soon as a visible one',
    file: 'src/breakout/election.ts',
    find: 'beat.visible ? SILENCE_VISIBLE_MS : SILENCE_HIDDEN_MS',
    replace: 'SILENCE_VISIBLE_MS',
  },
  {
    breaks: 'C3: heirs claim all at once',
    file: 'src/breakout/election.ts',
    find: 'return Math.max(0, candidates.indexOf(me.user));',
    replace: 'return Math.min(0, candidates.indexOf(me.user));',
  },
  {
    breaks: 'C3: who is heard counts as gone as long as Miro’s list says so',
    file: 'src/background/held.ts',
    find: 'if (this.offlineMs(user) >= OFFLINE_MS) this.#offline.delete(user);',
    replace: '',
  },
  {
    breaks: 'C3: no beat says that somebody is there',
    file: 'src/background/conducting.ts',
    find: 'held.heard(read.user);',
    replace: '',
    tests: ['e2e/simulation/taking-over.test.ts'],
  },
  {
    breaks: 'M10: who is on the board is never read again',
    file: 'src/background/rereading.ts',
    find: 'if (facilitates) this.#held.rereadOnline().catch(() => undefined);',
    replace: '',
  },
  {
    breaks: 'J4: one chunk more than the run may list',
    file: 'src/background/journal-keeper.ts',
    find: 'if (most < 1) return undefined;',
    replace: '',
  },
  {
    breaks: 'C3: silence counts while the observer slept',
    file: 'src/breakout/silence.ts',
    find: 'if (!slept || this.#forgiven) return false;',
    replace: 'return false;',
  },
  {
    breaks: 'C5: a conductor that is no facilitator any more is kept',
    file: 'src/breakout/election.ts',
    find: "if (!seen.facilitators.includes(beat.user)) return seen.workMs >= waitMs ? 'claim' : 'follow';",
    replace: '',
  },
  {
    breaks: 'C6: a participant conducts',
    file: 'src/breakout/election.ts',
    find: "if (seen.work === 'none' || !seen.facilitators.includes(me.user)) return 'idle';",
    replace: "if (seen.work === 'none') return 'idle';",
  },
  {
    breaks: 'M9: whoever took opened rooms for cancelled does not believe it',
    file: 'src/records/run.ts',
    find: 'if (openedMore !== 0) return openedMore > 0;',
    replace: '',
    tests: ['src/records/definitions.test.ts'],
  },
  {
    breaks: 'H2: a conductor does not go on with rooms that another has opened',
    file: 'src/background/conducting.ts',
    find: 'if (conductor.overtaken) conductor.resign();',
    replace: '',
    tests: ['e2e/simulation/taking-over.test.ts'],
  },
  {
    breaks: 'C7: the run of a greater term is not heeded',
    file: 'src/background/conducting.ts',
    find: 'if (run === undefined || run.term <= (this.#beat?.term ?? 0)) return;',
    replace: 'if (run !== undefined) return;',
    tests: ['src/background', 'e2e/simulation'],
  },

  // Time
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
    file: 'src/breakout/countdown.ts',
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

  // Phases
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

  // Conductor
  {
    breaks: 'R1: sessions are started before it is known which there are',
    file: 'src/breakout/conductor-steps.ts',
    find: 'if (sessions === undefined) return [];',
    replace: 'if (sessions === undefined) sessions = [];',
  },
  {
    breaks: 'R2: a stranger’s session is adopted',
    file: 'src/breakout/conductor-steps.ts',
    find: 'tag.room === room && ours;',
    replace: 'tag.room === room;',
  },
  {
    breaks: 'R2: a session of an old epoch is adopted',
    file: 'src/breakout/conductor-steps.ts',
    find: 'return tag?.epoch === run.epoch && tag.room === room',
    replace: 'return tag?.room === room',
  },
  {
    breaks: 'R3: doubles are left',
    file: 'src/breakout/conductor-steps.ts',
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
    file: 'src/breakout/conductor-steps.ts',
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

  // Attendant
  {
    breaks: 'A2: a window that stands yet is in the way of its own question',
    file: 'src/background/modal-slot.ts',
    find: 'if (isSame(this.#standing, showing)) {',
    replace: 'if (false) {',
  },
  {
    breaks: 'M10: facilitators’ screens never read again who is there',
    file: 'src/live/screen/missed-pushes.ts',
    find: 'this.#users.reread().catch(() => undefined);',
    replace: '',
    tests: ['src/live/panel-state.test.ts'],
  },
  {
    breaks: 'A3: somebody is asked though nobody conducts any more',
    file: 'src/breakout/attendant-step.ts',
    find: 'beatAgeMs !== undefined && beatAgeMs < STALE_BEAT_MS',
    replace: 'true',
  },
  {
    breaks: 'A4: the session is joined before home is noted',
    file: 'src/breakout/attendant-step.ts',
    find: "if (!isHomeNoted(view, run)) return { do: 'note-home', epoch: run.epoch };",
    replace: '',
  },
  {
    breaks: 'A5: who has left stays in the session',
    file: 'src/breakout/attendant-step.ts',
    find: "if (inside !== 'nowhere') return { do: 'leave', session: inside };",
    replace: '',
  },
  {
    breaks: 'A6: views are restored on the next day',
    file: 'src/breakout/afterwards.ts',
    find: 'const fresh = overMs === undefined ? isNewlyHome(view, run) : overMs < RESTORE_WITHIN_MS;',
    replace: 'const fresh = true;',
  },
  {
    breaks: 'A6: a tab that was moved and is reloaded at the end stays where it is',
    file: 'src/breakout/afterwards.ts',
    find: 'return endIsNear && home?.tab === me.tab && home.epoch === run.epoch;',
    replace: 'return false;',
  },
  {
    breaks: 'A6: what a tab has taken over is restored on the next day',
    file: 'src/breakout/countdown.ts',
    find: 'return endAt !== undefined && Math.abs(now - endAt) < NEAR_MS;',
    replace: 'return endAt !== undefined;',
  },
  {
    breaks: 'A7: a page that begins after the end forgets what another tab has to restore',
    file: 'src/breakout/afterwards.ts',
    find: 'return overMs === undefined ? endIsNear && quietMs < HOME_TAB_MS : overMs < HOME_TAB_MS;',
    replace: 'return overMs !== undefined && overMs < HOME_TAB_MS;',
  },
  {
    breaks: 'A7: a tab that was moved and is reloaded is not recognised',
    file: 'src/breakout/attendant-step.ts',
    find: "return frames.length === 0 ? undefined : { do: 'recognise', frames };",
    replace: 'return undefined;',
  },
  {
    breaks: 'A7: a tab that sees the room from afar takes over home',
    file: 'src/background/traveller.ts',
    find: 'if (!reloaded || looksIn === false) return;',
    replace: 'if (!reloaded) return;',
  },
  {
    breaks: 'A7: a reloaded page whose frame has been deleted is not recognised',
    file: 'src/background/traveller.ts',
    find: 'return there.length === 0 ? undefined : there.some',
    replace: 'return there.some',
  },
  {
    breaks: 'A7: whose home was taken over by two reloaded tabs does not return itself',
    file: 'src/breakout/way-home.ts',
    find: 'noted: viewport,\n  away: true,',
    replace: 'away: true,',
  },
  {
    breaks: 'A7: whoever has gone to the frame in a second tab is left there',
    file: 'src/background/traveller.ts',
    find: 'if (await this.#looksIntoOneOf(frames, now)) await this.home(beside.to);',
    replace: '',
  },
  {
    breaks: 'A7: who leaves the room in another tab is left at its frame in the one that was moved',
    file: 'src/breakout/attendant-step.ts',
    find: "return out ? { do: 'come-back', to: home.viewport } : undefined;",
    replace: 'return undefined;',
  },
  {
    breaks: 'A7: a second tab that has stayed where it was is moved all the same',
    file: 'src/background/traveller.ts',
    find: 'if (await this.#looksIntoOneOf(frames, now)) await this.home(beside.to);',
    replace: 'await this.home(beside.to);',
  },
  {
    breaks: 'A6: nobody is brought back, though it is said',
    file: 'src/background/attendant.ts',
    find: 'await this.#bringHome(step.to, { home: undefined, help: undefined });\n        notices.back();',
    replace: 'notices.back();',
    tests: ['e2e/simulation/story.test.ts'],
  },
  {
    breaks: 'A6: the end is forgotten instead of bringing people back',
    file: 'src/breakout/afterwards.ts',
    find: "return { do: 'restore', to: home.viewport };",
    replace: "return { do: 'forget' };",
  },
  {
    breaks: 'A6: the view does not move on the way home',
    file: 'src/background/traveller.ts',
    find: 'await this.#glide(area ?? viewport);',
    replace: '',
  },
  {
    breaks: 'A6: home comes before the plenary frame',
    file: 'src/background/traveller.ts',
    find: 'await this.#glide(area ?? viewport);',
    replace: 'await this.#glide(viewport);',
  },
  {
    breaks: 'A4: it is not waited until home is stored',
    file: 'src/background/traveller.ts',
    find: 'await written(held.person);',
    replace: '',
  },
  {
    breaks: 'C10: whoever is asked for a sign of life is replaced whatever they answer',
    file: 'src/background/unheeded.ts',
    find: 'this.#asked.answered ? 0 :',
    replace: '!this.#asked ? 0 :',
  },
  {
    breaks: 'C10: two who hear little of each other take over at each press',
    file: 'src/background/unheeded.ts',
    find: 'monotonic - this.#claimedAt < ONCE_IN_MS',
    replace: 'monotonic - this.#claimedAt < 0',
  },
  {
    breaks: 'C10: a dead conductor is replaced only for its silence',
    file: 'src/breakout/election.ts',
    find: 'if (unheeded !== undefined) return unheeded;',
    replace: '',
  },
  {
    breaks: 'A8: what is pressed in one window is done in another',
    file: 'src/live/actions/pressed-here.ts',
    find: 'desk.apply(claiming(edits), undo)',
    replace: 'desk.apply(edits, undo)',
    tests: ['e2e/simulation/two-windows.test.ts'],
  },
  {
    breaks: 'A7: who leaves a room in a window that was not moved is moved in it',
    file: 'src/breakout/attendant-step.ts',
    find: 'if (beside === undefined || home?.tab === me.tab)',
    replace: 'if (home !== undefined)',
  },
  {
    breaks: 'A8: every tab acts',
    file: 'src/breakout/attendant-step.ts',
    find: 'if (view.leading || OF_EVERY_TAB.has(step.do)) return true;',
    replace: 'return true;',
  },
  {
    breaks: 'A9: a breakout without an end goes on for ever without a beat',
    file: 'src/breakout/attendant-step.ts',
    find: 'return run.deadlineAt === undefined && quietMs >= UNATTENDED_LIMIT_MS;',
    replace: 'return false;',
  },
  {
    breaks: 'I11: that a frame could not be made stands there though somebody else has made it',
    file: 'src/background/keeper.ts',
    find: "problem.settle((step) => step === 'frames');",
    replace: '',
  },
  {
    breaks: 'I11: what a facilitator could not do stands there when they are none any more',
    file: 'src/background/keeper.ts',
    find: 'problem.settle((step) => STEPS.has(step));',
    replace: '',
  },
  {
    breaks: 'I11: what fails again for the same reason is stored again and again',
    file: 'src/background/own-problem.ts',
    find: 'if (known?.step === step && known.problem.reason === problem.reason) return;',
    replace: '',
  },
  {
    breaks: 'I11: a window takes back what another one cannot do',
    file: 'src/background/own-writes.ts',
    find: 'return !lead.leading || held.beat.value?.user === board.me.id;',
    replace: 'return false;',
    tests: ['e2e/simulation/regressions.test.ts'],
  },
  {
    breaks: 'A10: what fails holds up what is to be asked',
    file: 'src/breakout/attendant-step.ts',
    find: 'return due(move, putting(view, question, choice));',
    replace: 'return due(move ?? putting(view, question, choice));',
  },
  {
    breaks: 'A10: who cannot leave is not brought home',
    file: 'src/breakout/afterwards.ts',
    find: 'return waits ? [] : due(out, goHome(view, run));',
    replace: 'return waits ? [] : due(out ?? goHome(view, run));',
  },
  {
    breaks: 'A10: while what has failed waits nothing else gets its turn',
    file: 'src/background/attendant.ts',
    find: 'const step = due.find((each) => this.#backOff.mayTry(stepKey(each), now));',
    replace:
      'const step = due.slice(0, 1).find((each) => this.#backOff.mayTry(stepKey(each), now));',
    tests: ['e2e/simulation/regressions.test.ts'],
  },
  {
    breaks: 'Q2: who is moved before they have come is brought into the first room',
    file: 'src/breakout/attendant-step.ts',
    find: 'if (!isThere && openQuestion(view, run) !== undefined) return undefined;',
    replace: '',
  },
  {
    breaks: 'Q2: a move that was not accepted takes effect',
    file: 'src/breakout/question.ts',
    find: ': placeIn(person, run.epoch);\n  return plan.rooms',
    replace: ': { epoch: answer.epoch, room: answer.room, ask: answer.ask };\n  return plan.rooms',
  },
  {
    breaks: 'I6: an answer of an old epoch counts',
    file: 'src/breakout/question.ts',
    find: 'return person?.answer?.epoch === epoch ? person.answer : undefined;',
    replace: 'return person?.answer;',
  },
  {
    breaks: 'Q3: “not this time” is asked again',
    file: 'src/breakout/question.ts',
    find: "if (answer?.kind === 'never' || sameQuestion(answer, question)) return false;",
    replace: 'if (sameQuestion(answer, question)) return false;',
  },

  // Limits
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

  // Panel and jobs
  {
    breaks: 'O13: a frame that comes late stays on the board',
    file: 'src/live/jobs/make-frames.ts',
    find: 'void frames.remove(id).catch(() => undefined)',
    replace: 'void id',
    tests: ['src/live/jobs', 'e2e/simulation/degraded.test.ts'],
  },
  {
    breaks: 'V8: the way back does not wait for the way there',
    file: 'src/live/actions/facilitator-actions.ts',
    find: "attempt('visit', () => travelling(() => visit(desk, room)))",
    replace: "attempt('visit', () => visit(desk, room))",
    tests: ['src/live', 'e2e/simulation/failed-plays.test.ts'],
  },
];
