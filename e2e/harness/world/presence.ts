import { LEVEL_1 } from './credits';
import type { CommandTable } from './commands';
import { isOnline, type Core } from './core';
import { announce } from './network';

export interface Presence {
  readonly commands: CommandTable;
  /** Call after anything that may have changed who is on the board. */
  update(): void;
}

/** Who is on the board: one entry per person, with the app or without (D:websdk-reference-board). */
export function createPresence(core: Core): Presence {
  let told = '[]';
  const online = () =>
    [...core.users.values()].filter(isOnline).map(({ id, name }) => ({ id, name }));

  return {
    update() {
      const users = online();
      core.changes.board();
      const now = JSON.stringify(users);
      if (now === told) return;
      told = now;
      announce(core, core.links, { name: 'online_users:update', payload: { users } });
    },
    commands: {
      GET_ONLINE_USERS: { price: LEVEL_1, scope: 'boards:read', run: () => online() },
      GET_USER_INFO: {
        price: LEVEL_1,
        scope: 'identity:read',
        run: ({ user }) => ({ id: user.id, name: user.name }),
      },
    },
  };
}
