/** What storage says, decoded as the app would, for checks. */
import { userId, type UserId } from '../../src/breakout/ids';
import type { Person } from '../../src/breakout/person';
import type { Plan } from '../../src/breakout/plan';
import type { Run } from '../../src/breakout/run';
import type { Seats } from '../../src/breakout/seats';
import type { MergedDefinition } from '../../src/records/definition';
import { emptyDoc } from '../../src/records/merge';
import { personRecord } from '../../src/records/person';
import { planRecord } from '../../src/records/plan';
import { runRecord } from '../../src/records/run';
import { seatsRecord } from '../../src/records/seats';
import type { WorldApi } from '../harness/world/api';

function merged<T>(world: WorldApi, definition: MergedDefinition<T>): T {
  const reading = definition.read(world.storage().get(definition.key));
  if (reading.type === 'malformed') throw new Error(`${definition.key}: ${reading.why}`);
  return definition.decode(reading.type === 'ok' ? reading.value : emptyDoc);
}

export const planOf = (world: WorldApi): Plan => merged(world, planRecord);
export const seatsOf = (world: WorldApi, epoch: number): Seats => merged(world, seatsRecord(epoch));
export const personOf = (world: WorldApi, user: string): Person =>
  merged(world, personRecord(userId(user)));

export function runOf(world: WorldApi): Run | undefined {
  const reading = runRecord.read(world.storage().get(runRecord.key));
  if (reading.type === 'malformed') throw new Error(`run: ${reading.why}`);
  return reading.type === 'ok' ? reading.value : undefined;
}

export const isFacilitator = (world: WorldApi, user: string): boolean =>
  planOf(world).facilitators.some((one): boolean => one.user === (user as UserId));
