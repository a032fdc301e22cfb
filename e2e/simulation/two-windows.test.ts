/** Somebody has the board open in two windows, side by side: each can be pressed in, whichever leads. */
import { describe, expect, test } from 'vitest';
import { userId } from '../../src/breakout/ids';
import type { PanelActions } from '../../src/live/actions/panel-actions';
import type { PanelState } from '../../src/live/panel-state.svelte';
import type { Rect } from '../harness/world/api';
import { CREDITS_PER_MINUTE } from '../harness/world/credits';
import type { Dialect } from '../harness/world/dialect';
import { sentences } from '../harness/world/sentences';
import { personOf, runOf } from './beliefs';
import { everyoneIsBack, everyoneIsInvited } from './invariants';
import type { Actor } from './actor';
import { opened, prepared } from './prepared';
import type { Simulation } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

const slow = { timeout: 60_000 };

const simulated = (dialect: Partial<Dialect> = {}): Simulation => simulate({ seed: 5, dialect });

/** A window of somebody's, as it is seen and pressed in. */
class Window {
  readonly #sim: Simulation;
  readonly #tab: string;
  readonly #before: unknown;

  constructor(sim: Simulation, tab: string) {
    this.#sim = sim;
    this.#tab = tab;
    this.#before = this.#view;
  }

  get #view(): Rect | undefined {
    return this.#sim.world.tab(this.#tab)?.viewport;
  }

  get looksAt(): readonly number[] {
    const { x = NaN, y = NaN, width = NaN, height = NaN } = this.#view ?? {};
    return [x + width / 2, y + height / 2];
  }

  get moved(): boolean {
    return JSON.stringify(this.#view) !== JSON.stringify(this.#before);
  }

  get panel(): PanelState | undefined {
    return this.#sim.page(this.#tab, 'panel')?.panel;
  }

  /** Opens the panel first, if it is not open. */
  async presses(button: (actions: PanelActions) => void): Promise<void> {
    if (this.panel === undefined) this.#sim.world.clickIcon(this.#tab);
    await this.#sim.seconds(4);
    if (this.panel === undefined) throw new Error('There is no panel in this window.');
    button(this.panel.actions);
  }

  /** From now on its background leads. */
  async isLookedAtAnew(): Promise<void> {
    this.#sim.world.setVisible(this.#tab, false);
    await this.#sim.seconds(0.1);
    this.#sim.world.setVisible(this.#tab, true);
  }

  shows(view: Rect): void {
    this.#sim.world.setViewport(this.#tab, view);
  }

  isReloaded(): void {
    this.#sim.world.reloadTab(this.#tab);
  }

  isClosed(): void {
    this.#sim.world.closeTab(this.#tab);
  }
}

const ELSEWHERE = { x: 20_000, y: 20_000, width: 1_600, height: 1_200 };

/** The first leads, and the second stands beside it. */
async function twoWindows(sim: Simulation, actor: Actor): Promise<readonly [Window, Window]> {
  const first = new Window(sim, actor.tab);
  const { lead } = personOf(sim.world, actor.id);
  actor.opensWindow();
  sim.world.setViewport(actor.tab, ELSEWHERE);
  await sim.seconds(4);
  await first.isLookedAtAnew();
  await sim.seconds(2);
  expect(personOf(sim.world, actor.id).lead).toBe(lead);
  return [first, new Window(sim, actor.tab)];
}

/** Who takes part has come into their room in the first window; the second stands beside it. */
async function joinedInFirst(dialect: Partial<Dialect> = {}) {
  const play = await opened(simulated(dialect));
  const { sim, cem } = play;
  const first = new Window(sim, cem.tab);
  cem.modal?.actions.join();
  await sim.seconds(8);
  expect(first.moved).toBe(true);
  const [, second] = await twoWindows(sim, cem);
  return { ...play, first, second };
}

/** Another one than that of this session, as a facilitator sees it. */
function otherRoom({ panel }: Actor, session: string | undefined) {
  const rooms = panel?.view.screen === 'open' ? panel.view.rooms : [];
  return rooms.find(({ name }) => session?.includes(name) !== true);
}

