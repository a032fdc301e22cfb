import type { FacilitatorActions, ParticipantActions } from '../views';
import type { Desk } from './desk';
import { facilitatorActions } from './facilitator-actions';
import { participantActions } from './participant-actions';
import { pressedHere } from './pressed-here';

export type PanelActions = FacilitatorActions & ParticipantActions;

/** What the buttons of both roles do. Whoever has been made a facilitator has them at once. */
export function panelActions(desk: Desk): PanelActions {
  const here = pressedHere(desk);
  return { ...facilitatorActions(here), ...participantActions(here) };
}
