/**
 * The app's iframes in this page, and the board: passes what they say on, each over a link of its
 * own. An iframe that loads another page begins a new link; the one before it is dead.
 */
import { HELLO, type FrameRequest, type ToFrame } from '../../sdk/frame-protocol';
import type { ClientMessage } from '../../server/protocol';
import type { BoardEvent } from './board-socket';

/** As the server's bound (limits.ts), less the wrapping: past it the whole tab would be cut off. */
const MAX_REQUEST_CHARS = 300_000;

interface OpenLink {
  readonly slot: string;
  readonly port: MessagePort;
}

export class AppFrames {
  readonly #send: (message: ClientMessage) => void;
  readonly #slots = new Map<HTMLIFrameElement, { slot: string; origin: string }>();
  readonly #links = new Map<string, OpenLink>();
  #lastLink = 0;
  #visible = true;

  constructor(send: (message: ClientMessage) => void) {
    this.#send = send;
    window.addEventListener('message', (event) => {
      this.#hello(event);
    });
  }

  /** An iframe shows a page of the app. Returns what to do when it goes. */
  add(frame: HTMLIFrameElement, slot: string, origin: string): () => void {
    this.#slots.set(frame, { slot, origin });
    return () => {
      this.#slots.delete(frame);
      this.#end(slot);
    };
  }

  hear(event: BoardEvent): void {
    if (event.t === 'push') {
      this.#tell(event.link, { t: 'push', push: event.push });
    } else if (event.t === 'reply') {
      const { id } = event;
      const answer = event.ok
        ? { ok: true as const, ...(event.value === undefined ? {} : { value: event.value }) }
        : { ok: false as const, message: event.message };
      this.#tell(event.link, { t: 'answer', id, ...answer });
    } else if (event.t === 'lost') {
      for (const { slot } of [...this.#links.values()]) this.#end(slot);
    }
  }

  /** Whether the person looks at this tab, for what the app's pages read. */
  show(visible: boolean): void {
    if (visible === this.#visible) return;
    this.#visible = visible;
    for (const link of this.#links.keys()) this.#tell(link, { t: 'visible', visible });
  }

  #hello({ source, origin, data, ports }: MessageEvent<unknown>): void {
    const port = ports[0];
    if (!port || !isHello(data)) return;
    for (const [frame, known] of this.#slots) {
      if (frame.contentWindow === source && known.origin === origin) this.#begin(known.slot, port);
    }
  }

  #begin(slot: string, port: MessagePort): void {
    this.#end(slot);
    this.#lastLink += 1;
    const link = `${slot}#${this.#lastLink}`;
    this.#links.set(link, { slot, port });
    this.#send({ t: 'attach', link, slot });
    port.onmessage = ({ data }: MessageEvent<FrameRequest>) => {
      this.#request(link, data);
    };
    if (!this.#visible) this.#tell(link, { t: 'visible', visible: false });
  }

  #request(link: string, { id, command, args }: FrameRequest): void {
    if (JSON.stringify(args).length > MAX_REQUEST_CHARS) {
      this.#tell(link, {
        t: 'answer',
        id,
        ok: false,
        message: `The mocked board takes at most ${MAX_REQUEST_CHARS} characters in one call.`,
      });
      return;
    }
    this.#send({ t: 'request', link, id, command, args });
  }

  #end(slot: string): void {
    for (const [link, open] of this.#links) {
      if (open.slot !== slot) continue;
      open.port.close();
      this.#links.delete(link);
      this.#send({ t: 'detach', link });
    }
  }

  #tell(link: string, message: ToFrame): void {
    this.#links.get(link)?.port.postMessage(message);
  }
}

const isHello = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === HELLO;
