/** The second level of the facilitator's screens: one page in place of List and Do, with "Back". */
import type { RoomId, UserId } from '../../breakout/ids';
import type { FacilitatorView } from '../../live/views';

export type Level =
  /** F2b. `focus`: what the keyboard should be on; the heading when nothing is said. */
  | { readonly at: 'room'; readonly room: RoomId; readonly focus?: 'task' | UserId | undefined }
  | { readonly at: 'people'; readonly focus?: UserId | undefined }
  | { readonly at: 'facilitators' }
  | { readonly at: 'settings' }
  | { readonly at: 'message' }
  /** A pasted list of names; before the opening only. */
  | { readonly at: 'list' }
  /** Jobs on the board: notes collected, who goes where. */
  | { readonly at: 'collect' }
  | { readonly at: 'names' }
  /** Who was where. */
  | { readonly at: 'recap' }
  /** Remove everything that is stored. */
  | { readonly at: 'remove' }
  /** Which frame a room has; without a room, which frames become rooms. */
  | { readonly at: 'frames'; readonly room: RoomId | undefined }
  /** Where a person goes, and where to return to. */
  | { readonly at: 'move'; readonly user: UserId; readonly back: Level | undefined };

export class Levels {
  #current = $state.raw<Level>();
  #opener: Element | null = null;

  get current(): Level | undefined {
    return this.#current;
  }

  open(level: Level): void {
    if (this.#current === undefined) this.#opener = document.activeElement;
    this.#current = level;
  }

  back(): void {
    this.#current = this.#current?.at === 'move' ? this.#current.back : undefined;
  }

  /** For when the level has left the screen: the focus goes back to what opened it, or home. */
  returnFocus(): void {
    const opener = this.#opener;
    this.#opener = null;
    if (!(opener instanceof HTMLElement) || opener === document.body) return;
    const target = opener.isConnected ? opener : document.querySelector('[data-focus-home]');
    if (target instanceof HTMLElement) target.focus();
  }
}

/** The level as far as this screen has it: what it is about may have gone meanwhile. */
export function levelIn(view: FacilitatorView, level: Level | undefined): Level | undefined {
  if (level === undefined) return undefined;
  const { rooms } = view;
  switch (level.at) {
    case 'room':
      return rooms.some(({ id }) => id === level.room) ? level : undefined;
    case 'frames':
      return level.room === undefined || rooms.some(({ id }) => id === level.room)
        ? level
        : undefined;
    case 'message':
      return view.screen === 'open' ? level : undefined;
    case 'list':
      return view.screen === 'prepare' ? level : undefined;
    case 'move': {
      const movable = view.screen === 'prepare' || view.screen === 'open';
      const people = [...rooms.flatMap((room) => room.people), ...(movable ? view.unseated : [])];
      if (movable && people.some(({ id }) => id === level.user)) return level;
      return levelIn(view, level.back);
    }
    default:
      return level;
  }
}
