import { connect } from '../board/connect';
import { openPanelOnIcon } from '../board/miro-ui';
import { patiently } from '../board/patience';
import { RecentSelection } from '../board/recent-selection';
import { realTimers } from '../board/timers';
import { tabId } from '../breakout/ids';
import { COLLECTION } from '../records/keys';
import { panelData } from '../records/panel-data';
import { untilConcerned } from './idle-watch';

async function main(): Promise<void> {
  const address = location.href;
  // The panel is told which window it stands in, whether anything is on duty there yet or not.
  const tab = tabId(crypto.randomUUID());
  // What comes next does not wait for it, should Miro refuse it at first.
  const selection = new RecentSelection(realTimers);
  const onIcon = () => openPanelOnIcon(miro, address, () => panelData(tab, selection.atClick));
  patiently(realTimers, onIcon).catch(complain);
  patiently(realTimers, () => selection.follow(miro)).catch(() => {
    // The panel then offers all frames of the board.
  });
  const connection = await patiently(realTimers, () =>
    connect(miro, { timers: realTimers, collection: COLLECTION }),
  );
  for (;;) {
    // Not known is not idle: on duty, storage is asked again.
    const beganOutside = await untilConcerned(connection).catch(() => false);
    const { onDuty } = await import('./duty');
    await onDuty(connection, { address, tab, beganOutside });
  }
}

function complain(error: unknown): void {
  console.error('Breakout Rooms could not start.', error);
}

main().catch(complain);
