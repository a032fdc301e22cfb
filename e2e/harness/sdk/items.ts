import type { Frame, StickyNote } from '@mirohq/websdk-types';
import type { Json } from '../world/api';
import type { Client } from './client';
import type { Item } from './public';
import * as read from './read';
import { notImplemented } from './refuse';

type Identified = { readonly id: string };

/** An item as an app holds it: a copy of its data, and what can be done with it. */
class SdkItem implements Pick<StickyNote, 'sync' | 'getMetadata' | 'setMetadata'> {
  readonly #client: Client;
  declare readonly id: string;

  constructor(client: Client, data: object) {
    this.#client = client;
    Object.assign(this, data);
  }

  async sync(): Promise<void> {
    const { id } = this;
    Object.assign(
      this,
      await this.call('WIDGET_UPDATE', { id, props: Object.fromEntries(Object.entries(this)) }),
    );
  }

  async getMetadata(key?: string) {
    const { id } = this;
    return read.trusted<never>(await this.#client.call('WIDGET_GET_METADATA', { id, key }));
  }

  async setMetadata(key: string, value: Json) {
    const { id } = this;
    return read.trusted<never>(await this.#client.call('WIDGET_SET_METADATA', { id, key, value }));
  }

  protected async call(command: string, args: Record<string, unknown>) {
    return read.trusted<object>(await this.#client.call(command, args));
  }
  protected async list(command: string, args: Record<string, unknown>): Promise<readonly Item[]> {
    const answer = await this.#client.call(command, args);
    return read.list(answer).map((item) => createItem(this.#client, item));
  }
}

/** `add` and `remove` bring the given item and the list of children up to date, as at Miro. */
class SdkFrame
  extends SdkItem
  implements Pick<Frame, 'childrenIds' | 'add' | 'remove' | 'getChildren'>
{
  declare childrenIds: string[];

  async add<T extends Identified>(item: T): Promise<T> {
    Object.assign(item, await this.call('FRAME_ADD', { id: this.id, item: item.id }));
    this.childrenIds = [...this.childrenIds.filter((id) => id !== item.id), item.id];
    return item;
  }

  async remove(item: Identified): Promise<void> {
    Object.assign(item, await this.call('FRAME_REMOVE', { id: this.id, item: item.id }));
    this.childrenIds = this.childrenIds.filter((id) => id !== item.id);
  }

  async getChildren() {
    const children = await this.list('FRAME_GET_CHILDREN', { id: this.id });
    return read.trusted<Awaited<ReturnType<Frame['getChildren']>>>(children);
  }
}

const UNSUPPORTED = [
  'goToLink',
  'bringToFront',
  'sendToBack',
  'bringInFrontOf',
  'sendBehindOf',
  'getLayerIndex',
  'getConnectors',
  'getAiContext',
  'getFile',
  'getDataUrl',
] as const satisfies readonly (keyof StickyNote | 'getFile' | 'getDataUrl')[];

for (const name of UNSUPPORTED)
  Object.defineProperty(SdkItem.prototype, name, {
    value() {
      throw notImplemented(`item.${name}`);
    },
  });

/** Its type follows from `type` in the data, which the world has set, so it is not checked again. */
export function createItem(client: Client, value: Json | undefined): Item {
  const data = read.object(value);
  const item = data['type'] === 'frame' ? new SdkFrame(client, data) : new SdkItem(client, data);
  return read.trusted<Item>(item);
}
