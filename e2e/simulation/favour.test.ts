import { expect, test } from 'vitest';
import { FAVOURED_EVERY, favourOf } from './favour';
import { operations } from './operations/all';

const names = operations.map(({ name }) => name);
const demanded = operations.flatMap(({ name, phases }) =>
  phases.map((phase) => `${name} @ ${phase}`),
);

test('every situation of a long run is favoured by some play, and most plays favour none', () => {
  const seeds = Array.from({ length: FAVOURED_EVERY * demanded.length }, (_, seed) =>
    favourOf(seed),
  );
  const favoured = seeds.flatMap((favour) =>
    favour === undefined ? [] : [`${favour.operation.name} @ ${favour.phase}`],
  );
  expect([...favoured].sort()).toEqual([...demanded].sort());
});

test('what is said to lead to an operation can be done', () => {
  expect(operations.flatMap(({ after }) => after).filter((name) => !names.includes(name))).toEqual(
    [],
  );
});
