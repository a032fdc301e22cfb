import { everyday, type Rejection, type Role } from './everyday';

const ROLES: readonly Role[] = ['facilitator', 'participant'];

/** [I11] Every call that the main story makes, rejected once and from then on for ever. */
export async function everyRejection(): Promise<readonly Rejection[]> {
  const { broken, calls } = await everyday();
  if (broken.length > 0) throw new Error(`Without any failure: ${broken.join('; ')}`);
  return ROLES.flatMap((who) =>
    Array.from({ length: calls[who] }, (_, index) => index + 1).flatMap((nth) =>
      [false, true].map((forEver) => ({ who, nth, forEver })),
    ),
  );
}

export function inWords({ who, nth, forEver }: Rejection): string {
  return `call ${String(nth)} of the ${who} rejected ${forEver ? 'for ever after' : 'once'}`;
}
