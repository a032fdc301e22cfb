import type { ModalState } from '../../src/live/modal-state.svelte';
import type { PanelState } from '../../src/live/panel-state.svelte';
import type { Rect } from '../harness/world/api';
import type { Machine } from './machine';
import type { Simulation } from './simulation';

/** One person and what they do: with Miro's interface, and with our panel and modal. */
export class Actor {
  readonly #simulation: Simulation;
  readonly #machine: Machine;
  readonly id: string;
  readonly name: string;
  readonly hasApp: boolean;
  /** What this person answers is stored; otherwise no record of theirs says anything. */
  readonly mayWrite: boolean;
  /** The tab this person sits at. */
  tab = '';
  /** All of theirs, in the order in which they were opened. */
  #tabs: readonly string[] = [];
  /** Where this person sat before they turned to another one. */
  #left = '';
  /** The act that is under way names its window. */
  #chosen = false;
  #online = true;
  /** Tabs in which this person has gone somewhere by themselves. */
  readonly #wandered = new Set<string>();
  /** Tabs in which this person has visited a room. */
  readonly #visitors = new Set<string>();
  /** What each tab showed when it was opened; people in the simulation do not pan. */
  readonly #homes = new Map<string, Rect>();
  /** Tabs that were loaded anew. */
  readonly #reloaded = new Set<string>();

  constructor(
    simulation: Simulation,
    as: {
      readonly id: string;
      readonly name: string;
      readonly hasApp: boolean;
      readonly mayWrite: boolean;
      readonly machine: Machine;
    },
  ) {
    this.#simulation = simulation;
    this.id = as.id;
    this.name = as.name;
    this.hasApp = as.hasApp;
    this.mayWrite = as.mayWrite;
    this.#machine = as.machine;
  }

  get clockWrongByMs(): number {
    return this.#machine.wrongByMs;
  }

  /** Sets the machine's wall clock forward, or back. */
  setsClock(byMs: number): void {
    this.#machine.wrongByMs += byMs;
  }

  fallsAsleep(): void {
    this.#machine.sleep.begin();
  }

  wakes(): void {
    this.#machine.sleep.end();
  }

  get asleep(): boolean {
    return this.#machine.sleep.asleep;
  }

  /** Looks at another window of the browser, or at this one again. */
  looksAway(away: boolean): void {
    this.#simulation.world.setVisible(this.tab, !away);
  }

  comes(): void {
    if (this.tab !== '') this.#simulation.world.setVisible(this.tab, false);
    this.opensWindow();
  }

  /** Beside the tab this person sits at: both are in sight. @param at where it looks, if not where Miro begins */
  opensWindow(at?: Rect): void {
    const { world } = this.#simulation;
    this.tab = world.openTab(this.id, { visible: true });
    this.#tabs = [...this.#tabs, this.tab];
    if (at !== undefined) world.setViewport(this.tab, at);
    if (this.viewport !== undefined) this.#homes.set(this.tab, this.viewport);
  }

  /** Sits at the window of this number, if there is one: in what order they were opened. */
  turnsTo(window: number | undefined): void {
    this.#chosen = window !== undefined;
    this.#left = this.tab;
    const tab = this.#tabs[window ?? NaN];
    if (tab !== undefined) this.tab = tab;
  }

  /** To where this person sat before: they have done nothing at the other one. */
  turnsBack(): void {
    this.tab = this.#left;
  }

  /** Of whoever has several windows, the number of the one they sit at. */
  get window(): number | undefined {
    return this.#tabs.length > 1 ? this.#tabs.indexOf(this.tab) : undefined;
  }

  /** A tab that is behind another one comes to the front. */
  comesToFront(): void {
    const { world } = this.#simulation;
    for (const tab of this.#tabs) {
      if (world.isVisible(tab) !== (tab === this.tab)) world.setVisible(tab, tab === this.tab);
    }
  }

