import type { FacilitatorActions, ParticipantActions } from '../views';
import type { Desk } from './desk';
import { facilitatorActions } from './facilitator-actions';
import { participantActions } from './participant-actions';

export type PanelActions = FacilitatorActions & ParticipantActions;

/** What the buttons of both roles do. Whoever has been made a facilitator has them at once. */
export function panelActions(desk: Desk): PanelActions {
  return { ...facilitatorActions(desk), ...participantActions(desk) };
}
