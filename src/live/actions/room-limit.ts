import type { Desk } from './desk';

/** That no more rooms fit is told like whatever else could not be done. */
export function tellFull({ attempt }: Pick<Desk, 'attempt'>): void {
  attempt('room-limit', () => Promise.reject(new Error('There is no more room.')));
}
