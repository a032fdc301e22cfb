import { mount } from 'svelte';
import { connectPanel } from '../board/panel-board';
import { patiently } from '../board/patience';
import { realTimers } from '../board/timers';
import { writerId } from '../breakout/ids';
import { roomNames } from '../i18n/room-names';
import { startI18n } from '../i18n/start';
import { PanelState } from '../live/panel-state.svelte';
import { COLLECTION } from '../records/keys';
import '../ui/tokens.css';
import { loadAhead } from './load-ahead';
import Page from './Page.svelte';

async function main(): Promise<void> {
  const board = await patiently(realTimers, () =>
    connectPanel(miro, { timers: realTimers, collection: COLLECTION }),
  );
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const [names] = await Promise.all([roomNames(board.locale), startI18n(board.locale)]);
  const state = new PanelState({
    board,
    timers: realTimers,
    writer: writerId(crypto.randomUUID()),
    lessMotion: () => lessMotion.matches,
    roomNames: names,
  });
  mount(Page, { target: document.body, props: { state } });
  requestAnimationFrame(loadAhead);
  await patiently(realTimers, () => state.open());
}

main().catch((error: unknown) => {
  console.error('The Breakout Rooms panel could not start.', error);
});
