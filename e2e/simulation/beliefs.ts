/** What storage says, decoded as the app would, for checks. */
import { userId, type UserId } from '../../src/breakout/ids';
import type { Person } from '../../src/breakout/person';
import type { Plan } from '../../src/breakout/plan';
import type { Run } from '../../src/breakout/run';
import type { Seats } from '../../src/breakout/seats';
import type { NamedSetup } from '../../src/breakout/setup';
import { recapOf, type Recap } from '../../src/breakout/recap';
import type { MergedDefinition } from '../../src/records/definition';
import { journalRecord } from '../../src/records/journal';
import { keys } from '../../src/records/keys';
import { emptyDoc } from '../../src/records/merge';
import { personRecord } from '../../src/records/person';
import { planRecord } from '../../src/records/plan';
import { runRecord } from '../../src/records/run';
import { seatsRecord } from '../../src/records/seats';
import { setupsRecord } from '../../src/records/setups';
import { indexRecord, type StoredIndex } from '../../src/records/stored-index';
import type { WorldApi } from '../harness/world/api';

/** Stored value → what it says: checks ask far more often than anything changes. */
const decoded = new WeakMap<object, unknown>();

function once<T>(raw: unknown, decode: (raw: unknown) => T): T {
  if (typeof raw !== 'object' || raw === null) return decode(raw);
  if (!decoded.has(raw)) decoded.set(raw, decode(raw));
  return decoded.get(raw) as T;
}

function merged<T>(world: WorldApi, definition: MergedDefinition<T>): T {
  return once(world.storage().get(definition.key), (raw) => {
    const reading = definition.read(raw);
    if (reading.type === 'malformed') throw new Error(`${definition.key}: ${reading.why}`);
    return definition.decode(reading.type === 'ok' ? reading.value : emptyDoc);
  });
}

export const planOf = (world: WorldApi): Plan => merged(world, planRecord);
export const seatsOf = (world: WorldApi, epoch: number): Seats => merged(world, seatsRecord(epoch));
export const personOf = (world: WorldApi, user: string): Person =>
  merged(world, personRecord(userId(user)));

export const setupsOf = (world: WorldApi): readonly NamedSetup[] => merged(world, setupsRecord);
export const indexOf = (world: WorldApi): StoredIndex => merged(world, indexRecord);

export function runOf(world: WorldApi): Run | undefined {
  return once(world.storage().get(runRecord.key), (raw) => {
    const reading = runRecord.read(raw);
    if (reading.type === 'malformed') throw new Error(`run: ${reading.why}`);
    return reading.type === 'ok' ? reading.value : undefined;
  });
}

export const isFacilitator = (world: WorldApi, user: string): boolean =>
  planOf(world).facilitators.some((one): boolean => one.user === (user as UserId));

/** What the journal of the last breakout says, by the chunks that the run lists. */
export function recapIn(world: WorldApi): Recap | undefined {
  const run = runOf(world);
  const refs = run?.journal.chunks ?? [];
  const chunks = refs.flatMap((ref) => {
    const raw = world.storage().get(keys.journal(run?.epoch ?? 0, ref));
    const reading = journalRecord.read(raw);
    return reading.type === 'ok' ? [{ term: ref.term, chunk: reading.value }] : [];
  });
  return recapOf(chunks, chunks.length < refs.length);
}
