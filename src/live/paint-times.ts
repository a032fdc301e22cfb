import type { Millis } from '../breakout/ids';
import type { ModalView, PanelView } from './views';

const SECOND_MS: Millis = 1_000;
/** "Opening in 3…" is watched closely, and the wait for the rooms after it, too. */
const OPENING_STEP_MS: Millis = 250;
/** Just past the second, so that the new figure is painted and not the old one once more. */
const PAST_MS: Millis = 10;

/** In how long the view has to be made anew although nothing has happened. */
export function nextPaintMs(view: PanelView | ModalView): Millis {
  if (view.screen === 'opening') return OPENING_STEP_MS;
  const leftMs = shownMs(view) ?? 0;
  if (leftMs <= 0) return SECOND_MS;
  // A countdown shows whole seconds, rounded down: the figure changes when the fraction runs out.
  // Without a fraction it mostly stands still: it has been ordered, and not begun yet.
  return (leftMs % SECOND_MS || OPENING_STEP_MS) + PAST_MS;
}

function shownMs(view: PanelView | ModalView): Millis | undefined {
  if ('closesInMs' in view) return view.closesInMs;
  return 'clock' in view && !view.clock.paused ? view.clock.remainingMs : undefined;
}
