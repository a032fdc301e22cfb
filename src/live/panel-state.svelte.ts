import { facilitatorActions } from './actions/facilitator-actions';
import { participantActions } from './actions/participant-actions';
import { nextPaintMs } from './paint-times';
import { panelView } from './panel-view';
import { Repaint } from './repaint';
import { Workbench, type WorkbenchDeps } from './screen/workbench';
import type { FacilitatorActions, PanelView, ParticipantActions } from './views';

/** The panel: one view, replaced whole, and the actions of both roles. */
export class PanelState {
  readonly actions: FacilitatorActions & ParticipantActions;
  readonly #workbench: Workbench;
  readonly #repaint: Repaint;
  #view = $state.raw<PanelView>({ screen: 'loading' });

  constructor(deps: Omit<WorkbenchDeps, 'onChange'>) {
    this.#repaint = new Repaint(deps.timers, () => this.#paint());
    this.#workbench = new Workbench({ ...deps, onChange: () => this.#repaint.request() });
    this.actions = {
      ...facilitatorActions(this.#workbench),
      ...participantActions(this.#workbench),
    };
  }

  get view(): PanelView {
    return this.#view;
  }

  /** @throws {BoardError} when Miro does not say who is online */
  open(): Promise<void> {
    return this.#workbench.open();
  }

  /** What has been edited is still written. */
  close(): void {
    this.#repaint.close();
    this.#workbench.close();
  }

  #paint(): number {
    const snapshot = this.#workbench.snapshot();
    this.#view = panelView(snapshot);
    this.#workbench.follow(snapshot);
    return nextPaintMs(this.#view);
  }
}
