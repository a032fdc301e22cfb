/**
 * All that a background does, as a chunk of its own: most boards, most of the time, need none of
 * it. See idle-watch.ts.
 */
import type { Connection } from '../board/connect';
import { miroBoard } from '../board/miro-board';
import { patiently } from '../board/patience';
import { realTimers } from '../board/timers';
import { writerId, type TabId } from '../breakout/ids';
import { loadNotices } from '../i18n/notices';
import { Background } from './background';
import { pageVisibility } from './visibility';

/** Resolves when everything has been removed from the board: then there is nothing more to do. */
export async function onDuty(
  connection: Connection,
  { address, tab }: { readonly address: string; readonly tab: TabId },
): Promise<void> {
  const lessMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const notices = await loadNotices(connection.locale);
  let wiped = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    wiped = resolve;
  });
  await patiently(realTimers, async () => {
    const background = new Background({
      board: miroBoard(connection, address),
      timers: realTimers,
      visibility: pageVisibility,
      tab,
      writer: writerId(crypto.randomUUID()),
      notices,
      lessMotion: () => lessMotion.matches,
      onWiped: () => wiped(),
    });
    await background.start();
  });
  await over;
}
