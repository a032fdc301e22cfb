/**
 * The `miro` that an app's page gets from the mocked board: the same calls, types and identities as
 * Miro's own. A call that the mocked board lacks throws and names itself.
 */
import type { Miro } from '@mirohq/websdk-types';
import type { FrameLink } from '../world/api';
import { createBoard } from './board';
import { createClient } from './client';

/** The SDK release whose behaviour and types are followed. */
const CLIENT_VERSION = '2.17.2';

export const createMiro = (link: FrameLink): Miro => ({
  board: createBoard(createClient(link)),
  clientVersion: CLIENT_VERSION,
});