describe.each(['user', 'tab'] as const)('sessions count by %s', (membership) => {
  test(
    '[A8] “Join” moves the window in which it is pressed, “Leave” in the other one brings it back',
    slow,
    async () => {
      const { sim, all, cem } = await opened(simulated({ membership }));
      cem.modal?.actions.notNow();
      await sim.seconds(2);
      const [first, second] = await twoWindows(sim, cem);

      await second.presses(({ join }) => join());
      await sim.seconds(8);
      expect(cem.session).toBeDefined();
      expect([first.moved, second.moved]).toEqual([false, true]);

      await first.presses(({ leave }) => leave());
      await sim.seconds(8);
      expect(cem.session).toBeUndefined();
      expect([first.moved, second.moved]).toEqual([false, false]);
      expect(everyoneIsInvited(sim, all)).toEqual([]);

      await first.presses(({ join }) => join());
      await sim.seconds(8);
      expect(cem.session).toBeDefined();
      expect([first.moved, second.moved]).toEqual([true, false]);
    },
  );

  test(
    '[A8] a move is made in the window in which it is accepted; both come back in the end',
    slow,
    async () => {
      const { sim, ana, cem, first, second } = await joinedInFirst({ membership });
      const before = cem.session;
      const other = otherRoom(ana, before);
      if (other !== undefined) ana.panel?.actions.move([[userId(cem.id), other.id]]);
      await sim.seconds(3);

      await second.presses(({ acceptMove }) => acceptMove());
      await sim.seconds(8);
      expect(cem.session).not.toBe(before);
      expect([first.moved, second.moved]).toEqual([true, true]);

      ana.panel?.actions.bringBack();
      await sim.seconds(60);
      expect(cem.session).toBeUndefined();
      expect([first.moved, second.moved]).toEqual([false, false]);
    },
  );
});

test(
  '[A8] “Leave” in a window that was not moved brings the other one back, and leaves it where it is',
  slow,
  async () => {
    const { sim, cem, first, second } = await joinedInFirst();
    await second.presses(({ leave }) => leave());
    await sim.seconds(8);
    expect(cem.session).toBeUndefined();
    expect([first.moved, second.moved]).toEqual([false, false]);
  },
);

test(
  '[A8] a question that could not be closed brings to the room the window in which it is answered',
  slow,
  async () => {
    const { sim, cem } = await opened(simulated({ backgroundMayCloseModal: false }));
    const first = new Window(sim, cem.tab);
    const question = cem.modal;
    cem.opensWindow();
    const second = new Window(sim, cem.tab);
    await sim.seconds(8);
    question?.actions.join();
    await sim.seconds(8);
    expect(cem.session).toBeDefined();
    expect([first.moved, second.moved]).toEqual([true, false]);
  },
);

test(
  '[A8] “Join” is taken in where nobody conducts any more, in a window that has heard no beat',
  slow,
  async () => {
    const { sim, ana, ben, cem } = await opened(simulated());
    cem.modal?.actions.notNow();
    await sim.seconds(2);
    for (const facilitator of [ana, ben]) facilitator.goes();
    await sim.seconds(20);
    const [first, second] = await twoWindows(sim, cem);
    await second.presses(({ join }) => join());
    await sim.seconds(8);
    expect(cem.session).toBeDefined();
    expect([first.moved, second.moved]).toEqual([false, true]);
  },
);

test(
  '[A7] a window that was left at an earlier room’s frame and is reloaded comes home in the end',
  slow,
  async () => {
    const { sim, ana, cem, first, second } = await joinedInFirst();
    const other = otherRoom(ana, cem.session);
    if (other !== undefined) ana.panel?.actions.move([[userId(cem.id), other.id]]);
    await sim.seconds(3);
    await second.presses(({ acceptMove }) => acceptMove());
    await sim.seconds(8);
    expect([first.moved, second.moved]).toEqual([true, true]);

    // Home becomes that of the second one; the first remembers its own.
    second.isReloaded();
    await sim.seconds(8);
    first.isReloaded();
    await sim.seconds(8);
    ana.panel?.actions.bringBack();
    await sim.seconds(60);
    expect(cem.session).toBeUndefined();
    expect(first.moved).toBe(false);
    // Where it looked itself nobody knows any more.
    expect(second.looksAt).toEqual(first.looksAt);
  },
);

