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
  #others: string[] = [];
  #online = true;
  #wandered = false;
  /** What each tab showed when it was opened; people in the simulation do not pan. */
  readonly #homes = new Map<string, Rect>();

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

  /** Beside the tab this person sits at: both are in sight. */
  opensWindow(): void {
    if (this.tab !== '') this.#others.push(this.tab);
    this.tab = this.#simulation.world.openTab(this.id, { visible: true });
    if (this.viewport !== undefined) this.#homes.set(this.tab, this.viewport);
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
    this.tab = this.#others.pop() ?? '';
    if (this.tab !== '') world.setVisible(this.tab, true);
  }

  reloads(): void {
    // Without a record nobody knows any more where this person looked before they came into the room.
    if (!this.mayWrite && this.session !== undefined) this.wanders();
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

  /** Whatever is open, in any tab. */
  get panels(): readonly PanelState[] {
    return [this.tab, ...this.#others].flatMap(
      (tab) => this.#simulation.page(tab, 'panel')?.panel ?? [],
    );
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

  /** Goes to look at something: from then on, where this person looks says nothing. */
  wanders(): void {
    this.#wandered = true;
  }

  /** Looks at what the tab showed when it was opened. */
  get isHome(): boolean {
    const { viewport } = this;
    if (this.#wandered) return true;
    const home = this.#homes.get(this.tab);
    if (home === undefined || viewport === undefined) return true;
    return Math.abs(viewport.x - home.x) < 1 && Math.abs(viewport.y - home.y) < 1;
  }
}
