import type { FrameLink, Json, Push } from '../world/api';
import { HELLO, type FrameRequest, type ToFrame } from './frame-protocol';
import { pretendVisibility } from './visibility';

interface Waiting {
  readonly resolve: (value: Json | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** @param board origin of the page around this one; messages go to it and to nobody else */
export function linkToBoard(board: string): FrameLink {
  const waiting = new Map<number, Waiting>();
  const listeners = new Set<(push: Push) => void>();
  const { port1: port, port2: theirs } = new MessageChannel();
  let lastId = 0;

  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    switch (data.t) {
      case 'push':
        for (const listener of [...listeners]) listener(data.push);
        break;
      case 'visible':
        pretendVisibility(document, data.visible);
        break;
      case 'answer': {
        const asker = waiting.get(data.id);
        waiting.delete(data.id);
        if (data.ok) asker?.resolve(data.value);
        else asker?.reject(new Error(data.message));
      }
    }
  };
  window.parent.postMessage({ type: HELLO }, board, [theirs]);

  return {
    request(command, args) {
      lastId += 1;
      const id = lastId;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        port.postMessage({ id, command, args } satisfies FrameRequest);
      });
    },
    listen(onPush) {
      listeners.add(onPush);
      return () => {
        listeners.delete(onPush);
      };
    },
  };
}

/** Outside a board there is nobody to speak to; Miro's script rejects with an error of this name. */
export const linkToNobody = (): FrameLink => ({
  request() {
    const error = new Error('The app is not running on a board.');
    error.name = 'SdkConnectionError';
    return Promise.reject(error);
  },
  listen: () => () => {},
});
