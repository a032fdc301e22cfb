import type { UserId } from '../../../breakout/ids';

/** Where somebody stands in a list of people, for the keyboard. */
export const personRow = (user: UserId): HTMLElement | null =>
  document.querySelector(`li[data-person="${CSS.escape(user)}"] > button`);
