import { facilitatorView } from './facilitator-view';
import type { Role, RoleView } from './panel-view';
import { participantView } from './participant-view';

/** For whoever need not count what is loaded: tests and simulations. */
export const bothViews = (role: Role): RoleView =>
  role === 'facilitator' ? facilitatorView : participantView;
