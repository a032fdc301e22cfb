import type { Miro } from '@mirohq/websdk-types';
import type { Caller } from './caller';
import type { PanelPort } from './port';

export function miroPanel(sdk: Miro, { call }: Caller): PanelPort {
  return { panelData: () => call(() => sdk.board.ui.getPanelData(), { credits: 0 }) };
}
