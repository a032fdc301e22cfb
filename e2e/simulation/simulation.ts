/**
 * Many clients on one world in virtual time, in one process: the real backgrounds, panels and
 * modals without a DOM, on the mocked board's own SDK. A seed decides delivery order, delays and
 * chance, so the same seed gives the same run.
 */
import { connectMiro } from '../../src/board/miro-board';
import { openPanelOnIcon } from '../../src/board/miro-ui';
import { patiently } from '../../src/board/patience';
import { RecentSelection } from '../../src/board/recent-selection';
import { Background } from '../../src/background/background';
import { untilConcerned } from '../../src/background/idle-watch';
import type { Visibility } from '../../src/background/visibility';
import { tabId, writerId, type TabId } from '../../src/breakout/ids';
import { noticesIn } from '../../src/i18n/notices';
import { atHand } from '../../src/live/actions/deferred';
import { panelActions } from '../../src/live/actions/panel-actions';
import { bothViews } from '../../src/live/both-views';
import { ModalState } from '../../src/live/modal-state.svelte';
import { PanelState } from '../../src/live/panel-state.svelte';
import { COLLECTION } from '../../src/records/keys';
import { panelData } from '../../src/records/panel-data';
import englishNotices from '../../locales/notices/en.json';
import { createMiro } from '../harness/sdk/miro';
import type { FrameLink, PageSlot, UserSpec, WorldApi } from '../harness/world/api';
import type { Dialect } from '../harness/world/dialect';
import { createVirtualClock, type VirtualClock } from '../harness/world/virtual-clock';
import { createWorld } from '../harness/world/world';
import { Actor } from './actor';
import './on-demand';
import { machineOf, type Machine } from './machine';
import { nextVersion, type Step } from './next-version';
import { pageTimers } from './page-timers';
import { seeded } from './seeded';

export type { Actor } from './actor';

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
  /** False: pages of that place stay empty, as when a server does not answer. */
  readonly loads?: (surface: PageSlot['surface']) => boolean;
  /** Which pages, of those that load from then on, are of the next version; nobody's if it is not given. */
  readonly next?: (user: string) => Step | undefined;
  /** Hears everything that goes between a page and the board: of the same seed always the same. */
  readonly trace?: (line: string) => void;
  /** Hears of every call to the board, and whose it is. */
  readonly onCall?: (user: string, command: string) => void;
}

export class Simulation {
  readonly clock: VirtualClock;
  readonly world: WorldApi;
  readonly random: () => number;
  /** Errors that left a page: any is a failure of the run. */
  readonly faults: unknown[] = [];
  readonly #pages = new Map<string, RunningPage>();
  readonly #machines = new Map<string, Machine>();
  readonly #trace: ((line: string) => void) | undefined;
  readonly #onCall: NonNullable<SimulationOptions['onCall']>;
  readonly #loads: (surface: PageSlot['surface']) => boolean;
  readonly #next: NonNullable<SimulationOptions['next']>;

  constructor({
    seed,
    dialect = {},
    loads = () => true,
    next = () => undefined,
    trace,
    onCall = () => undefined,
  }: SimulationOptions) {
    this.#trace = trace;
    this.#onCall = onCall;
    this.#loads = loads;
    this.#next = next;
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
    const machine = machineOf(this.clock, clockWrongByMs);
    this.#machines.set(id, machine);
    const mayWrite = spec.role !== 'viewer' || this.world.dialect.viewersMaySet;
    const hasApp = spec.authorised ?? true;
    return new Actor(this, { id, name: user.name, hasApp, mayWrite, machine });
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
    const machine = this.#machines.get(user) ?? machineOf(this.clock);
    const chance = seeded(Math.floor(this.random() * 2 ** 31));
    const hidden = (): boolean => this.world.isVisible(tab) === false;
    const timers = pageTimers({ clock: this.clock, random: chance, machine, hidden });
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
    if (!this.#loads(slot.surface)) return;
    // A page needs a moment to load; until then its slot stands empty.
    timers.after(chance() * 300, () => {
      if (!this.#pages.has(slot.id)) return;
      link = this.world.attach(slot.id);
      const step = this.#next(user);
      const wire = step === undefined ? link : nextVersion(link, step);
      const miro = createMiro(this.#pageOf(machine, wire, slot, user));
      this.#run(page, miro, timers, chance).then(
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

  /** What reaches a page that sleeps, reaches it when it wakes. */
  #pageOf({ sleep }: Machine, link: FrameLink, { id }: PageSlot, user: string): FrameLink {
    const onCall = this.#onCall;
    const note = (what: string, content: unknown): void =>
      this.#trace?.(`${this.clock.now()} ${id} ${what} ${JSON.stringify(content)}`);
    return {
      async request(command, args) {
        note(command, args);
        onCall(user, command);
        const reply = link.request(command, args);
        await reply.then(
          (result) => note(`${command} ✓`, result),
          (error: unknown) => note(`${command} ✗`, String(error)),
        );
        await new Promise<void>((resolve) => {
          sleep.pass(resolve);
        });
        return reply;
      },
      listen: (onPush) =>
        link.listen((push) => {
          note(push.name, push.payload);
          sleep.pass(() => {
            onPush(push);
          });
        }),
    };
  }

  async #run(
    page: RunningPage,
    miro: ReturnType<typeof createMiro>,
    timers: ReturnType<typeof pageTimers>,
    chance: () => number,
  ): Promise<() => void> {
    const name = (): string => Math.floor(chance() * 2 ** 48).toString(36);
    let own: TabId | undefined;
    // Drawn when it is first needed, so that kept plays go on as they went.
    const tab = (): TabId => (own ??= tabId(name()));
    const { surface } = page.slot;
    const address = `https://breakout.example/${surface}.html`;
    if (surface === 'background') {
      const selection = new RecentSelection(timers);
      const data = () => panelData(tab(), selection.atClick);
      const onIcon = () => openPanelOnIcon(miro, address, data);
      void patiently(timers, onIcon);
      void patiently(timers, () => selection.follow(miro));
    }
    const board = await patiently(timers, () =>
      connectMiro(miro, { timers, address, collection: COLLECTION }),
    );
    const shared = { board, timers, writer: writerId(name()), lessMotion: () => true };
    if (surface === 'background') {
      // As in src/background/main.ts: not known is not idle.
      const beganOutside = await untilConcerned(board).catch(() => false);
      const background = await patiently(timers, async () => {
        const next = new Background({
          ...shared,
          tab: tab(),
          beganOutside,
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
        views: () => bothViews,
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
      visible: () => this.world.isVisible(tab) ?? false,
      onChange: (listen) => {
        let before = this.world.isVisible(tab);
        return this.world.onChange(({ tabs }) => {
          const now = this.world.isVisible(tab);
          if (!tabs.has(tab) || now === before) return;
          before = now;
          listen();
        });
      },
    };
  }
}
