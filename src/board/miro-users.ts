import type { Miro, OnlineUserInfo } from '@mirohq/websdk-types';
import { userId } from '../breakout/ids';
import type { Caller } from './caller';
import type { BoardUser, UsersPort } from './port';

export function miroUsers(sdk: Miro, { call }: Caller): UsersPort {
  let listener: ((online: readonly BoardUser[]) => void) | undefined;
  let heard = false;
  const reread = async (): Promise<void> => {
    heard = false;
    const users = await call(() => sdk.board.getOnlineUsers());
    // What has been pushed meanwhile is newer.
    if (!heard) listener?.(onceEach(users));
  };
  return {
    reread,
    async watch(listen) {
      const handler = ({ users }: { users: readonly OnlineUserInfo[] }): void => {
        heard = true;
        listen(onceEach(users));
      };
      // Subscribed before it is read, or somebody who comes in between would be missed.
      await call(() => sdk.board.ui.on('online_users:update', handler), { credits: 0 });
      listener = listen;
      await reread();
      return () => {
        listener = undefined;
        sdk.board.ui.off('online_users:update', handler).catch(() => undefined);
      };
    },
  };
}

/** Two tabs of one person may be listed twice. */
function onceEach(users: readonly OnlineUserInfo[]): readonly BoardUser[] {
  const people = new Map(
    users.map(({ id, name }): [string, BoardUser] => [
      String(id),
      { id: userId(String(id)), name },
    ]),
  );
  return [...people.values()];
}
