/**
 * How everything outside talks to the world: the server (behind sockets, in real time) and the
 * simulation (in process, in virtual time). Plain JSON crosses it, cloned like `postMessage` would.
 */
import type { Dialect } from './dialect';
import type { BoardItem } from './item-model';

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Injected, so that the same world runs in real and in virtual time. */
export interface WorldClock {
  /** Milliseconds since 1970 on the world's own, true clock. */
  now(): number;
  /** Runs `action` once, `ms` later. Returns a function that cancels it. */
  after(ms: number, action: () => void): () => void;
}

/** Far above what people or tests need, so that nothing grows without end. */
export interface Bounds {
  readonly people: number;
  /** Of one person. */
  readonly tabs: number;
  readonly items: number;
}

export interface WorldOptions {
  readonly clock: WorldClock;
  /** In [0, 1). Seeded in the simulation. */
  readonly random: () => number;
  readonly dialect?: Partial<Dialect>;
  /** Permission scopes of the app: `boards:read`, `boards:write` and `identity:read` when absent. */
  readonly scopes?: readonly string[];
  /** What one board holds at most. */
  readonly bounds?: Partial<Bounds>;
}

export type Role = 'editor' | 'viewer';
export type Plan = 'paid' | 'free';
export type Locale = 'en' | 'fr' | 'de' | 'es' | 'ja_JP' | 'pt_BR';
export type Surface = 'background' | 'panel' | 'modal';

export interface UserSpec {
  /** Digits beyond 2^53, like Miro's. Made up when absent. */
  readonly id?: string;
  readonly name: string;
  readonly role?: Role;
  readonly plan?: Plan;
  readonly locale?: Locale;
  /** False: has not agreed to the app, so nothing of it runs for this user. Default true. */
  readonly authorised?: boolean;
}

/** What the network does to one user's messages, both ways. Everything off by default. */
export interface NetworkSpec {
  readonly latencyMs: number;
  /** Each message is delayed by up to this much more, so messages can overtake one another. */
  readonly jitterMs: number;
  /** Share of PUSHES that never arrive (replies to calls always do, or the user is offline). */
  readonly loss: number;
  /** Share of pushes that arrive twice. */
  readonly duplicate: number;
}

/** One iframe's connection. The SDK needs only this. */
export interface FrameLink {
  /** Resolves or rejects as Miro's command would, after the network's delay. `args` are handed over. */
  request(command: string, args: Json): Promise<Json | undefined>;
  /** Pushes from the board: subscribed events, storage changes, UI results. */
  listen(onPush: (push: Push) => void): () => void;
}

/** `name` as the SDK's event names on the wire, for example `storage:change:<collection>:<key>`. */
export interface Push {
  readonly name: string;
  readonly payload: Json | undefined;
}

export interface Rect {
  /** Top left, board coordinates. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The k-th matching call of a user (or of anyone) rejects, once or for ever after. */
export interface CallFailure {
  readonly user?: string;
  /** Only this command, of `WorldApi.commands`; any when absent. */
  readonly command?: string;
  /** `priced`: only calls that cost credits, so none of panels, modals, notifications, subscriptions. */
  readonly only?: 'priced';
  /** Only calls about a key of the storage that begins so. */
  readonly key?: string;
  /** 1 is the next matching call. */
  readonly nth: number;
  readonly forEver?: boolean;
  readonly message?: string;
}

/** A rule for failing calls, and how many it has made fail so far. */
export interface FailureView extends CallFailure {
  readonly failed: number;
}

/** A page the board has put, or wants to put, into one of a tab's three places. */
export interface PageSlot {
  readonly id: string;
  readonly surface: Surface;
  /** As the app gave it, resolved against the app's base address by whoever loads it; '' = the app's own address. */
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
  readonly fullscreen?: boolean;
}

export interface ItemView {
  readonly id: string;
  readonly type: string;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly parentId: string | null;
  /** Title of a frame or card, content of a note, text or shape (may hold simple HTML). */
  readonly text: string;
  readonly fill: string;
  /** Connectors: the two items. Images: the address. */
  readonly extra?: Json;
}

export interface InvitationView {
  readonly session: string;
  readonly sessionName: string;
  readonly color: string;
  readonly from: string;
}

export interface SessionView {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly starter: string;
  readonly users: readonly string[];
  readonly app: string;
}

export interface UserView {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly plan: Plan;
  readonly locale: Locale;
  readonly authorised: boolean;
  readonly online: boolean;
  readonly network: NetworkSpec;
  readonly tabs: readonly {
    readonly id: string;
    readonly visible: boolean;
    readonly viewport: Rect;
  }[];
  readonly credits: { readonly minute: number; readonly hour: number };
}

/** Everything the board shows that is the same for everyone. Items travel apart: there can be thousands. */
export interface BoardView {
  readonly users: readonly UserView[];
  readonly sessions: readonly SessionView[];
  readonly timer: {
    readonly status: 'STARTED' | 'PAUSED' | 'STOPPED';
    readonly restMs: number;
    readonly totalMs: number;
  };
  readonly dialect: Dialect;
  /** Another app holds the board's one session slot. */
  readonly foreignSession: boolean;
  readonly failures: readonly FailureView[];
}

/** What one tab shows besides. */
export interface TabView {
  readonly id: string;
  readonly user: string;
  readonly visible: boolean;
  readonly viewport: Rect;
  /** Set while an animated viewport change runs. */
  readonly glideMs: number;
  readonly selection: readonly string[];
  readonly background: PageSlot | null;
  readonly panel: (PageSlot & { readonly pinned: boolean }) | null;
  readonly modal: PageSlot | null;
  readonly invitation: InvitationView | null;
  /** Newest last; the stage fades them. */
  readonly notifications: readonly {
    readonly id: string;
    readonly text: string;
    readonly type: 'info' | 'error';
    readonly at: number;
  }[];
  /** The consent question of an app this user has not authorised yet. */
  readonly consent: boolean;
}

/**
 * The whole behaviour of a board. Methods beginning with a user or tab are what that person does
 * with Miro's own interface; apps act through `attach`.
 */
export interface WorldApi {
  readonly dialect: Dialect;
  setDialect(change: Partial<Dialect>): void;

