/** What a page knows of its board, as the server tells it. */
import { SvelteMap } from 'svelte/reactivity';
import type { AppInfo } from '../../server/protocol';
import type { BoardView, ItemView, SessionView, TabView, UserView } from '../../world/api';
import type { BoardEvent } from './board-socket';

export type Status =
  | { readonly is: 'connecting' }
  | { readonly is: 'open' }
  /** The tab was closed from elsewhere, or the board does not want it. */
  | { readonly is: 'over'; readonly reason: string };

export interface Pointer {
  readonly x: number;
  readonly y: number;
  readonly at: number;
}

export class BoardState {
  #status = $state.raw<Status>({ is: 'connecting' });
  #board = $state.raw<BoardView>();
  #boardAt = 0;
  #me = $state.raw({ board: '', user: '', tab: '' });
  #app = $state.raw<AppInfo>();
  readonly items = new SvelteMap<string, ItemView>();
  readonly tabs = new SvelteMap<string, TabView>();
  readonly pointers = new SvelteMap<string, Pointer>();

  get status(): Status {
    return this.#status;
  }
  get board(): BoardView | undefined {
    return this.#board;
  }
  get app(): AppInfo | undefined {
    return this.#app;
  }
  /** Id of the board, and of the user and tab whose page this is. */
  get me(): { readonly board: string; readonly user: string; readonly tab: string } {
    return this.#me;
  }
  get users(): readonly UserView[] {
    return this.#board?.users ?? [];
  }
  get sessions(): readonly SessionView[] {
    return this.#board?.sessions ?? [];
  }
  get ownTab(): TabView | undefined {
    return this.tabs.get(this.#me.tab);
  }
  get self(): UserView | undefined {
    return this.users.find(({ id }) => id === this.#me.user);
  }
  /** When the board's view arrived, by `performance.now()`: its timer has run on since. */
  get boardAt(): number {
    return this.#boardAt;
  }

  sessionOf(user: string): SessionView | undefined {
    return this.sessions.find(({ users }) => users.includes(user));
  }

  apply(event: BoardEvent): void {
    switch (event.t) {
      case 'welcome':
        this.#me = { board: event.board, user: event.user, tab: event.tab };
        this.#app = event.app;
        this.#status = { is: 'open' };
        break;
      case 'board':
        this.#boardAt = performance.now();
        this.#board = event.board;
        break;
      case 'tab':
        this.tabs.set(event.tab.id, event.tab);
        break;
      case 'items':
        for (const item of event.changed) this.items.set(item.id, item);
        for (const id of event.removed) this.items.delete(id);
        break;
      case 'pointer':
        this.pointers.set(event.user, { x: event.x, y: event.y, at: performance.now() });
        break;
      case 'closed':
        this.tabs.delete(event.tab);
        if (event.tab === this.#me.tab) this.#status = { is: 'over', reason: event.reason };
        break;
      case 'refused':
        this.#status = { is: 'over', reason: event.reason };
        break;
      case 'connected':
      case 'lost':
        this.items.clear();
        this.tabs.clear();
        if (this.#status.is === 'open') this.#status = { is: 'connecting' };
        break;
      case 'push':
      case 'reply':
      case 'answer':
        // Answers are for whoever asked: board-socket.ts, app-frames.ts.
        break;
    }
  }
}
