import type { Stop } from '../board/port';

/** Whether the user can see this tab. The page's own; the simulation brings another. */
export interface Visibility {
  visible(): boolean;
  onChange(listen: () => void): Stop;
}

export const pageVisibility: Visibility = {
  visible: () => document.visibilityState === 'visible',
  onChange(listen) {
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
    };
  },
};
