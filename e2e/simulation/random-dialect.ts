import { defaultDialect, type Dialect } from '../harness/world/dialect';
import { pick, seeded } from './seeded';

/** Every value that each switch can have. The compiler sees to it that none is forgotten. */
export const dialectValues: { readonly [Switch in keyof Dialect]: readonly Dialect[Switch][] } = {
  sessionsSurviveStarter: [true, false],
  secondJoin: ['switches', 'rejects'],
  mayEnd: ['starter', 'anyone'],
  membership: ['user', 'tab'],
  membershipEvents: ['everyone', 'starter'],
  tabCloseLeaves: [true, false],
  inviteWithoutApp: [true, false],
  inviteTakesModal: [true, false],
  inviteResolves: ['at-once', 'after-answers'],
  usersShape: ['objects', 'ids'],
  sessionEvents: ['typed', 'documented'],
  bringNeedsCallerInside: [false, true],
  broadcastToOwnTab: [true, false],
  viewersMaySet: [true, false],
  watchMissing: ['silent', 'calls'],
  watchCost: [0, 50],
  storageOrdered: [true, false],
  storageConflates: [false, true],
  backgroundMayCloseModal: [true, false],
  panelWithoutClick: [true, false],
  iconKeepsSelection: [true, false],
  longNotification: ['rejects', 'cuts'],
  timerStartWhileRunning: ['rejects', 'replaces'],
  timerEvents: ['everyone', 'caller'],
  creditsPer: ['user', 'app'],
  offlinePushes: ['queued', 'lost'],
};

/** A combination that the seed decides: every third the likeliest one, else a third of it changed. */
export function randomDialect(seed: number): Dialect {
  if (seed % 3 === 0) return defaultDialect;
  const random = seeded(seed * 31 + 7);
  const dialect: Record<string, unknown> = { ...defaultDialect };
  for (const [name, choices] of Object.entries(dialectValues)) {
    if (random() < 0.35) dialect[name] = pick<unknown>(choices, random);
  }
  return dialect as unknown as Dialect;
}
