import type { FacilitatorActions, FacilitatorView } from '../../live/views';
import type { Announcer } from '../../ui/announcer.svelte';
import type { Choices } from './choices.svelte';
import type { Levels } from './levels.svelte';

/**
 * Where a facilitator's screen says something. Each screen is one component, drawn once in each
 * zone of the frame that all of them share (`Facilitator.svelte`).
 */
export type Zone = 'figure' | 'sentence' | 'list' | 'fields' | 'foot';

export interface ZoneProps {
  readonly zone: Zone;
  readonly view: FacilitatorView;
  readonly actions: FacilitatorActions;
  readonly levels: Levels;
  readonly choices: Choices;
  readonly announcer: Announcer;
}
