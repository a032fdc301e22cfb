import { mount } from 'svelte';
import { connectPanel } from '../board/panel-board';
import { patiently } from '../board/patience';
import { realTimers } from '../board/timers';
import { writerId } from '../breakout/ids';
import { startI18n } from '../i18n/start';
import { deferred } from '../live/actions/deferred';
import { PanelState } from '../live/panel-state.svelte';
import type { PanelView } from '../live/views';
import { COLLECTION } from '../records/keys';
import '../ui/tokens.css';
import { loadActions } from './load-actions';
import { loadAhead } from './load-ahead';
import Page from './Page.svelte';
import { roleViews } from './role-views';

async function main(): Promise<void> {
  const board = await patiently(realTimers, () =>
    connectPanel(miro, { timers: realTimers, collection: COLLECTION }),
  );
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  await startI18n(board.locale);
  const state = new PanelState({
    board,
    timers: realTimers,
    writer: writerId(crypto.randomUUID()),
    lessMotion: () => lessMotion.matches,
    views: roleViews,
    actions: (bench) =>
      deferred(
        () => loadActions(bench, board.locale),
        (fault) => bench.attempt('load', () => Promise.reject(new Error(String(fault)))),
      ),
  });
  const onshown = (view: PanelView): void => {
    void state.fetchActions();
    loadAhead(view);
  };
  const onlook = (): void => {
    if (document.visibilityState === 'visible') state.lookedAt();
  };
  addEventListener('focus', onlook);
  addEventListener('pagehide', ({ persisted }) => {
    if (!persisted) state.close();
  });
  document.addEventListener('visibilitychange', onlook);
  mount(Page, { target: document.body, props: { state, onshown } });
  await patiently(realTimers, () => state.open());
}

main().catch((error: unknown) => {
  console.error('The Breakout Rooms panel could not start.', error);
});
