import { connect } from '../board/connect';
import { openPanelOnIcon } from '../board/miro-ui';
import { patiently } from '../board/patience';
import { realTimers } from '../board/timers';
import { COLLECTION } from '../records/keys';
import { untilConcerned } from './idle-watch';

async function main(): Promise<void> {
  const address = location.href;
  // What comes next does not wait for it, should Miro refuse it at first.
  patiently(realTimers, () => openPanelOnIcon(miro, address)).catch(complain);
  const connection = await patiently(realTimers, () =>
    connect(miro, { timers: realTimers, collection: COLLECTION }),
  );
  for (;;) {
    await untilConcerned(connection).catch(() => {
      // Not known is not idle: on duty, storage is asked again.
    });
    const { onDuty } = await import('./duty');
    await onDuty(connection, address);
  }
}

function complain(error: unknown): void {
  console.error('Breakout Rooms could not start.', error);
}

main().catch(complain);
