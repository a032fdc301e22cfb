/** What reading a stored value can come to. Nothing that is not `ok` is ever overwritten. */
export type Reading<T> =
  { readonly type: 'ok'; readonly value: T } | { readonly type: 'missing' } | Unread;

type Unread =
  /** Written by a newer version of this app: a reload gets it. */
  | { readonly type: 'newer' }
  /** `why` is for a bug report, not for a screen. */
  | { readonly type: 'malformed'; readonly why: string };

export interface Unreadable {
  /** Written by a newer version: a reload helps. Otherwise malformed. */
  readonly newer: boolean;
  /** For a bug report. */
  readonly detail: string;
  /** It can be read by itself, but is more than our copy can take in. */
  readonly overgrown?: true;
}

export function unreadable(reading: Unread): Unreadable {
  return reading.type === 'newer'
    ? { newer: true, detail: '' }
    : { newer: false, detail: reading.why };
}

/** From each version to the next: `migrations[2]` makes version 2 of version 1. */
export type Migrations = Readonly<Record<number, (data: unknown) => unknown>>;

/** Opens the envelope `{ v, data }`; the data is still `unknown`, but of the version asked for. */
export function openEnvelope(
  raw: unknown,
  version: number,
  migrations: Migrations,
): Reading<unknown> {
  if (raw === undefined) return { type: 'missing' };
  if (typeof raw !== 'object' || raw === null || !('v' in raw) || !('data' in raw)) {
    return malformed('there is no envelope');
  }
  const { v: found, data } = raw;
  if (typeof found !== 'number' || !Number.isInteger(found) || found < 1) {
    return malformed('the version is not a number');
  }
  if (found > version) return { type: 'newer' };
  let current: unknown = data;
  try {
    for (let next = found + 1; next <= version; next++) current = migrations[next]?.(current);
  } catch (error) {
    // A migration of something malformed may trip over anything.
    return malformed(`migrating from version ${found}: ${String(error)}`);
  }
  return { type: 'ok', value: current };
}

export function malformed(why: string): Reading<never> {
  return { type: 'malformed', why };
}
