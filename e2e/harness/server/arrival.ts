import type { Locale, UserSpec, WorldApi } from '../world/api';
import type { Speaker } from './connection';

const LOCALES: readonly Locale[] = ['en', 'fr', 'de', 'es', 'ja_JP', 'pt_BR'];
const MAX_NAME = 80;

/**
 * Somebody opens the board in a tab, as the stage's address says: `user` is the name or id of
 * someone the board knows, or else of someone new, whom the other parameters describe.
 */
export function arrive(world: WorldApi, query: URLSearchParams): Speaker {
  const wanted = query.get('user')?.slice(0, MAX_NAME).trim() || 'Guest';
  const known = world.board().users.find((user) => user.id === wanted || user.name === wanted);
  const user = known?.id ?? world.addUser(describe(wanted, query));
  const latency = amount(query.get('latency'));
  const jitter = amount(query.get('jitter'));
  if (latency !== undefined) world.setNetwork(user, { latencyMs: latency });
  if (jitter !== undefined) world.setNetwork(user, { jitterMs: jitter });
  const tab = world.openTab(user, { visible: query.get('visible') !== 'no' });
  return { as: 'person', user, tab };
}

function describe(wanted: string, query: URLSearchParams): UserSpec {
  const isId = /^\d{6,}$/.test(wanted);
  const locale = LOCALES.find((one) => one === query.get('locale'));
  return {
    ...(isId ? { id: wanted } : {}),
    name: query.get('name')?.slice(0, MAX_NAME) || wanted,
    role: query.get('role') === 'viewer' ? 'viewer' : 'editor',
    plan: query.get('plan') === 'free' ? 'free' : 'paid',
    authorised: query.get('authorised') !== 'no',
    ...(locale ? { locale } : {}),
  };
}

function amount(value: string | null): number | undefined {
  const ms = Number(value);
  return value !== null && Number.isFinite(ms) && ms >= 0 ? Math.min(ms, 600_000) : undefined;
}
