/** Key `beat`. One writer: the conductor, every 10 s while open. Under 300 bytes. */
import * as v from 'valibot';
import type { Beat } from '../breakout/beat';
import { newerBeat } from '../breakout/election';
import { defineOwned } from './definition';
import { keys } from './keys';
import { counter, digest, finite, tab, user } from './schemas';

export const beatRecord = defineOwned<Beat>({
  key: keys.beat,
  version: 1,
  schema: v.object({
    term: counter,
    seq: counter,
    user,
    tab,
    visible: v.boolean(),
    at: finite,
    clockSet: v.optional(counter),
    planDigest: digest,
    seatsDigest: digest,
    runDigest: digest,
  }),
  supersedes: (known, read) => newerBeat(known, read) === read,
});
