/** What the world remembers. Parts change it; views.ts shows it; nothing outside this folder sees it. */
import type {
  Json,
  Locale,
  NetworkSpec,
  PageSlot,
  Plan,
  Push,
  Rect,
  Role,
  Surface,
  TabView,
} from './api';
import type { Lane } from './lane';

export interface User {
  readonly id: string;
  name: string;
  role: Role;
  plan: Plan;
  locale: Locale;
  authorised: boolean;
  /** Connected to the network. Somebody connected without a tab is not on the board. */
  connected: boolean;
  network: NetworkSpec;
  readonly tabs: Map<string, Tab>;
  /** Messages held back while disconnected, in order. */
  readonly stalled: (() => void)[];
}

export interface Tab {
  readonly id: string;
  readonly user: User;
  visible: boolean;
  viewport: Rect;
  /** Size of the canvas on screen; zoom is this over the viewport. */
  screen: { readonly width: number; readonly height: number };
  glideMs: number;
  selection: readonly string[];
  readonly slots: { background: Slot | null; panel: Slot | null; modal: Slot | null };
  pinned: boolean;
  invitation: Invitation | null;
  notifications: TabView['notifications'];
  consent: boolean;
  /** Another app has a window open. */
  foreignWindow: boolean;
  /** An icon click that no page has been there to hear yet. */
  iconClickWaiting: boolean;
  lastIconClickAt: number;
  /** How pages that have closed answered, for a `waitForClose` that comes late. */
  readonly results: Map<string, Json | undefined>;
}

export interface Slot {
  readonly page: PageSlot;
  readonly tab: Tab;
  readonly data: Json | undefined;
  link: Link | null;
  readonly whenLoaded: (() => void)[];
  readonly whenClosed: ((result: Json | undefined) => void)[];
}

export interface Link {
  readonly slot: Slot;
  readonly surface: Surface;
  readonly user: User;
  readonly tab: Tab;
  alive: boolean;
  /** Wire names of the events that the page has asked for. */
  readonly events: Set<string>;
  readonly listeners: Set<(push: Push) => void>;
  readonly lanes: Map<string, Lane>;
  /** Storage events for which a push is already under way, which will carry the latest value. */
  readonly conflating: Set<string>;
}

export interface Session {
  readonly id: string;
  readonly name: string;
  readonly color: string;
  readonly description: string;
  readonly starter: { readonly id: string; readonly name: string };
  /** User id → the tabs through which that user is in; one entry per user, whatever the dialect. */
  readonly members: Map<string, Set<string>>;
}

export interface Invitation {
  readonly session: Session;
  readonly user: User;
  readonly from: string;
  /** Called once, with what became of it. */
  readonly settle: (answer: Answer) => void;
  readonly cancelTimer: () => void;
}

export type Answer =
  | { readonly status: 'accepted' | 'rejected'; readonly reason: AnswerReason }
  | { readonly status: 'withdrawn' };
export type AnswerReason = 'clicked-button' | 'timed-out' | 'clicked-outside';
