/** The second level of the facilitator's screens: one page in place of List and Do, with "Back". */
import type { RoomId, UserId } from '../../breakout/ids';
import type { FacilitatorView } from '../../live/views';
import type { Ticks } from './ticks.svelte';

export type Level =
  /** F2b. `focus`: what the keyboard should be on; the heading when nothing is said. */
  | {
      readonly at: 'room';
      readonly room: RoomId;
      readonly focus?: 'task' | UserId | undefined;
      readonly ticked?: readonly UserId[];
    }
  | {
      readonly at: 'people';
      readonly focus?: UserId | undefined;
      readonly ticked?: readonly UserId[];
    }
  | { readonly at: 'facilitators' }
  | { readonly at: 'settings' }
  | { readonly at: 'message' }
  /** Where a room's people talk. */
  | { readonly at: 'link'; readonly room: RoomId }
  /** A pasted list of names; before the opening only. */
  | { readonly at: 'list' }
  /** Jobs on the board: notes collected, who goes where, rooms filled from a frame. */
  | { readonly at: 'collect' }
  | { readonly at: 'fill' }
  | { readonly at: 'names' }
  /** Who was where. */
  | { readonly at: 'recap' }
  /** Remove everything that is stored. */
  | { readonly at: 'remove' }
  | { readonly at: 'setups' }
  /** What participants will see. */
  | { readonly at: 'preview' }
  /** A note that asks people to open the app. */
  | { readonly at: 'invite' }
  /** Which frame a room has; without a room, which frames become rooms. */
  | { readonly at: 'frames'; readonly room: RoomId | undefined }
  /** Where one or several go, and where to return to. */
  | { readonly at: 'move'; readonly users: readonly UserId[]; readonly back: Level | undefined }
  /** Who might keep whom company. */
  | { readonly at: 'pairing' }
  /** Where the people of a room go that is to be closed. */
  | { readonly at: 'close-room'; readonly room: RoomId }
  /** When everyone comes back. */
  | { readonly at: 'end' };

export class Levels {
  #ticks: Ticks | undefined;
  #current = $state.raw<Level>();
  #opener: Element | null = null;

  get current(): Level | undefined {
    return this.#current;
  }

  /** Of the page that is open, if people can be ticked on it. */
  get ticks(): Ticks | undefined {
    return this.#ticks;
  }

  /** For as long as the page is there. @returns what ends it */
  tickWith(ticks: Ticks): () => void {
    this.#ticks = ticks;
    return () => {
      if (this.#ticks === ticks) this.#ticks = undefined;
    };
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
    case 'link':
      return rooms.some(({ id }) => id === level.room) ? level : undefined;
    case 'frames':
      return level.room === undefined || rooms.some(({ id }) => id === level.room)
        ? level
        : undefined;
    case 'message':
      return view.screen === 'open' ? level : undefined;
    case 'preview':
      return view.screen === 'prepare' && rooms.length > 0 ? level : undefined;
    case 'list':
    case 'setups':
    case 'invite':
      return view.screen === 'prepare' ? level : undefined;
    case 'move': {
      const movable = view.screen === 'prepare' || view.screen === 'open';
      const people = [...rooms.flatMap((room) => room.people), ...(movable ? view.unseated : [])];
      if (movable && people.some(({ id }) => level.users.includes(id))) return level;
      return levelIn(view, level.back);
    }
    case 'close-room':
      return view.screen === 'open' &&
        rooms.some(({ id, closing }) => id === level.room && !closing)
        ? level
        : undefined;
    case 'pairing':
    case 'end':
      return view.screen === 'open' ? level : undefined;
    default:
      return level;
  }
}