  addUser(user: UserSpec): string;
  updateUser(user: string, change: Partial<Omit<UserSpec, 'id'>>): void;
  /** Closes all tabs; the id is free again. */
  removeUser(user: string): void;
  setNetwork(user: string, change: Partial<NetworkSpec>): void;
  /** Offline: calls hang until back online, pushes queue or are lost as the dialect says; others see the user leave. */
  setOnline(user: string, online: boolean): void;

  openTab(user: string, tab?: { readonly visible?: boolean }): string;
  closeTab(tab: string): void;
  /** Same as close and open, with the tab's id kept: every page of it dies and the background starts anew. */
  reloadTab(tab: string): void;
  setVisible(tab: string, visible: boolean): void;

  clickIcon(tab: string): void;
  answerConsent(tab: string, yes: boolean): void;
  /** Also closes an unpinned panel. */
  clickCanvas(tab: string): void;
  pinPanel(tab: string, pinned: boolean): void;
  /** By its ✖. */
  closePanel(tab: string): void;
  closeModal(tab: string): void;
  answerInvitation(tab: string, answer: 'accept' | 'reject' | 'outside'): void;
  /** `screen`: size of the canvas in pixels; without it only the canvas's shape is taken over. */
  setViewport(
    tab: string,
    viewport: Rect,
    screen?: { readonly width: number; readonly height: number },
  ): void;
  select(tab: string, items: readonly string[]): void;
  createItem(
    tab: string,
    item: {
      readonly type: string;
      readonly x: number;
      readonly y: number;
      readonly width?: number;
      readonly height?: number;
      readonly text?: string;
      readonly fill?: string;
    },
  ): string;
  moveItem(tab: string, item: string, to: { readonly x: number; readonly y: number }): void;
  renameItem(tab: string, item: string, text: string): void;
  deleteItem(tab: string, item: string): void;
  startTimer(tab: string, lengthMs: number): void;
  stopTimer(tab: string): void;
  /** Another app takes (or gives back) the board's one session slot. */
  setForeignSession(active: boolean): void;
  /** Another app has a window open in this tab, or closes it: the modal slot is taken. */
  setForeignWindow(tab: string, open: boolean): void;

  /** @throws when there is no such command: the rule would never apply */
  fail(rule: CallFailure): void;
  clearFailures(): void;
  /** Names of everything that an app can call, in alphabetical order. */
  commands(): readonly string[];

  /**
   * A page has loaded into its slot and speaks to the board. Rejecting is up to the world: a slot
   * that has gone refuses. `detach` is what closing the iframe does: everything of it is forgotten.
   */
  attach(slot: string): FrameLink & { detach(): void };

  board(): BoardView;
  tab(tab: string): TabView | undefined;
  /** Whether that tab is in sight; `undefined`: it is not there. */
  isVisible(tab: string): boolean | undefined;
  items(): readonly ItemView[];
  /** All items, for `paste` on another board. */
  copy(): readonly BoardItem[];
  /**
   * What duplicating a board does to the duplicate, D:storage: items come along with their metadata,
   * under new ids; storage and app data do not, and neither do people.
   */
  paste(copy: readonly BoardItem[]): void;
  /** Told after every change, at most once per turn of the event loop; `items` lists changed or deleted ids. */
  onChange(
    listener: (change: {
      readonly items: ReadonlySet<string>;
      readonly tabs: ReadonlySet<string>;
      readonly board: boolean;
    }) => void,
  ): () => void;
  /** A slot has appeared (its page must now be loaded) or gone (its page must be dropped). */
  onSlot(
    listener: (change: {
      readonly tab: string;
      readonly slot: PageSlot;
      readonly open: boolean;
    }) => void,
  ): () => void;
  /** For checks only: storage as it is now, key → value, over all collections of our app. */
  storage(): ReadonlyMap<string, Json>;
  /**
   * Stores what nobody's permissions, credits or code would: malformed, hostile or of another version.
   * Without a value the key is removed. @throws when it is larger than the board takes
   */
  putStorage(collection: string, key: string, value?: Json): void;
}
