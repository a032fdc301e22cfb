import type { FrameLink, Json, Push } from '../world/api';

type Handle = (payload: Json | undefined) => void;
/** Any function of an app; the client only keeps it and compares it. */
type Handler = (...args: never[]) => unknown;

/** How the parts of the SDK speak with the board, and share its events. */
export interface Client {
  call(command: string, args?: { readonly [key: string]: unknown }): Promise<Json | undefined>;
  /**
   * Hears an event until `unsubscribe` with the same name and handler. `ask` tells the board that
   * this page wants it; by default that is a plain registration.
   */
  subscribe(
    name: string,
    handler: Handler,
    how: { readonly handle: Handle; readonly ask?: () => Promise<void> },
  ): Promise<void>;
  unsubscribe(name: string, handler: Handler): Promise<void>;
  /** Forgets all handlers of these events. */
  forget(names: readonly string[]): Promise<void>;
}

export function createClient(link: FrameLink): Client {
  /** Event → the app's handler → what we do for it. One handler counts once, as at Miro. */
  const subscriptions = new Map<string, Map<Handler, Handle>>();

  link.listen(({ name, payload }: Push) => {
    for (const handle of [...(subscriptions.get(name)?.values() ?? [])])
      report(() => handle(payload));
  });

  const call: Client['call'] = (command, args = {}) => link.request(command, toJson(args));

  async function unregister(name: string): Promise<void> {
    subscriptions.delete(name);
    await call('UI_UNREGISTER_EVENT', { event: name });
  }

  return {
    call,
    async subscribe(name, handler, { handle, ask }) {
      const handlers = subscriptions.get(name) ?? new Map<Handler, Handle>();
      const isFirst = handlers.size === 0;
      handlers.set(handler, handle);
      subscriptions.set(name, handlers);
      try {
        if (ask) await ask();
        else if (isFirst) await call('UI_REGISTER_EVENT', { event: name });
      } catch (error) {
        handlers.delete(handler);
        throw error;
      }
    },
    async unsubscribe(name, handler) {
      const handlers = subscriptions.get(name);
      if (!handlers?.delete(handler)) return;
      if (handlers.size === 0) await unregister(name);
    },
    async forget(names) {
      for (const name of names) if (subscriptions.has(name)) await unregister(name);
    },
  };
}

/** One handler's throw is the page's uncaught error, and keeps no other handler from hearing. */
function report(run: () => void): void {
  try {
    run();
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}

/** Methods and `undefined` do not travel, as with any JSON. */
const toJson = (args: { readonly [key: string]: unknown }): Json =>
  JSON.parse(JSON.stringify(args)) as Json;
