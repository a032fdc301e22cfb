/** Boards for tests: one shared storage and user list, any number of clients, virtual time. */
import { BoardError } from '../board/errors';
import type { Board, BoardUser, FrameInfo, StoragePort } from '../board/port';
import type { Timers } from '../board/timers';
import type { FrameId, Millis } from '../breakout/ids';
import type { Json } from '../breakout/json';
import type { Viewport } from '../breakout/person';
import { seeded } from '../breakout/fixtures';

/** Virtual time. Between two timers every promise that can settle does. */
export class FakeTimers implements Timers {
  /** Added to the wall clock only: as if the user had set it. */
  wrongByMs: Millis = 0;
  readonly random = seeded(7);
  #now: Millis = 0;
  #next = 0;
  readonly #due = new Map<number, { readonly at: Millis; readonly action: () => void }>();

  readonly now = (): Millis => this.#now + this.wrongByMs;
  readonly monotonic = (): Millis => this.#now;

  after(ms: Millis, action: () => void): () => void {
    const id = this.#next++;
    this.#due.set(id, { at: this.#now + ms, action });
    return () => this.#due.delete(id);
  }

  async advance(ms: Millis): Promise<void> {
    const until = this.#now + ms;
    await settle();
    for (;;) {
      const next = [...this.#due].sort(([a, x], [b, y]) => x.at - y.at || a - b)[0];
      if (next === undefined || next[1].at > until) break;
      this.#due.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].action();
      await settle();
    }
    this.#now = until;
  }
}

function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What all clients share. */
export class FakeWorld {
  readonly timers = new FakeTimers();
  readonly stored = new Map<string, Json>();
  readonly frames = new Map<FrameId, FrameInfo>();
  /** Keys whose first answer is held back until they are removed from here. */
  readonly silent = new Set<string>();
  /** Every write fails with this while it is set. */
  fault: BoardError | undefined;
  /** How often each key has been subscribed to. */
  readonly subscriptions: string[] = [];
  readonly #listeners = new Set<{ key: string; listen: (raw: unknown) => void }>();
  readonly #watchers = new Set<(online: readonly BoardUser[]) => void>();
  readonly #deleted = new Set<(items: readonly FrameId[]) => void>();
  #online: readonly BoardUser[] = [];

  come(...users: readonly BoardUser[]): void {
    this.#setOnline([...this.#online, ...users]);
  }

  /** The push of it is lost. */
  comeUnheard(...users: readonly BoardUser[]): void {
    this.#online = [...this.#online, ...users];
  }

  go(...users: readonly BoardUser[]): void {
    const gone = new Set(users.map(({ id }) => id));
    this.#setOnline(this.#online.filter(({ id }) => !gone.has(id)));
  }

  deleteFrame(frame: FrameId): void {
    this.frames.delete(frame);
    for (const listen of this.#deleted) listen([frame]);
  }

  put(key: string, value: Json): void {
    this.stored.set(key, value);
    this.#tell(key);
  }

  /** Gives the answer that was held back. */
  answer(key: string): void {
    this.silent.delete(key);
    this.#tell(key);
  }

  client(me: BoardUser): FakeClient {
    return new FakeClient(this, me);
  }

  readonly storage: StoragePort = {
    watch: async (key, listen) => {
      this.subscriptions.push(key);
      const entry = { key, listen };
      this.#listeners.add(entry);
      if (!this.silent.has(key)) listen(this.stored.get(key));
      return () => this.#listeners.delete(entry);
    },
    read: async (key) => this.stored.get(key),
    write: async (key, value) => {
      if (this.fault !== undefined) throw this.fault;
      this.put(key, value);
    },
    remove: async (key) => {
      this.stored.delete(key);
      this.#tell(key);
    },
  };

  readonly users: Board['users'] = {
    watch: async (listen) => {
      this.#watchers.add(listen);
      listen(this.#online);
      return () => this.#watchers.delete(listen);
    },
    reread: async () => this.#setOnline(this.#online),
  };

  onDeleted(listen: (items: readonly FrameId[]) => void): () => void {
    this.#deleted.add(listen);
    return () => this.#deleted.delete(listen);
  }

  #setOnline(online: readonly BoardUser[]): void {
    this.#online = online;
    for (const listen of this.#watchers) listen(online);
  }

  #tell(key: string): void {
    if (this.silent.has(key)) return;
    for (const entry of [...this.#listeners]) {
      if (entry.key === key) entry.listen(this.stored.get(key));
    }
  }
}

/** One iframe of one user. */
export class FakeClient {
  readonly world: FakeWorld;
  readonly board: Board;
  readonly glides: Viewport[] = [];
  readonly closedWith: (Json | undefined)[] = [];
  viewport: Viewport = { x: 0, y: 0, width: 100, height: 100 };
  /** What the modal was opened with. */
  modalData: unknown = undefined;
  /** What the panel was opened with. */
  panelData: unknown = undefined;

  constructor(world: FakeWorld, me: BoardUser) {
    this.world = world;
    const { storage, users, frames } = world;
    const nothing = (): void => undefined;
    this.board = {
      me,
      locale: 'en',
      storage,
      users,
      events: { broadcast: async () => undefined, on: async () => nothing },
      frames: {
        list: async () => [...frames.values()],
        get: async (id) => frames.get(id),
        rename: async (id, title) => {
          const frame = frames.get(id);
          if (frame !== undefined) frames.set(id, { ...frame, title });
          return frame !== undefined;
        },
        remove: async (id) => void frames.delete(id),
        create: unused,
        emptySpace: unused,
        onSelection: async () => nothing,
        onChanged: async () => nothing,
        onCreated: async () => nothing,
        onDeleted: async (listen) => world.onDeleted(listen),
        onNotes: unused,
      },
      items: unused,
      view: {
        get: async () => this.viewport,
        glide: async (to) => void this.glides.push(to),
      },
      ui: {
        onIcon: unused,
        openPanel: unused,
        openModal: unused,
        modalData: async () => this.modalData,
        panelData: async () => this.panelData,
        closeModal: async (result) => void this.closedWith.push(result),
        closePanel: unused,
        notify: unused,
      },
      sessions: {
        start: unused,
        list: unused,
        invite: unused,
        join: unused,
        leave: unused,
        end: unused,
        users: unused,
        hasJoined: unused,
        follow: unused,
        onStarted: unused,
        onEnded: unused,
        bring: unused,
      },
      timer: {
        available: unused,
        state: unused,
        start: unused,
        prolong: unused,
        pause: unused,
        resume: unused,
        stop: unused,
      },
    };
  }
}

/** Panels and modals have no business with it: that is the background's. */
async function unused(): Promise<never> {
  throw new BoardError('unknown', 'A screen must not call this.');
}
