/** Beyond this a counter has been forged, and nobody reads the record it stands in. */
export const MAX_COUNTER = 2 ** 30;

/**
 * The number after `last`, for what has only to differ from those before it. Somebody may have
 * forged the greatest: then it begins anew, rather than becoming what nobody can read.
 */
export function nextNumber(last: number): number {
  return last >= MAX_COUNTER ? 1 : last + 1;
}
