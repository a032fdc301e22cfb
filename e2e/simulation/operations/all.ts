import { comingAndGoing } from './coming-and-going';
import { facilitating } from './facilitating';
import { faults } from './faults';
import type { Operation } from './operation';
import { takingPart } from './taking-part';

/** The table: a feature adds its operations to one of these lists, or a list of its own. */
export const operations: readonly Operation[] = [
  ...takingPart,
  ...facilitating,
  ...comingAndGoing,
  ...faults,
];
