import { connectMiro } from '../board/miro-board';
import { realTimers } from '../board/timers';
import { tabId, writerId } from '../breakout/ids';
import { loadNotices } from '../i18n/notices';
import { Background } from './background';
import { pageVisibility } from './visibility';

/** Miro shows an app's icon as working once its handler is registered: before anything else. */
const icon = miro.board.ui.on('icon:click', () => miro.board.ui.openPanel({ url: 'panel.html' }));

async function main(): Promise<void> {
  await icon;
  const board = await connectMiro(miro, { timers: realTimers });
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
