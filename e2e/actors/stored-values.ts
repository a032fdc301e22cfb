import { writerId } from '../../src/breakout/ids';
import { planRecord } from '../../src/records/plan';
import type { Json } from '../harness/world/api';
import { parseFrozen } from '../harness/world/args';

/** Unit: bytes. Not all of the 60,000 that a record may have: there is room for an order, and little more. */
const ALMOST_FULL = 59_000;

/** A stored plan with something of a newer version in it, so that hardly anything more will fit. */
export function almostFull(stored: Json | undefined): Json {
  const reading = planRecord.read(stored);
  if (reading.type !== 'ok') throw new Error('There is no plan.');
  const { value: doc } = reading;
  const filled = (size: number) => {
    const filler = ['x'.repeat(size), 0, writerId('later')] as const;
    return planRecord.write({ ...doc, registers: { ...doc.registers, filler } });
  };
  const size = ALMOST_FULL - JSON.stringify(filled(0)).length;
  return parseFrozen(JSON.stringify(filled(size))) ?? null;
}
