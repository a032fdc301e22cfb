/**
 * Between the SDK in an app's iframe and the board's page around it. The first message goes by
 * `window.postMessage`, with origin and source checked on both sides, and carries a port; all
 * others go through that port, which nobody else holds. The page knows by the message's source
 * which of its iframes speaks: nothing is added to the app's address.
 */
import type { Outcome } from '../server/protocol';
import type { Json, Push } from '../world/api';

/** The SDK's first message; `ports[0]` comes with it. */
export const HELLO = 'mocked-miro-board:hello';

export interface FrameRequest {
  readonly id: number;
  readonly command: string;
  readonly args: Json;
}

export type ToFrame =
  | ({ readonly t: 'answer'; readonly id: number } & Outcome)
  | { readonly t: 'push'; readonly push: Push }
  /** Whether the person looks at the tab: what the page's `document.visibilityState` is to say. */
  | { readonly t: 'visible'; readonly visible: boolean };
