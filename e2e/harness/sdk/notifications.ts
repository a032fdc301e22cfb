import type { Client } from './client';
import type { Board, Public } from './public';

/** `miro.board.notifications`. */
export function createNotifications(client: Client): Public<Board['notifications']> {
  const show = async (type: string, message: string): Promise<void> => {
    await client.call('SHOW_NOTIFICATION', { type, message });
  };
  return {
    showInfo: (message) => show('info', message),
    showError: (message) => show('error', message),
    show: ({ type, message }) => show(type, message),
  };
}
