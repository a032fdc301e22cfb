/**
 * What travels between the server and a page of the harness, one JSON message per WebSocket frame.
 * The client's messages are validated (`decodeMessage`); the server's are trusted by its own pages.
 */
import * as v from 'valibot';
import type { BoardView, ItemView, Json, Push, TabView } from '../world/api';

const id = v.pipe(v.string(), v.maxLength(200));
const json = v.custom<Json>((value) => value !== undefined);

const clientMessage = v.variant('t', [
  /** The page of `slot` has loaded and speaks over `link` from now on (a name the client makes up). */
  v.object({ t: v.literal('attach'), link: id, slot: id }),
  v.object({ t: v.literal('detach'), link: id }),
  /** A command of the app. */
  v.object({ t: v.literal('request'), link: id, id: v.number(), command: id, args: json }),
  /** Something a person, or an operator, does: a method of WorldApi. */
  v.object({ t: v.literal('call'), id: v.number(), method: id, args: v.array(v.unknown()) }),
  /** Where a person's pointer is, in board coordinates; shown to the others, never to apps. */
  v.object({ t: v.literal('pointer'), x: v.number(), y: v.number() }),
]);

export type ClientMessage = v.InferOutput<typeof clientMessage>;

/** The app that a board runs, as the stage shows and loads it. */
export interface AppInfo {
  readonly name: string;
  /** The app's `sdkUri` as the browser reaches it; addresses of panels and modals are relative to it. */
  readonly address: string;
  /** Outline icon for the toolbar, if the app has one where ours has it. */
  readonly icon: string | null;
  /** The origin that the app believes to be at; addresses on it are mapped to `address`'s. */
  readonly origin: string | null;
  /** What its manifest asks for; null if nobody here has seen that: everything. */
  readonly scopes: readonly string[] | null;
}

export type Outcome =
  { readonly ok: true; readonly value?: Json } | { readonly ok: false; readonly message: string };

export type ServerMessage =
  /** First message. `tab` and `user` are empty for operators. */
  | {
      readonly t: 'welcome';
      readonly board: string;
      readonly user: string;
      readonly tab: string;
      readonly app: AppInfo;
    }
  | { readonly t: 'board'; readonly board: BoardView }
  | { readonly t: 'tab'; readonly tab: TabView }
  | {
      readonly t: 'items';
      readonly changed: readonly ItemView[];
      readonly removed: readonly string[];
    }
  /** To a `call`. */
  | ({ readonly t: 'answer'; readonly id: number } & Outcome)
  /** To a `request`. */
  | ({ readonly t: 'reply'; readonly link: string; readonly id: number } & Outcome)
  | { readonly t: 'push'; readonly link: string; readonly push: Push }
  | { readonly t: 'pointer'; readonly user: string; readonly x: number; readonly y: number }
  /** The tab is gone from the board, with the reason for a person to read. Operators hear of every tab. */
  | { readonly t: 'closed'; readonly tab: string; readonly reason: string };

/** Undefined for anything that is not a message. */
export function decodeMessage(text: string): ClientMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Not JSON, so not a message: the caller ends the connection.
    return undefined;
  }
  const result = v.safeParse(clientMessage, value);
  return result.success ? result.output : undefined;
}
