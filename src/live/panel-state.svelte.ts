import { facilitatorActions } from './actions/facilitator-actions';
import { participantActions } from './actions/participant-actions';
import { nextPaintMs } from './paint-times';
import { panelView } from './panel-view';
import { Repaint } from './repaint';
import { Screen, type ScreenDeps } from './screen/screen';
import type { FacilitatorActions, PanelView, ParticipantActions } from './views';

/** The panel: one view, replaced whole, and the actions of both roles. */
export class PanelState {
  readonly actions: FacilitatorActions & ParticipantActions;
  readonly #screen: Screen;
  readonly #repaint: Repaint;
  #view = $state.raw<PanelView>({ screen: 'loading' });

  constructor(deps: ScreenDeps) {
    this.#screen = new Screen(deps, () => this.#repaint.request());
    this.#repaint = new Repaint(deps.timers, () => this.#paint());
    const { desk } = this.#screen;
    this.actions = { ...facilitatorActions(desk), ...participantActions(desk) };
  }

  get view(): PanelView {
    return this.#view;
  }

  /** @throws {BoardError} when Miro does not say who is online */
  async open(): Promise<void> {
    await this.#screen.open();
  }

  /** Also when the page is hidden for good: what has been edited is still written. */
  close(): void {
    this.#repaint.close();
    this.#screen.close();
  }

  #paint(): number {
    const snapshot = this.#screen.snapshot();
    this.#view = panelView(snapshot);
    this.#screen.follow(snapshot);
    return nextPaintMs(this.#view);
  }
}
