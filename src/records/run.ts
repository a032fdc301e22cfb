/**
 * Key `run`. One writer: the conductor. What has been done.
 *
 * Fields that this version does not know are kept when it writes.
 */
import * as v from 'valibot';
import type { Beat } from '../breakout/beat';
import { outranks } from '../breakout/election';
import { openedEpoch, type Run } from '../breakout/run';
import { defineOwned } from './definition';
import { keys } from './keys';
import {
  counter,
  digest,
  duration,
  finite,
  length,
  list,
  map,
  orNone,
  problem,
  room,
  session,
  tab,
  text,
  user,
} from './schemas';
import { MAX_NAME } from './text';

const MAX_ROOMS = 200;
const MAX_GUESTS = 2_000;
const MAX_FAILURES = 500;
/** Of a journal, in one breakout: 1,000 people who come, move twice and go are ten of them. */
export const MAX_CHUNKS = 40;

const runRoom = v.object({
  session: orNone(session),
  problem: orNone(problem),
  closesAt: v.optional(orNone(finite)),
});

const guest = v.object({
  room,
  ask: counter,
  state: v.picklist(['invited', 'in', 'declined', 'no-answer', 'left', 'shown']),
  at: v.optional(orNone(room)),
  came: v.optional(orNone(v.literal(true))),
  stayed: v.optional(orNone(v.literal(true))),
});

const attendance = v.object({
  tookPart: counter,
  neverJoined: counter,
  shown: counter,
  stayed: counter,
});

const failure = v.object({
  step: v.picklist(['timer', 'invite', 'bring', 'seats', 'end', 'journal', 'sessions']),
  room: orNone(room),
  problem,
});

const journal = v.object({
  keeps: v.picklist(['names', 'counts']),
  chunks: list(v.object({ term: counter, n: counter }), MAX_CHUNKS),
});

export const runRecord = defineOwned<Run>({
  key: keys.run,
  version: 1,
  schema: v.object({
    epoch: counter,
    term: counter,
    seq: counter,
    clock: v.object({ user, tab }),
    phase: v.picklist(['opening', 'open', 'closing', 'ending', 'closed']),
    by: v.object({ user, name: text(MAX_NAME) }),
    seatsDigest: digest,
    opensAt: finite,
    openedAt: finite,
    openedUnseen: v.optional(orNone(v.boolean())),
    length,
    deadlineAt: orNone(finite),
    remainingMs: orNone(duration),
    paused: v.boolean(),
    closesAt: orNone(finite),
    closedAt: orNone(finite),
    rooms: map(room, runRoom, MAX_ROOMS),
    guests: map(user, guest, MAX_GUESTS),
    timerEndsAt: orNone(finite),
    failures: list(failure, MAX_FAILURES),
    notes: v.optional(map(room, counter, MAX_ROOMS), []),
    journal: v.optional(journal, { keeps: 'names', chunks: [] }),
    attended: v.optional(orNone(attendance)),
  }),
  supersedes(known, read) {
    const openedMore = openedEpoch(read) - openedEpoch(known);
    if (openedMore !== 0) return openedMore > 0;
    const [before, now] = [conductorOf(known), conductorOf(read)];
    if (outranks(now, before)) return true;
    return !outranks(before, now) && read.seq >= known.seq;
  },
});

/** Times are always in the clock of the conductor who wrote. */
function conductorOf({ term, clock }: Run): Pick<Beat, 'term' | 'user' | 'tab'> {
  return { term, ...clock };
}
