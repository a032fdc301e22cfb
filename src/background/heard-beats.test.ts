import { beforeEach, describe, expect, test } from 'vitest';
import { STALE_BEAT_MS, type Beat } from '../breakout/beat';
import { ana, anasTab, aRun, ben, bensTab } from '../breakout/fixtures';
import { tabId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import type { Arrived } from '../records/owned-copy';
import { HeardBeats } from './heard-beats';

let world: FakeWorld;
let heard: HeardBeats;

beforeEach(() => {
  world = new FakeWorld();
  heard = new HeardBeats({ timers: world.timers, me: ben, tab: bensTab });
});

function aBeat(change: Partial<Beat> = {}): Beat {
  const digests = { planDigest: '', seatsDigest: '', runDigest: '' };
  const { timers } = world;
  return {
    term: 1,
    seq: 1,
    user: ana,
    tab: anasTab,
    visible: true,
    at: timers.now(),
    ...digests,
    ...change,
  };
}

function hears(value: Beat, how: Partial<Arrived<Beat>> = {}) {
  const { timers } = world;
  return heard.hear(value, { value, instead: false, changed: true, at: timers.now(), ...how });
}

describe('[T1] [T6] the time of the conductor', () => {
  test('is not known by a beat that was stored, which may be from yesterday', () => {
    expect(hears(aBeat({ at: 0 }), { changed: false })).toBe('stored');

    expect(heard.trustedNow()).toBeUndefined();
    expect(heard.offsetMs()).toBeUndefined();
    expect(heard.beatAgeMs()).toBeUndefined();
  });

  test('is known by a live beat, and tells when that is on the own clock', () => {
    const at = world.timers.now() - 90_000;
    expect(hears(aBeat({ at }))).toBe('live');

    expect(heard.trustedNow()).toBe(at);
    expect(heard.offsetMs()).toBe(90_000);
    expect(heard.localTime(at + 5_000)).toBe(world.timers.now() + 5_000);
  });

  test('is taken for the own one when no live beat comes for so long', async () => {
    await world.timers.advance(STALE_BEAT_MS - 1);
    expect(heard.trustedNow()).toBeUndefined();
    await world.timers.advance(1);
    expect(heard.trustedNow()).toBe(world.timers.now());
  });
});

describe('[C1] the conductor', () => {
  test('is whoever sent the greatest beat; nobody goes back to a smaller one', () => {
    hears(aBeat({ term: 2 }));
    expect(hears(aBeat({ term: 1, seq: 9, tab: bensTab, user: ben }))).toBe('nothing');
    expect(heard.greatest?.user).toBe(ana);
    expect(heard.isOwn).toBe(false);
  });

  test('is this background once it has sent one, and hears no silence of its own', async () => {
    heard.sent(aBeat({ term: 3, user: ben, tab: bensTab }));
    await world.timers.advance(60_000);

    expect(heard.isOwn).toBe(true);
    expect(heard.quietMs()).toBe(0);
    expect(heard.silentMs()).toBe(60_000);
    expect(heard.conductorNow()).toBe(world.timers.now());
  });

  test('is not heard anew when the same beat is read again', async () => {
    hears(aBeat());
    await world.timers.advance(7_000);
    expect(hears(aBeat({ at: 0 }))).toBe('nothing');
    expect(heard.beatAgeMs()).toBe(7_000);
  });

  test('[C7] is whoever wrote the run in a greater term, whatever beat is stored', () => {
    hears(aBeat({ term: 4 }));
    const clock = { user: ben, tab: tabId('bens-other-tab') };

    expect(heard.heed(aRun({ term: 4, clock }))).toBe(false);
    expect(heard.greatest?.user).toBe(ana);
    expect(heard.heed(aRun({ term: 5, clock }))).toBe(true);
    expect(heard.greatest).toMatchObject({ term: 5, ...clock });
    expect(hears(aBeat({ term: 4, seq: 7 }))).toBe('nothing');
  });
});
