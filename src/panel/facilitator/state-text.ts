import { t } from '../../i18n/words';
import type { PersonView } from '../../live/views';

/** A person's state in words: where they are asked to go says more than that they are in. */
export function stateText({ state, move, unanswered }: PersonView): string {
  if (unanswered === true) return t('state.no-answer');
  if (move === undefined) return t(`state.${state}`);
  return t(move.refused ? 'state.stays' : 'state.asked-to-move', { room: move.name });
}
