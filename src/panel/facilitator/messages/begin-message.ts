import type { RoomId } from '../../../breakout/ids';
import type { FacilitatorActions, OpenView } from '../../../live/views';
import type { Levels } from '../levels.svelte';

/**
 * Opens the page of messages for one room, with what has been typed so far, or for all: then whom an earlier one
 * was for counts only as long as its text waits to be sent.
 */
export function beginMessage(
  { draft }: Pick<OpenView, 'draft'>,
  room: RoomId | undefined,
  actions: Pick<FacilitatorActions, 'keepDraft'>,
  levels: Levels,
): void {
  if (room !== undefined || draft.text === '') actions.keepDraft({ ...draft, room });
  levels.open({ at: 'message' });
}