test(
  '[A7] whoever is refused the way home for its limits once, and has closed the window that was moved, gets home',
  slow,
  async () => {
    const { sim, ana, cem, first, second } = await joinedInFirst();
    await second.isLookedAtAnew();
    await sim.seconds(2);
    first.isClosed();
    ana.panel?.actions.bringBack();
    const message = sentences.rateLimit(CREDITS_PER_MINUTE, 'minute');
    sim.world.fail({ user: cem.id, command: 'VIEWPORT_SET', nth: 1, message });
    await sim.seconds(60);
    expect(sim.world.board().failures.map(({ failed }) => failed)).toEqual([1]);
    expect(cem.session).toBeUndefined();
    expect(second.moved).toBe(true);
    expect(second.looksAt).toEqual([0, 0]);
  },
);

test(
  '[A7] a window in which somebody has gone to their room by hand, and then on to another one, comes back to where it was',
  slow,
  async () => {
    const { sim, ana, cem } = await opened(simulated());
    const [first, second] = await twoWindows(sim, cem);
    await first.presses(({ join }) => join());
    await sim.seconds(8);
    await second.presses(({ backToFrame }) => backToFrame());
    await sim.seconds(2);
    expect([first.moved, second.moved]).toEqual([true, true]);
    const other = otherRoom(ana, cem.session);
    if (other !== undefined) ana.panel?.actions.move([[userId(cem.id), other.id]]);
    await sim.seconds(3);
    await second.presses(({ acceptMove }) => acceptMove());
    await sim.seconds(8);
    ana.panel?.actions.bringBack();
    await sim.seconds(60);
    expect(cem.session).toBeUndefined();
    expect([first.moved, second.moved]).toEqual([false, false]);
  },
);

test(
  '[A4] whoever has missed the end and joins the next round comes home to where they were before the first',
  slow,
  async () => {
    const { sim, ana, cem, all } = await opened(simulated());
    const window = new Window(sim, cem.tab);
    cem.modal?.actions.join();
    await sim.seconds(8);
    expect(window.moved).toBe(true);
    cem.setOnline(false);
    ana.panel?.actions.bringBack();
    await sim.seconds(1);
    ana.panel?.actions.closeNow();
    await sim.seconds(20);
    (await ana.opensPanel('after')).actions.prepareNext('same');
    await sim.seconds(2);
    ana.panel?.actions.open();
    await sim.seconds(8);
    cem.reloads();
    cem.setOnline(true);
    await sim.seconds(20);
    expect(window.moved).toBe(true);
    cem.modal?.actions.join();
    await sim.seconds(8);
    expect(cem.session).toBeDefined();

    ana.panel?.actions.bringBack();
    await sim.seconds(60);
    expect(everyoneIsBack(sim, all)).toEqual([]);
    expect(window.moved).toBe(false);
  },
);

test(
  '[O13] [A8] a room that is added in the window that does not lead gets one frame, near where that looks',
  slow,
  async () => {
    const { sim, ana } = await prepared(simulated());
    const frames = () => sim.world.items().filter(({ type }) => type === 'frame');
    const before = frames();
    const [first, second] = await twoWindows(sim, ana);
    await second.presses(({ addRoom }) => addRoom());
    await sim.seconds(4);
    const [one, ...more] = frames().filter(({ id }) => !before.some((frame) => frame.id === id));
    expect(more).toEqual([]);
    expect(one?.x).toBeGreaterThan(ELSEWHERE.x);
    await first.presses(({ addRoom }) => addRoom());
    await sim.seconds(4);
    expect(frames()).toHaveLength(before.length + 2);
  },
);

