import type { TabOperation } from '../server/operations';
import type { ItemView, WorldApi } from '../world/api';
import { bounds, grown, rectOfItem } from './canvas/camera';
import { BoardViewport } from './canvas/view.svelte';
import { AppFrames } from './connection/app-frames';
import { BoardSocket, type BoardEvent } from './connection/board-socket';
import { BoardState } from './connection/board-state.svelte';

export type Tool = 'select' | 'hand' | 'frame' | 'sticky_note' | 'text' | 'shape';

type WithoutTab<A extends readonly unknown[]> = A extends readonly [string, ...infer Rest]
  ? Rest
  : never;

export interface Toast {
  readonly id: string;
  readonly text: string;
  readonly type: 'info' | 'error';
}

/** One person's tab: the board as they see it and what they can do. */
export class StageModel {
  readonly state = new BoardState();
  readonly view: BoardViewport;
  readonly frames: AppFrames;
  readonly dots: boolean;
  tool = $state<Tool>('select');
  /** The item whose words are being typed. */
  editing = $state<string>();
  #toasts = $state.raw<readonly Toast[]>([]);
  readonly #shown = new Set<string>();
  readonly #socket: BoardSocket;
  #introduced = false;
  #lastSaid = 0;

  /** @param query of the stage's own address, which says who this is and on which board */
  constructor(query: string) {
    this.dots = new URLSearchParams(query).get('dots') !== 'no';
    this.#socket = new BoardSocket(`/stage/socket${query}`, (event) => {
      this.#hear(event);
    });
    this.frames = new AppFrames((message) => {
      this.#socket.send(message);
    });
    this.view = new BoardViewport((viewport, screen) => {
      if (this.state.status.is === 'open') this.act('setViewport', viewport, screen);
    });
  }

  get toasts(): readonly Toast[] {
    return this.#toasts;
  }

  /** Frames lie under everything, lines between them and what is in them (see Connectors.svelte). */
  get layers(): { readonly frames: readonly ItemView[]; readonly others: readonly ItemView[] } {
    const items = [...this.state.items.values()];
    return {
      frames: items.filter(({ type }) => type === 'frame'),
      others: items.filter(({ type }) => type !== 'frame' && type !== 'connector'),
    };
  }

  /** What this person does. What the board says against it is shown to them. */
  act<M extends TabOperation>(method: M, ...args: WithoutTab<Parameters<WorldApi[M]>>): void {
    this.#socket.call(method, args).catch((error: unknown) => {
      this.#complain(error);
    });
  }

  /** The same, with the new item's id. Undefined if the board refused, which has then been shown. */
  async create(item: Parameters<WorldApi['createItem']>[1]): Promise<string | undefined> {
    try {
      const id = await this.#socket.call('createItem', [item]);
      return typeof id === 'string' ? id : undefined;
    } catch (error) {
      this.#complain(error);
      return undefined;
    }
  }

  point(x: number, y: number): void {
    this.#socket.send({ t: 'pointer', x, y });
  }

  dismiss(id: string): void {
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
  }

  showAll(): void {
    const all = bounds([...this.state.items.values()].map(rectOfItem));
    this.view.show(grown(all ?? { x: -640, y: -400, width: 1280, height: 800 }, 0.06));
  }

  #hear(event: BoardEvent): void {
    this.state.apply(event);
    this.frames.hear(event);
    if (event.t === 'welcome') {
      this.#introduced = false;
      document.title = `${event.board}: board`;
    }
    if (event.t === 'tab' && event.tab.id === this.state.me.tab) this.#seeTab(event.tab.id);
  }

  #seeTab(id: string): void {
    const tab = this.state.tabs.get(id);
    if (!tab) return;
    this.frames.show(tab.visible);
    if (this.#introduced) {
      this.view.follow(tab.viewport, tab.glideMs);
    } else {
      // The board begins with a view of its own; this page's is the one that counts.
      this.#introduced = true;
      this.view.introduce();
    }
    for (const notification of tab.notifications) {
      if (this.#shown.has(notification.id)) continue;
      this.#shown.add(notification.id);
      this.#toast(notification);
    }
  }

  #complain(error: unknown): void {
    if (this.state.status.is !== 'open') return;
    this.#lastSaid += 1;
    const text = error instanceof Error ? error.message : String(error);
    this.#toast({ id: `said-${this.#lastSaid}`, text, type: 'error' });
  }

  #toast(toast: Toast): void {
    this.#toasts = [...this.#toasts, toast].slice(-MAX_TOASTS);
    setTimeout(() => {
      this.dismiss(toast.id);
    }, TOAST_MS);
  }
}

const TOAST_MS = 6_000;
const MAX_TOASTS = 4;
