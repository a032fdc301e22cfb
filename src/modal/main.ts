import { mount } from 'svelte';
import { connectModal } from '../board/modal-board';
import { patiently } from '../board/patience';
import { realTimers } from '../board/timers';
import { writerId } from '../breakout/ids';
import { startI18n } from '../i18n/start';
import { ModalState } from '../live/modal-state.svelte';
import { COLLECTION } from '../records/keys';
import '../ui/tokens.css';
import Page from './Page.svelte';

async function main(): Promise<void> {
  const board = await patiently(realTimers, () =>
    connectModal(miro, { timers: realTimers, collection: COLLECTION }),
  );
  await startI18n(board.locale);
  const state = new ModalState({
    board,
    timers: realTimers,
    writer: writerId(crypto.randomUUID()),
  });
  mount(Page, { target: document.body, props: { state } });
  await patiently(realTimers, () => state.open());
}

main().catch((error: unknown) => {
  console.error('The Breakout Rooms question could not be shown.', error);
});