describe('[V9] the way back from a visit', () => {
  const roomOf = ({ panel }: Window, index: number) => {
    const room = panel?.view.screen === 'open' ? panel.view.rooms[index] : undefined;
    if (room === undefined) throw new Error('There is no such room.');
    return room.id;
  };
  const visits = async (window: Window, index: number): Promise<void> => {
    await window.presses(({ visit }) => visit(roomOf(window, index)));
  };
  const goesBack = (window: Window): Promise<void> =>
    window.presses(({ backToWhereIWas }) => backToWhereIWas());

  test('is gone in every window that was moved, and in no other one', slow, async () => {
    const { sim, ana } = await opened(simulated());
    const [first, second] = await twoWindows(sim, ana);
    await visits(first, 0);
    await visits(second, 1);
    await sim.seconds(4);
    expect([first.moved, second.moved]).toEqual([true, true]);
    await goesBack(second);
    await sim.seconds(4);
    expect([first.moved, second.moved]).toEqual([false, false]);

    await visits(first, 0);
    await visits(first, 1);
    await sim.seconds(4);
    expect([first.moved, second.moved]).toEqual([true, false]);
    await goesBack(second);
    await sim.seconds(4);
    expect([first.moved, second.moved]).toEqual([false, false]);
    expect(personOf(sim.world, ana.id)).toMatchObject({ visiting: undefined, problem: undefined });
  });

  test(
    'is known to a window that is reloaded meanwhile, and not gone where its user has gone elsewhere',
    slow,
    async () => {
      const { sim, ana } = await opened(simulated());
      const [first, second] = await twoWindows(sim, ana);
      await visits(first, 0);
      await sim.seconds(4);
      first.isReloaded();
      await sim.seconds(4);
      await goesBack(second);
      await sim.seconds(4);
      expect([first.moved, second.moved]).toEqual([false, false]);

      await visits(first, 0);
      await sim.seconds(4);
      first.shows(ELSEWHERE);
      await goesBack(second);
      await sim.seconds(4);
      expect(first.looksAt).toEqual(second.looksAt);
      expect(second.moved).toBe(false);
    },
  );
});

// The first window had led before, and knew since then that its user was in no session.
test(
  '[A6] [I5] whose other window has joined, and was closed, is out of the session after the end all the same',
  slow,
  async () => {
    const dialect = { tabCloseLeaves: false, mayEnd: 'starter' } as const;
    const { sim, ana, ben, cem } = await opened(simulated(dialect), { lengthMs: 90_000 });
    cem.modal?.actions.notNow();
    await sim.seconds(2);
    const [, second] = await twoWindows(sim, cem);
    await second.presses(({ join }) => join());
    await sim.seconds(8);
    expect(cem.session).toBeDefined();
    second.isClosed();
    for (const facilitator of [ana, ben]) facilitator.goes();
    await sim.seconds(150);
    expect(cem.session).toBeUndefined();
  },
);

describe('the window that conducted was closed beside another one of its facilitator', () => {
  const phaseOf = (sim: Simulation) => runOf(sim.world)?.phase;

  test('[C2] rooms open at once', slow, async () => {
    const { sim, ana } = await prepared(simulated());
    const [first, second] = await twoWindows(sim, ana);
    first.isClosed();
    await second.presses(({ open }) => open());
    await sim.seconds(1);
    expect(phaseOf(sim)).toBe('opening');
  });

  test('[C10] what is pressed in the other one is done within two seconds', slow, async () => {
    const { sim, ana } = await opened(simulated());
    const [first, second] = await twoWindows(sim, ana);
    first.isClosed();
    await second.presses(({ bringBack }) => bringBack());
    await sim.seconds(2.5);
    expect(phaseOf(sim)).toBe('closing');
  });

  test('[C10] what another facilitator presses is done within three', slow, async () => {
    const { sim, ana, ben } = await opened(simulated());
    const [first] = await twoWindows(sim, ana);
    await ben.opensPanel('open');
    first.isClosed();
    await sim.seconds(1);
    const { term } = runOf(sim.world) ?? { term: 0 };
    ben.panel?.actions.bringBack();
    await sim.seconds(3.5);
    expect(phaseOf(sim)).toBe('closing');
    await sim.seconds(60);
    expect(phaseOf(sim)).toBe('closed');
    expect(runOf(sim.world)).toMatchObject({ term: term + 1, clock: { user: ben.id } });
  });
});
