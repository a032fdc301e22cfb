/**
 * Many clients on one world in virtual time, in one process: the real backgrounds, panels and
 * modals without a DOM, on the mocked board's own SDK. A seed decides delivery order, delays and
 * chance, so the same seed gives the same run.
 */
import { connectMiro } from '../../src/board/miro-board';
import { patiently } from '../../src/board/patience';
import { Background } from '../../src/background/background';
import type { Visibility } from '../../src/background/visibility';
import { tabId, writerId } from '../../src/breakout/ids';
import { noticesIn } from '../../src/i18n/notices';
import { atHand } from '../../src/live/actions/deferred';
import { panelActions } from '../../src/live/actions/panel-actions';
import { ModalState } from '../../src/live/modal-state.svelte';
import { PanelState } from '../../src/live/panel-state.svelte';
import { COLLECTION } from '../../src/records/keys';
import englishNotices from '../../locales/notices/en.json';
import { createMiro } from '../harness/sdk/miro';
import type { PageSlot, Rect, UserSpec, WorldApi } from '../harness/world/api';
import type { Dialect } from '../harness/world/dialect';
import { createVirtualClock, type VirtualClock } from '../harness/world/virtual-clock';
import { createWorld } from '../harness/world/world';
import { pageTimers, type PageClock } from './page-timers';
import { seeded } from './seeded';

const ROOM_NAMES = ['Apple', 'Birch', 'Cedar', 'Daisy', 'Elm', 'Fir', 'Grape', 'Hazel'];

/** What runs in one slot of one tab. */
interface RunningPage {
  readonly slot: PageSlot;
  readonly tab: string;
  panel: PanelState | undefined;
  modal: ModalState | undefined;
  close(): void;
}

export interface SimulationOptions {
  readonly seed: number;
  readonly dialect?: Partial<Dialect>;
}

export class Simulation {
  readonly clock: VirtualClock;
  readonly world: WorldApi;
  readonly random: () => number;
  /** Errors that left a page: any is a failure of the run. */
  readonly faults: unknown[] = [];
  readonly #pages = new Map<string, RunningPage>();
  readonly #machines = new Map<string, PageClock>();

  constructor({ seed, dialect = {} }: SimulationOptions) {
    this.random = seeded(seed);
    const order = seeded(seed + 1_000_003);
    this.clock = createVirtualClock({ choose: (count) => Math.floor(order() * count) });
    const chance = seeded(seed + 2_000_003);
    this.world = createWorld({ clock: this.clock, random: chance, dialect });
    this.world.onSlot(({ tab, slot, open }) => {
      if (open) this.#load(tab, slot);
      else this.#unload(slot);
    });
  }

  addUser(user: UserSpec & { readonly clockWrongByMs?: number }): Actor {
    const { clockWrongByMs = 0, ...spec } = user;
    const id = this.world.addUser(spec);
    const machine = { wrongByMs: clockWrongByMs };
    this.#machines.set(id, machine);
    return new Actor(this, { id, name: user.name, hasApp: spec.authorised ?? true, machine });
  }

  page(tab: string, surface: PageSlot['surface']): RunningPage | undefined {
    return [...this.#pages.values()].find(
      (page) => page.tab === tab && page.slot.surface === surface,
    );
  }

  async seconds(count: number): Promise<void> {
    await this.clock.advance(count * 1_000);
  }

  /** Closes every page, so that nothing is left that could act after the test. */
  close(): void {
    for (const page of this.#pages.values()) page.close();
    this.#pages.clear();
  }

  #load(tab: string, slot: PageSlot): void {
    const user = this.world.tab(tab)?.user;
    if (user === undefined) return;
    const machine = this.#machines.get(user) ?? { wrongByMs: 0 };
    const chance = seeded(Math.floor(this.random() * 2 ** 31));
    const timers = pageTimers({ clock: this.clock, random: chance, machine });
    let link: ReturnType<WorldApi['attach']> | undefined;
    let stop: () => void = () => undefined;
    const page: RunningPage = {
      slot,
      tab,
      panel: undefined,
      modal: undefined,
      close() {
        stop();
        timers.stopAll();
        link?.detach();
      },
    };
    this.#pages.set(slot.id, page);
    // A page needs a moment to load; until then its slot stands empty.
    timers.after(chance() * 300, () => {
      if (!this.#pages.has(slot.id)) return;
      link = this.world.attach(slot.id);
      this.#run(page, createMiro(link), timers, chance).then(
        (end) => {
          stop = end;
          if (!this.#pages.has(slot.id)) end();
        },
        (error: unknown) => {
          if (this.#pages.has(slot.id)) this.faults.push(error);
        },
      );
    });
  }

  #unload(slot: PageSlot): void {
    const page = this.#pages.get(slot.id);
    this.#pages.delete(slot.id);
    page?.close();
  }

  async #run(
    page: RunningPage,
    miro: ReturnType<typeof createMiro>,
    timers: ReturnType<typeof pageTimers>,
    chance: () => number,
  ): Promise<() => void> {
    const name = (): string => Math.floor(chance() * 2 ** 48).toString(36);
    const { surface } = page.slot;
    let openPanel = (): void => undefined;
    if (surface === 'background')
      await miro.board.ui.on('icon:click', () => {
        openPanel();
      });
    const board = await patiently(timers, () =>
      connectMiro(miro, {
        timers,
        address: `https://breakout.example/${surface}.html`,
        collection: COLLECTION,
      }),
    );
    const shared = { board, timers, writer: writerId(name()), lessMotion: () => true };
    if (surface === 'background') {
      openPanel = () => void board.ui.openPanel().catch(() => undefined);
      const background = await patiently(timers, async () => {
        const next = new Background({
          ...shared,
          tab: tabId(name()),
          visibility: this.#visibility(page.tab),
          notices: noticesIn('en', englishNotices),
        });
        await next.start();
        return next;
      });
      return () => {
        background.close();
      };
    }
    if (surface === 'panel') {
      const panel = new PanelState({
        ...shared,
        actions: (bench) => atHand(panelActions({ ...bench, names: ROOM_NAMES })),
      });
      page.panel = panel;
      await patiently(timers, () => panel.open());
      return () => {
        panel.close();
      };
    }
    const modal = new ModalState(shared);
    page.modal = modal;
    await patiently(timers, () => modal.open());
    return () => {
      modal.close();
    };
  }

