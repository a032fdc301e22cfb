/** What the modal uses of Miro, and therefore all of it that the modal loads. */
import type { Miro } from '@mirohq/websdk-types';
import { connect, type ConnectOptions } from './connect';
import { miroModal } from './miro-modal';
import { miroUsers } from './miro-users';
import type { Board, ModalPort } from './port';

export interface ModalBoard extends Pick<Board, 'me' | 'locale' | 'storage' | 'users'> {
  readonly ui: ModalPort;
}

/** @throws {BoardError} when Miro does not say who the user is */
export async function connectModal(sdk: Miro, options: ConnectOptions): Promise<ModalBoard> {
  const { caller, me, locale, storage } = await connect(sdk, options);
  return {
    me,
    locale,
    storage,
    users: miroUsers(sdk, caller),
    ui: miroModal(sdk, caller),
  };
}
