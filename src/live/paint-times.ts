import type { Millis } from '../breakout/ids';
import type { ModalView, PanelView } from './views';

const SECOND_MS: Millis = 1_000;
/** "Opening in 3…" is watched closely, and the wait for the rooms after it, too. */
const OPENING_STEP_MS: Millis = 250;
/** Just past the second, so that the new figure is painted and not the old one once more. */
const PAST_MS: Millis = 10;

/** In how long the view has to be made anew although nothing has happened. */
export function nextPaintMs(view: PanelView | ModalView): Millis {
  switch (view.screen) {
    case 'opening':
      return OPENING_STEP_MS;
    case 'closing':
    case 'room-closing':
      return toNextSecond(view.closesInMs);
    case 'open':
    case 'invited':
    case 'in-room':
    case 'invite':
      return view.clock.paused ? SECOND_MS : toNextSecond(view.clock.remainingMs);
    default:
      return SECOND_MS;
  }
}

/** A countdown shows whole seconds, rounded down: the figure changes when the fraction runs out. */
function toNextSecond(leftMs: Millis | undefined): Millis {
  if (leftMs === undefined || leftMs <= 0) return SECOND_MS;
  return (leftMs % SECOND_MS) + PAST_MS;
}