  /** Whoever presses something in a window that the act names, has it before them. */
  faces(): void {
    if (this.#chosen && !this.looking) this.comesToFront();
  }

  get looking(): boolean {
    return this.#simulation.world.isVisible(this.tab) === true;
  }

  /** Is there again, whatever had taken this person away. */
  comesBack(): void {
    this.setOnline(true);
    if (this.tab === '') this.comes();
    else if (!this.looking) this.looksAway(false);
  }

  /** Closes the tab this person sits at, and goes on in another one if there is one. */
  goes(): void {
    const { world } = this.#simulation;
    world.closeTab(this.tab);
    this.#tabs = this.#tabs.filter((tab) => tab !== this.tab);
    this.tab = this.#tabs.at(-1) ?? '';
    if (this.tab !== '') world.setVisible(this.tab, true);
  }

  reloads(): void {
    // Without a record nobody knows any more where this person looked before they came into the room.
    if (!this.mayWrite && this.session !== undefined) this.wanders();
    this.#reloaded.add(this.tab);
    this.#simulation.world.reloadTab(this.tab);
  }

  setOnline(online: boolean): void {
    this.#online = online;
    this.#simulation.world.setOnline(this.id, online);
  }

  get tabs(): number {
    return this.#tabs.length;
  }

  get present(): boolean {
    return this.#online && this.tab !== '';
  }

  clicksIcon(): void {
    this.faces();
    this.#simulation.world.clickIcon(this.tab);
  }

  clicksCanvas(): void {
    this.faces();
    this.#simulation.world.clickCanvas(this.tab);
  }

  /** The open panel. */
  get panel(): PanelState | undefined {
    return this.#simulation.page(this.tab, 'panel')?.panel;
  }

  /** Whatever is open, in any tab. */
  get panels(): readonly PanelState[] {
    return this.#tabs.flatMap((tab) => this.#simulation.page(tab, 'panel')?.panel ?? []);
  }

  get modal(): ModalState | undefined {
    return this.#simulation.page(this.tab, 'modal')?.modal;
  }

  /** Whatever can be seen: what is behind something else is not painted in time. */
  get panelsInSight(): readonly PanelState[] {
    const { world } = this.#simulation;
    const inSight = this.#tabs.filter((tab) => world.isVisible(tab) === true);
    return inSight.flatMap((tab) => this.#simulation.page(tab, 'panel')?.panel ?? []);
  }

  /** Whatever is open, in any tab. */
  get modals(): readonly ModalState[] {
    return this.#tabs.flatMap((tab) => this.#simulation.page(tab, 'modal')?.modal ?? []);
  }

  /** A modal of ours stands in one of this person's tabs. */
  get isAsked(): boolean {
    return this.#tabs.some((tab) => (this.#simulation.world.tab(tab)?.modal ?? null) !== null);
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

  /** Goes to look at something: from then on, where this tab looks says nothing. */
  wanders(): void {
    this.#wandered.add(this.tab);
  }

  /** Visits a room, as facilitators do. */
  visits(): void {
    this.#visitors.add(this.tab);
  }

  /** Whoever has gone to a frame by hand, in a window beside the one that was moved, stays when it is deleted. */
  losesFrame(frame: Rect): void {
    for (const tab of this.#tabs) {
      const view = this.#homes.size > 1 ? this.#simulation.world.tab(tab)?.viewport : undefined;
      if (view !== undefined && looksInto(view, frame)) this.#wandered.add(tab);
    }
  }

  /** Miro shows something to this person, in whatever tab. */
  isShownAround(): void {
    for (const tab of this.#tabs) this.#wandered.add(tab);
  }

  get isHome(): boolean {
    return this.#tabs.every((tab) => this.#wandered.has(tab) || this.#isHomeIn(tab));
  }

  /**
   * A tab looks at what it showed when it was opened. [A7] One that was loaded anew may have taken over home from
   * another one; and home of one that was closed, or is behind and slow to see the end, goes to whoever leads.
   * [A4] One before which a room's frame was made is taken for a tab that looks at that room. Of several windows
   * one that was loaded anew may not have been told what had moved it, nor by which it was to be brought back.
   * [V9] One whose home lies in a frame, and that has visited a room, may be taken to be back: it is about there.
   */
  #isHomeIn(tab: string): boolean {
    const own = this.#homes.get(tab);
    const { world } = this.#simulation;
    const viewport = world.tab(tab)?.viewport;
    if (own === undefined || viewport === undefined) return true;
    if (this.#reloaded.has(tab) && this.#homes.size > 1) return true;
    const isGone = this.#homes.size > this.#tabs.length;
    const isBehind = this.#tabs.some((other) => other !== tab && world.isVisible(other) === false);
    const isInFrame = this.#isInFrame(own);
    if (isInFrame && this.#visitors.has(tab) && looksInto(viewport, asFrame(own))) return true;
    const takesOver = isGone || isBehind || isInFrame;
    const homes = takesOver ? [...this.#homes.values()] : [own];
    const { x, y } = viewport;
    return homes.some((home) => Math.abs(x - home.x) < 1 && Math.abs(y - home.y) < 1);
  }

  #isInFrame(view: Rect): boolean {
    const items = this.#simulation.world.items();
    return items.some((item) => item.type === 'frame' && looksInto(view, item));
  }
}

/** The middle of the view lies in the frame, whose x and y are its own middle. */
const looksInto = (view: Rect, frame: Rect): boolean =>
  Math.abs(view.x + view.width / 2 - frame.x) <= frame.width / 2 &&
  Math.abs(view.y + view.height / 2 - frame.y) <= frame.height / 2;

const asFrame = (view: Rect): Rect => ({
  ...view,
  x: view.x + view.width / 2,
  y: view.y + view.height / 2,
});