  #visibility(tab: string): Visibility {
    return {
      visible: () => this.world.tab(tab)?.visible ?? false,
      onChange: (listen) => {
        let before = this.world.tab(tab)?.visible;
        return this.world.onChange(({ tabs }) => {
          const now = this.world.tab(tab)?.visible;
          if (!tabs.has(tab) || now === before) return;
          before = now;
          listen();
        });
      },
    };
  }
}

/** One person and what they do: with Miro's interface, and with our panel and modal. */
export class Actor {
  readonly #simulation: Simulation;
  readonly #machine: PageClock;
  readonly id: string;
  readonly name: string;
  readonly hasApp: boolean;
  /** The tab this person sits at. */
  tab = '';
  #others: string[] = [];
  #online = true;
  /** What each tab showed when it was opened; people in the simulation do not pan. */
  readonly #homes = new Map<string, Rect>();

  constructor(
    simulation: Simulation,
    as: {
      readonly id: string;
      readonly name: string;
      readonly hasApp: boolean;
      readonly machine: PageClock;
    },
  ) {
    this.#simulation = simulation;
    this.id = as.id;
    this.name = as.name;
    this.hasApp = as.hasApp;
    this.#machine = as.machine;
  }

  get clockWrongByMs(): number {
    return this.#machine.wrongByMs;
  }

  /** Sets the machine's wall clock forward, or back. */
  setsClock(byMs: number): void {
    this.#machine.wrongByMs += byMs;
  }

  comes(): void {
    if (this.tab !== '') this.#simulation.world.setVisible(this.tab, false);
    if (this.tab !== '') this.#others.push(this.tab);
    this.tab = this.#simulation.world.openTab(this.id, { visible: true });
    if (this.viewport !== undefined) this.#homes.set(this.tab, this.viewport);
  }

  /** Closes the tab this person sits at, and goes on in another one if there is one. */
  goes(): void {
    const { world } = this.#simulation;
    world.closeTab(this.tab);
    this.tab = this.#others.pop() ?? '';
    if (this.tab !== '') world.setVisible(this.tab, true);
  }

  reloads(): void {
    this.#simulation.world.reloadTab(this.tab);
  }

  setOnline(online: boolean): void {
    this.#online = online;
    this.#simulation.world.setOnline(this.id, online);
  }

  get tabs(): number {
    return this.#others.length + (this.tab === '' ? 0 : 1);
  }

  get present(): boolean {
    return this.#online && this.tab !== '';
  }

  clicksIcon(): void {
    this.#simulation.world.clickIcon(this.tab);
  }

  clicksCanvas(): void {
    this.#simulation.world.clickCanvas(this.tab);
  }

  /** The open panel. */
  get panel(): PanelState | undefined {
    return this.#simulation.page(this.tab, 'panel')?.panel;
  }

  get modal(): ModalState | undefined {
    return this.#simulation.page(this.tab, 'modal')?.modal;
  }

  /** A modal of ours stands in one of this person's tabs. */
  get isAsked(): boolean {
    return [this.tab, ...this.#others].some(
      (tab) => (this.#simulation.world.tab(tab)?.modal ?? null) !== null,
    );
  }

  /** Opens the panel if it is not open, and waits until it shows one of these screens. */
  async opensPanel(...screens: readonly string[]): Promise<PanelState> {
    const { clock } = this.#simulation;
    const shows = (): boolean => {
      const screen = this.panel?.view.screen;
      if (screen === undefined || screen === 'loading') return false;
      return screens.length === 0 || screens.includes(screen);
    };
    if (this.panel === undefined) this.clicksIcon();
    await clock.runUntil(shows, 60_000);
    const { panel } = this;
    if (panel === undefined) throw new Error(`${this.name}'s panel has gone.`);
    return panel;
  }

  #mine() {
    return this.#simulation.world.board().sessions.find(({ users }) => users.includes(this.id));
  }

  /** The session this person is in, by the board's own word. */
  get session(): string | undefined {
    return this.#mine()?.name;
  }

  get sessionId(): string | undefined {
    return this.#mine()?.id;
  }

  get viewport(): Rect | undefined {
    return this.#simulation.world.tab(this.tab)?.viewport;
  }

  /** Looks at what the tab showed when it was opened. */
  get isHome(): boolean {
    const { viewport } = this;
    const home = this.#homes.get(this.tab);
    if (home === undefined || viewport === undefined) return true;
    return Math.abs(viewport.x - home.x) < 1 && Math.abs(viewport.y - home.y) < 1;
  }
}
