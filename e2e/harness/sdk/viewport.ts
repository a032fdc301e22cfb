import type { Client } from './client';
import { idsOf } from './item-ids';
import type { Board, Public } from './public';
import * as read from './read';

/** `miro.board.viewport`. */
export const createViewport = (client: Client): Public<Board['viewport']> => ({
  get: async () => read.rect(await client.call('VIEWPORT_GET')),
  set: async ({ viewport, padding, animationDurationInMs }) =>
    read.rect(await client.call('VIEWPORT_SET', { viewport, padding, animationDurationInMs })),
  async zoomTo(items) {
    await client.call('VIEWPORT_ZOOM_TO', { items: idsOf(items) });
  },
  getZoom: async () => read.number(await client.call('VIEWPORT_GET_ZOOM')),
  async setZoom(zoomLevel) {
    await client.call('VIEWPORT_SET_ZOOM', { zoomLevel });
  },
});
