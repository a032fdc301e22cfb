/** Situations for tests: what a screen knows, calm unless a test changes it. */
import type { BoardUser, FrameInfo } from '../board/port';
import { noEstimate, withSample } from '../breakout/clock';
import { ana, anasTab, aPlan, aWanted, ben, cem, MINUTE } from '../breakout/fixtures';
import type { UserId } from '../breakout/ids';
import { frameId, userId } from '../breakout/ids';
import type { Plan, Wanted } from '../breakout/plan';
import { nothingPast } from './past-view';
import type { Snapshot } from './snapshot';

export const users: Readonly<Record<'ana' | 'ben' | 'cem', BoardUser>> = {
  ana: { id: ana, name: 'Ana' },
  ben: { id: ben, name: 'Ben' },
  cem: { id: cem, name: 'Cem' },
};

export const personId = (number: number): UserId =>
  userId(`30744573456182660${String(number).padStart(2, '0')}`);

/** Users 1 to `count`, named so that they sort as they are numbered. */
export function crowd(count: number): BoardUser[] {
  return Array.from({ length: count }, (_, index) => ({
    id: personId(index + 1),
    name: `Person ${String(index + 1).padStart(2, '0')}`,
  }));
}

/** A plan for which nothing is wanted yet. */
export function calmPlan(change: Partial<Plan> = {}): Plan {
  return aPlan(change, aWanted({ phase: 'none', order: undefined }));
}

/** A plan whose wishes about epoch 1 are these. */
export function planWanting(wanted: Partial<Wanted>, change: Partial<Plan> = {}): Plan {
  return aPlan(change, aWanted(wanted));
}

/** A live beat of Ana's tab whose clock is `offsetMs` behind the local one. */
export function estimateOf(offsetMs = 0): Snapshot['estimate'] {
  const beat = { user: ana, tab: anasTab, term: 1, at: 0 };
  return withSample(noEstimate, beat, offsetMs);
}

/** As Ana, the facilitator, sees it one minute after the opening, with Ben and Cem on the board. */
export function aSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  const online = change.online ?? [users.ana, users.ben, users.cem];
  return {
    me: users.ana,
    now: MINUTE,
    answered: { state: 'yes' },
    online,
    names: new Map(online.map(({ id, name }) => [id, name])),
    plan: calmPlan(),
    planDigest: 'p',
    run: undefined,
    seatsOf: () => new Map(),
    expectedOf: () => [],
    people: new Map(),
    estimate: estimateOf(),
    conductorLost: undefined,
    saving: { state: 'saved' },
    unreadable: [],
    frames: undefined,
    setups: undefined,
    selected: new Set(),
    lostFrames: new Set(),
    unattendedMs: 0,
    failed: undefined,
    undo: undefined,
    past: nothingPast,
    lasting: new Map(),
    overruled: undefined,
    rounds: undefined,
    astray: false,
    stays: undefined,
    ...change,
  };
}

export function aFrame(id: string, title = id): FrameInfo {
  return { id: frameId(id), title, x: 0, y: 0, width: 800, height: 600 };
}

/** The seats as a map from user to room id, which reads better in a failing test. */
export function roomsOf(
  seats: ReadonlyMap<UserId, { readonly room: string }>,
): Map<UserId, string> {
  return new Map([...seats].map(([user, { room }]) => [user, room]));
}
