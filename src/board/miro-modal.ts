import type { Miro } from '@mirohq/websdk-types';
import type { Caller } from './caller';
import type { ModalPort } from './port';

export function miroModal(sdk: Miro, { call }: Caller): ModalPort {
  return {
    modalData: () => call(() => sdk.board.ui.getModalData(), { credits: 0 }),
    closeModal: (result) => call(() => sdk.board.ui.closeModal(result), { credits: 0 }),
  };
}
