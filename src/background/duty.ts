/**
 * All that a background does, as a chunk of its own: most boards, most of the time, need none of
 * it. See idle-watch.ts.
 */
import type { Connection } from '../board/connect';
import { miroBoard } from '../board/miro-board';
import { patiently } from '../board/patience';
import { realTimers } from '../board/timers';
import { writerId } from '../breakout/ids';
import { loadNotices } from '../i18n/notices';
import { Background, type BackgroundDeps } from './background';
import { pageVisibility } from './visibility';

export interface DutyDeps extends Pick<BackgroundDeps, 'tab' | 'beganOutside'> {
  /** Of this page. */
  readonly address: string;
}

/** Resolves when everything has been removed from the board: then there is nothing more to do. */
export async function onDuty(
  connection: Connection,
  { address, tab, beganOutside }: DutyDeps,
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
      beganOutside,
      writer: writerId(crypto.randomUUID()),
      notices,
      lessMotion: () => lessMotion.matches,
      onWiped: () => wiped(),
    });
    await background.start();
  });
  await over;
}
