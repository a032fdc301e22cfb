import type { Json, NetworkSpec, Push } from './api';
import { parseFrozen, serialise } from './args';
import type { Core } from './core';
import { createLane, send, type Lane } from './lane';
import type { Link, User } from './model';

export const perfectNetwork: NetworkSpec = { latencyMs: 0, jitterMs: 0, loss: 0, duplicate: 0 };

/** Two quick writes of one key within this time may arrive as the second one only (dialect). */
const CONFLATE_MS = 50;
/** How far storage pushes of different keys may drift apart where no order is promised (dialect). */
const KEY_DRIFT_MS = 300;

/**
 * `local` stays in the browser: viewport, panel, modal, selection. It has no latency, is never lost,
 * and works while disconnected.
 */
export type Way = 'local' | 'call' | 'push';

const perfectDeparture = { delayMs: 0, ordered: true } as const;

function departure(core: Core, user: User, way: Way) {
  if (way === 'local') return perfectDeparture;
  const { latencyMs, jitterMs } = user.network;
  const delayMs = latencyMs + (jitterMs > 0 ? core.random() * jitterMs : 0);
  return { delayMs, ordered: jitterMs === 0 };
}

function laneOf(link: Link, name: string): Lane {
  const known = link.lanes.get(name);
  if (known) return known;
  const lane = createLane();
  link.lanes.set(name, lane);
  return lane;
}

/** Carries one message of `link` up or down; waits while its user is disconnected. */
export function carry(
  core: Core,
  link: Link,
  message: { readonly way: Way; readonly lane: string; readonly deliver: () => void },
): void {
  const { way, deliver } = message;
  const { user } = link;
  const again = (): void => carry(core, link, message);
  const isStalled = (): boolean => {
    if (way === 'local' || user.connected) return false;
    if (way === 'call' || core.dialect.offlinePushes === 'queued') user.stalled.push(again);
    return true;
  };
  if (isStalled()) return;
  const lane = laneOf(link, way === 'local' ? `local-${message.lane}` : message.lane);
  send(core.clock, lane, departure(core, user, way), () => {
    if (!isStalled()) deliver();
  });
}

/** Lets go what waited for the connection, in its order. */
export function release(user: User): void {
  for (const again of user.stalled.splice(0)) again();
}

/** Hands one push to a page's listeners, if the page still lives and still wants it. */
function hand(link: Link, push: Push): void {
  if (!link.alive || !link.events.has(push.name)) return;
  for (const listen of [...link.listeners]) listen(push);
}

function pushOnce(
  core: Core,
  link: Link,
  push: { readonly way: 'local' | 'push'; readonly lane: string; readonly deliver: () => void },
): void {
  const { loss, duplicate } = link.user.network;
  if (push.way === 'push') {
    if (loss > 0 && core.random() < loss) return;
    if (duplicate > 0 && core.random() < duplicate) carry(core, link, push);
  }
  carry(core, link, push);
}

export interface Announcement {
  readonly name: string;
  readonly payload: Json | undefined;
  /** `local`: comes from the tab's own browser. */
  readonly way?: 'local' | 'push';
}

/** Pushes an event to those of `links` that have asked for it. */
export function announce(core: Core, links: Iterable<Link>, event: Announcement): void {
  const { name, way = 'push' } = event;
  let push: Push | undefined;
  for (const link of links) {
    if (!link.alive || !link.events.has(name)) continue;
    const copy = (push ??= { name, payload: parseFrozen(serialise(event.payload)) });
    pushOnce(core, link, { way, lane: 'down', deliver: () => hand(link, copy) });
  }
}

/**
 * Pushes a stored value to everyone who watches its key, with the dialects of storage.
 * @param read what is stored now; frozen
 */
export function announceStored(core: Core, name: string, read: () => Json): void {
  const stored = { name, payload: read() };
  for (const link of core.links) {
    if (!link.alive || !link.events.has(name)) continue;
    if (core.dialect.storageConflates) pushLatest(core, link, { name, read });
    else pushStored(core, link, stored);
  }
}

function pushStored(core: Core, link: Link, stored: Push): void {
  const deliver = (): void => hand(link, stored);
  if (core.dialect.storageOrdered) {
    pushOnce(core, link, { way: 'push', lane: 'down', deliver });
    return;
  }
  // Keys drift apart, but the values of one key stay in order.
  const how = { delayMs: core.random() * KEY_DRIFT_MS, ordered: true };
  send(core.clock, laneOf(link, `drift-${stored.name}`), how, () =>
    pushOnce(core, link, { way: 'push', lane: stored.name, deliver }),
  );
}

function pushLatest(
  core: Core,
  link: Link,
  stored: { readonly name: string; readonly read: () => Json },
): void {
  const { name, read } = stored;
  if (link.conflating.has(name)) return;
  link.conflating.add(name);
  core.clock.after(CONFLATE_MS, () => {
    link.conflating.delete(name);
    pushStored(core, link, { name, payload: read() });
  });
}
