import type { Desk } from './actions/desk';
import type { Deferred } from './actions/deferred';
import type { PanelActions } from './actions/panel-actions';
import { nextPaintMs } from './paint-times';
import { panelView, type Role, type RoleView } from './panel-view';
import { Repaint } from './repaint';
import { steady } from './steady';
import { Workbench, type WorkbenchDeps } from './screen/workbench';
import type { PanelView } from './views';

/** All that actions work on but the names for new rooms, which are loaded along with them. */
export type Bench = Omit<Desk, 'names'>;

export interface PanelDeps extends Omit<WorkbenchDeps, 'onChange'> {
  readonly actions: (bench: Bench) => Deferred<PanelActions>;
  /** Asked at each paint; `onarrived` is told when it would answer otherwise. */
  readonly views: (onarrived: () => void) => (role: Role) => RoleView | undefined;
}

/** The panel: one view, replaced whole, and the actions of both roles. */
export class PanelState {
  readonly actions: PanelActions;
  /** Fetches what the actions do, for whenever there is nothing better to do. Never rejects. */
  readonly fetchActions: () => Promise<void>;
  readonly #workbench: Workbench;
  readonly #repaint: Repaint;
  readonly #viewOf: (role: Role) => RoleView | undefined;
  #view = $state.raw<PanelView>({ screen: 'loading' });

  constructor({ actions, views, ...deps }: PanelDeps) {
    this.#repaint = new Repaint(deps.timers, () => this.#paint());
    this.#workbench = new Workbench({ ...deps, onChange: () => this.#repaint.request() });
    this.#viewOf = views(() => this.#repaint.request());
    const { actions: usable, arrive } = actions(this.#workbench);
    this.actions = usable;
    this.fetchActions = arrive;
  }

  get view(): PanelView {
    return this.#view;
  }

  /** @throws {BoardError} when Miro does not say who is online */
  open(): Promise<void> {
    return this.#workbench.open();
  }

  /** Somebody looks at the panel, after whatever they did elsewhere. */
  lookedAt(): void {
    this.#workbench.lookedAt();
  }

  /** What has been edited is still written. */
  close(): void {
    this.#repaint.close();
    this.#workbench.close();
  }

  #paint(): number {
    const snapshot = this.#workbench.snapshot();
    this.#view = steady(this.#view, panelView(snapshot, this.#viewOf));
    this.#workbench.follow(snapshot);
    return nextPaintMs(this.#view);
  }
}
