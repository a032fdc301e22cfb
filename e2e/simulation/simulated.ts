import { afterEach, expect } from 'vitest';
import { Simulation, type SimulationOptions } from './simulation';

/**
 * For the scenes of a test file, before its first test: each simulation that is begun with what this
 * gives ends with its test, in which no error may have left a page.
 */
export function simulations(): (options: SimulationOptions) => Simulation {
  const begun: Simulation[] = [];
  afterEach(() => {
    const ended = begun.splice(0);
    for (const simulation of ended) simulation.close();
    expect(ended.flatMap(({ faults }) => faults)).toEqual([]);
  });
  return (options) => {
    const simulation = new Simulation(options);
    begun.push(simulation);
    return simulation;
  };
}
