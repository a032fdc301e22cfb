import type { Json, WorldApi } from '../world/api';
import type { HostedBoard, Visitor } from './boards';
import { MAX_LINKS } from './limits';
import { operate, operateTab } from './operations';
import {
  decodeMessage,
  type AppInfo,
  type ClientMessage,
  type Outcome,
  type ServerMessage,
} from './protocol';

/** The part of a WebSocket that a connection needs. */
export interface Wire {
  send(text: string): void;
  /** Ends the conversation; `reason` is for developers. */
  fail(reason: string): void;
  /** Ends it so that the other side begins it again. */
  restart(): void;
}

/** Who speaks: a person in one tab, or an operator, who may do everything and sees every tab. */
export type Speaker =
  | { readonly as: 'person'; readonly user: string; readonly tab: string }
  | { readonly as: 'operator' };

/** One socket's conversation with a board. */
export class Connection implements Visitor {
  readonly #board: HostedBoard;
  readonly #wire: Wire;
  readonly #speaker: Speaker;
  readonly #links = new Map<string, ReturnType<WorldApi['attach']>>();
  readonly #stop: () => void;

  constructor(board: HostedBoard, wire: Wire, speaker: Speaker, app: AppInfo) {
    this.#board = board;
    this.#wire = wire;
    this.#speaker = speaker;
    const { user, tab } = speaker.as === 'person' ? speaker : { user: '', tab: '' };
    this.#tell({ t: 'welcome', board: board.id, user, tab, app });
    const { world } = board;
    this.#tell({ t: 'items', changed: world.items(), removed: [] });
    this.#tell({ t: 'board', board: world.board() });
    this.#tellTabs(tab ? [tab] : world.board().users.flatMap((u) => u.tabs.map((t) => t.id)));
    this.#stop = world.onChange((change) => {
      if (change.items.size > 0) this.#tellItems(change.items);
      if (change.board) this.#tell({ t: 'board', board: world.board() });
      this.#tellTabs(change.tabs);
    });
  }

  receive(text: string): void {
    const message = decodeMessage(text);
    if (message) this.#handle(message);
    else this.#wire.fail('Not a message of this protocol.');
  }

  /** The socket has closed: its tab closes with it, as a browser tab that is closed. */
  close(): void {
    this.#stop();
    for (const link of this.#links.values()) link.detach();
    this.#links.clear();
    const { world } = this.#board;
    if (this.#speaker.as === 'person' && world.tab(this.#speaker.tab)) {
      world.closeTab(this.#speaker.tab);
    }
  }

  pointer(user: string, x: number, y: number): void {
    this.#tell({ t: 'pointer', user, x, y });
  }

  restarted(): void {
    this.#wire.restart();
  }

  #handle(message: ClientMessage): void {
    switch (message.t) {
      case 'attach':
        this.#attach(message.link, message.slot);
        break;
      case 'detach':
        this.#detach(message.link);
        break;
      case 'request':
        void outcome(() => this.#request(message.link, message.command, message.args)).then(
          (result) => {
            this.#tell({ t: 'reply', link: message.link, id: message.id, ...result });
          },
        );
        break;
      case 'call':
        void outcome(() => this.#call(message.method, message.args)).then((result) => {
          this.#tell({ t: 'answer', id: message.id, ...result });
        });
        break;
      case 'pointer':
        this.#point(message.x, message.y);
        break;
    }
  }

  #attach(name: string, slot: string): void {
    if (this.#speaker.as !== 'person' || !this.#owns(slot)) return;
    this.#detach(name);
    if (this.#links.size >= MAX_LINKS) return this.#wire.fail('Too many pages.');
    const link = this.#board.world.attach(slot);
    this.#links.set(name, link);
    link.listen((push) => {
      this.#tell({ t: 'push', link: name, push });
    });
  }

  #detach(name: string): void {
    this.#links.get(name)?.detach();
    this.#links.delete(name);
  }

  /** A slot that closed while its page loaded is no longer the tab's: that page speaks to nobody. */
  #owns(slot: string): boolean {
    if (this.#speaker.as !== 'person') return false;
    const tab = this.#board.world.tab(this.#speaker.tab);
    return [tab?.background, tab?.panel, tab?.modal].some((page) => page?.id === slot);
  }

  #request(link: string, command: string, args: Json): Promise<Json | undefined> {
    // As on Miro, a page that is no longer there gets no answer.
    return this.#links.get(link)?.request(command, args) ?? new Promise(() => {});
  }

  #call(method: string, args: readonly unknown[]): unknown {
    const { world } = this.#board;
    return this.#speaker.as === 'operator'
      ? operate(world, method, args)
      : operateTab(world, this.#speaker.tab, method, args);
  }

  #point(x: number, y: number): void {
    if (this.#speaker.as !== 'person') return;
    for (const other of this.#board.visitors) {
      if (other !== this) other.pointer(this.#speaker.user, x, y);
    }
  }

  #tellTabs(tabs: Iterable<string>): void {
    for (const id of tabs) {
      if (this.#speaker.as === 'person' && id !== this.#speaker.tab) continue;
      const tab = this.#board.world.tab(id);
      this.#tell(tab ? { t: 'tab', tab } : { t: 'closed', tab: id, reason: 'closed' });
    }
  }

  #tellItems(ids: ReadonlySet<string>): void {
    const changed = this.#board.world.items().filter((item) => ids.has(item.id));
    const present = new Set(changed.map((item) => item.id));
    this.#tell({ t: 'items', changed, removed: [...ids].filter((id) => !present.has(id)) });
  }

  #tell(message: ServerMessage): void {
    this.#wire.send(JSON.stringify(message));
  }
}

/** What `run` throws at once is a refusal like any other. */
async function outcome(run: () => unknown): Promise<Outcome> {
  try {
    const value = await run();
    // Everything the world returns is plain JSON, or nothing.
    return value === undefined ? { ok: true } : { ok: true, value: value as Json };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
