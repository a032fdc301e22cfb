import type { Millis } from '../../../breakout/ids';
import { MINUTE } from '../../../ui/durations';

const DAY: Millis = 24 * 60 * MINUTE;
/** Further away than this and a time of day means one that has passed. */
const LONGEST: Millis = 12 * 60 * MINUTE;

/**
 * How long it is from `now` until the next "10:34" of the local clock; `undefined`: that has just
 * passed, or it is none.
 */
export function untilTimeOfDay(text: string, now: Date): Millis | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const then = new Date(now);
  then.setHours(Number(hours), Number(minutes), 0, 0);
  const ahead = then.getTime() - now.getTime();
  const ms = ahead > 0 ? ahead : ahead + DAY;
  return ms > LONGEST ? undefined : ms;
}
