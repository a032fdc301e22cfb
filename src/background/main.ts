import { connectMiro } from '../board/miro-board';
import { openPanelOnIcon } from '../board/miro-ui';
import { realTimers } from '../board/timers';
import { tabId, writerId } from '../breakout/ids';
import { loadNotices } from '../i18n/notices';
import { COLLECTION } from '../records/keys';
import { Background } from './background';
import { pageVisibility } from './visibility';

async function main(): Promise<void> {
  const address = location.href;
  await openPanelOnIcon(miro, address);
  const board = await connectMiro(miro, { timers: realTimers, address, collection: COLLECTION });
  const notices = await loadNotices(board.locale);
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const background = new Background({
    board,
    timers: realTimers,
    visibility: pageVisibility,
    tab: tabId(crypto.randomUUID()),
    writer: writerId(crypto.randomUUID()),
    notices,
    lessMotion: () => lessMotion.matches,
  });
  await background.start();
}

main().catch((error: unknown) => {
  console.error('Breakout Rooms could not start.', error);
});
