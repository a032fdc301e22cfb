/** [M8] [M11] Two versions of the app on one board: the app is updated while people are at work. */
import { describe, expect, test } from 'vitest';
import { userId } from '../../src/breakout/ids';
import { keys } from '../../src/records/keys';
import { runOf } from './beliefs';
import type { Actor } from './actor';
import { hasAdded, isRaised, type Step } from './next-version';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const LENGTH_MS = 90_000;

const simulate = simulations();

class Story {
  readonly sim: Simulation;
  readonly ana: Actor;
  readonly people: readonly Actor[];
  readonly #updated = new Set<string>();

  constructor(step: Step) {
    const next = (user: string) => (this.#updated.has(user) ? step : undefined);
    // What a conductor should leave alone it could do.
    const dialect = { mayEnd: 'anyone' } as const;
    this.sim = simulate({ seed: 21, next, dialect });
    this.ana = this.sim.addUser({ name: 'Ana' });
    this.people = ['Ben', 'Cem', 'Dora'].map((name) => this.sim.addUser({ name }));
  }

  get everyone(): readonly Actor[] {
    return [this.ana, ...this.people];
  }

  async begins(): Promise<void> {
    for (const actor of this.everyone) actor.comes();
    await this.sim.seconds(3);
  }

  async prepares(): Promise<void> {
    (await this.ana.opensPanel('unclaimed')).actions.claim();
    const panel = await this.ana.opensPanel('prepare');
    panel.actions.createRooms(2);
    panel.actions.setLength(LENGTH_MS);
    await this.sim.seconds(8);
  }

  async opens(guests = this.people): Promise<void> {
    (await this.ana.opensPanel('prepare')).actions.open();
    const asked = (): boolean => guests.every(({ modal }) => modal?.view.screen === 'invite');
    await this.sim.clock.runUntil(asked, 30_000);
    for (const { modal } of guests) modal?.actions.join();
    await this.sim.seconds(12);
  }

  async updates(...actors: readonly Actor[]): Promise<void> {
    for (const actor of actors) {
      this.#updated.add(actor.id);
      actor.reloads();
    }
    await this.sim.seconds(10);
  }

  /** The next version was taken back: a page that reloads is of this one again. */
  downdates(actor: Actor): void {
    this.#updated.delete(actor.id);
    actor.reloads();
  }

  get left(): readonly string[] {
    return this.everyone
      .filter(({ session, isHome, isAsked }) => session !== undefined || !isHome || isAsked)
      .map(({ name }) => name);
  }

  stored(key: string) {
    return this.sim.world.storage().get(key);
  }

  personKey = ({ id }: Actor): string => keys.person(userId(id));
}

const deadlinePassed = LENGTH_MS / 1_000 + 60;

describe('[M8] the next version adds fields', () => {
  test('both work beside each other from preparing to the end, and what was added stays', async () => {
    const story = new Story('adds');
    const [ben, cem] = story.people as [Actor, Actor];
    await story.begins();
    await story.updates(cem);
    await story.prepares();
    await story.updates(story.ana);
    await story.opens();
    expect(story.people.map(({ session }) => session !== undefined)).toEqual([true, true, true]);
    // Ana goes back to this version: it writes what the next has written.
    story.downdates(story.ana);
    (await ben.opensPanel('in-room')).actions.askForHelp('stuck');
    (await story.ana.opensPanel('open')).actions.prolong(60_000);
    await story.sim.seconds(60 + deadlinePassed);
    expect(story.left).toEqual([]);
    expect(runOf(story.sim.world)?.phase).toBe('closed');
    for (const key of [keys.plan, keys.run, story.personKey(story.ana), story.personKey(cem)]) {
      expect([key, hasAdded(story.stored(key))]).toEqual([key, true]);
    }
  });
});

describe('[M11] the next version may not be read by this one', () => {
  /** Written over by this version, it would not be of the next any more. */
  const untouched = (story: Story, records: readonly string[]): void => {
    for (const key of records) expect([key, isRaised(story.stored(key))]).toEqual([key, true]);
  };

  test('while rooms are prepared: said to who has not reloaded, who then takes part', async () => {
    const story = new Story('raises');
    await story.begins();
    await story.prepares();
    const [ben] = story.people as [Actor];
    await ben.opensPanel('waiting');
    await story.updates(story.ana);
    (await story.ana.opensPanel('prepare')).actions.setLength(LENGTH_MS + 1_000);
    await story.sim.seconds(5);
    expect(ben.panel?.view).toMatchObject({ screen: 'broken', newer: true });
    await story.updates(...story.people);
    await story.opens();
    expect(story.people.map(({ session }) => session !== undefined)).toEqual([true, true, true]);
    await story.sim.seconds(deadlinePassed);
    expect(story.left).toEqual([]);
    untouched(story, [keys.plan, keys.run]);
  });

  test('while rooms are open: who has not reloaded still comes back when time is up', async () => {
    const story = new Story('raises');
    await story.begins();
    await story.prepares();
    await story.opens();
    const [ben, cem] = story.people as [Actor, Actor];
    await ben.opensPanel('in-room');
    await story.updates(story.ana, cem);
    (await story.ana.opensPanel('open')).actions.prolong(30_000);
    await story.sim.seconds(30 + deadlinePassed);
    expect(ben.panel?.view).toMatchObject({ screen: 'broken', newer: true });
    expect(story.left).toEqual([]);
    expect(story.sim.world.board().sessions).toEqual([]);
    untouched(story, [keys.plan, keys.run]);
  });

  test('a participant first: everyone comes back, and the facilitator is told whose record it is', async () => {
    const story = new Story('raises');
    await story.begins();
    await story.prepares();
    await story.opens();
    const [ben] = story.people as [Actor];
    await story.updates(ben);
    const panel = await story.ana.opensPanel('open');
    (await ben.opensPanel('in-room')).actions.askForHelp('stuck');
    await story.sim.seconds(10);
    const view = panel.view;
    expect(view.screen === 'open' && view.notices).toMatchObject([
      { kind: 'unreadable', newer: true, name: 'Ben' },
    ]);
    await story.sim.seconds(deadlinePassed);
    expect(story.left).toEqual([]);
    untouched(story, [story.personKey(ben)]);
  });

  test('two facilitators: the one of this version does not conduct until reloaded', async () => {
    const story = new Story('raises');
    await story.begins();
    await story.prepares();
    const [ben, cem, dora] = story.people as [Actor, Actor, Actor];
    (await story.ana.opensPanel('prepare')).actions.makeFacilitator(userId(cem.id));
    await story.opens([ben, dora]);
    await cem.opensPanel('open');
    await story.updates(story.ana, ben);
    (await story.ana.opensPanel('open')).actions.prolong(600_000);
    await story.sim.seconds(10);
    story.ana.goes();
    // By the last copy that Cem and Dora could read, time is up.
    await story.sim.seconds(deadlinePassed);
    expect(cem.panel?.view).toMatchObject({ screen: 'broken', newer: true });
    untouched(story, [keys.plan, keys.run]);
    expect([ben.session, dora.session]).toEqual([expect.any(String), undefined]);
    await story.updates(cem);
    (await cem.opensPanel('open')).actions.bringBack();
    await story.sim.seconds(60);
    expect(story.left).toEqual([]);
  });
});
