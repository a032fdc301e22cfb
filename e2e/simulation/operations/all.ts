import { comingAndGoing } from './coming-and-going';
import { facilitating } from './facilitating';
import { faults } from './faults';
import { onTheBoard } from './on-the-board';
import type { Operation } from './operation';
import { preparing } from './preparing';
import { takingPart } from './taking-part';
import { telling } from './telling';

/** The table: a feature adds its operations to one of these lists, or a list of its own. */
export const operations: readonly Operation[] = [
  ...takingPart,
  ...preparing,
  ...facilitating,
  ...telling,
  ...onTheBoard,
  ...comingAndGoing,
  ...faults,
];
