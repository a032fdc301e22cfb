import type { Json } from './api';
import { asObject, optionalAmount, text, texts, type JsonObject } from './args';
import { kept, keptWith } from './app-data';
import type { Command, CommandTable } from './commands';
import type { Core } from './core';
import { LEVEL_1, LEVEL_3 } from './credits';
import { findEmptySpace } from './empty-space';
import { rectOf, type BoardItem } from './item-model';
import type { Items } from './items';
import type { Link } from './model';
import { sentences } from './sentences';

/** `get`'s filter: by ids, by types, by tags. D:websdk-reference-board. */
export function matching(items: Items, filter: Json | undefined): readonly BoardItem[] {
  if (filter === undefined || filter === null) return [...items.all()];
  const { id, type, tags } = asObject(filter, 'filter');
  // A missing id rejects the whole call.
  if (id !== undefined) return many(id).map((one) => items.require(one));
  const types = many(type);
  const wantedTags = many(tags);
  return [...items.all()].filter(
    (item) =>
      (types.length === 0 || types.includes(item.type)) &&
      (wantedTags.length === 0 || wantedTags.some((tag) => hasTag(item, tag))),
  );
}

function many(value: Json | undefined): readonly string[] {
  if (value === undefined) return [];
  return texts({ list: Array.isArray(value) ? value : [value] }, 'list');
}

const hasTag = ({ props }: BoardItem, tag: string): boolean =>
  Array.isArray(props['tagIds']) && props['tagIds'].includes(tag);

/** A page gives a child's place as it was told it: from its parent's top left. */
function toBoard(items: Items, item: BoardItem, wanted: JsonObject): JsonObject {
  const parent = item.parentId === null ? undefined : items.find(item.parentId);
  if (!parent) return wanted;
  const corner = rectOf(parent);
  const place: JsonObject = { ...wanted };
  const x = optionalAmount(wanted, 'x');
  const y = optionalAmount(wanted, 'y');
  if (x !== undefined) place['x'] = x + corner.x;
  if (y !== undefined) place['y'] = y + corner.y;
  return place;
}

/** D:storage: 6 KB an item, all keys together, and frames are not among the items that have any. */
const METADATA = { limitBytes: 6 * 1024, feature: 'metadata' } as const;

function mayKeep(item: BoardItem): BoardItem {
  if (item.type === 'frame') throw new Error(sentences.noMetadata());
  return item;
}

/** `createImage` is Level 3, the other `create*` Level 1. */
const creationPrices = { cheap: LEVEL_1, image: LEVEL_3 } as const;

export function createItemCommands(core: Core, items: Items): CommandTable {
  const created =
    (isImage: boolean) =>
    ({ user }: Link, args: JsonObject): Json => {
      const type = text(args, 'type');
      if ((type === 'image') !== isImage) throw new Error(sentences.invalid('type'));
      return items.wire(items.create(user.id, type, asObject(args['props'], 'props')));
    };
  const writing = (price: number, run: Command['run']): Command => ({
    price,
    scope: 'boards:write',
    changes: 'edit board',
    run,
  });
  const reading = (price: number, run: Command['run']): Command => ({
    price,
    scope: 'boards:read',
    run,
  });

  return {
    WIDGET_GET: reading(LEVEL_3, (_link, args) =>
      matching(items, args['filter']).map((item) => items.wire(item)),
    ),
    /** Not a command of its own at Miro, but priced as one: Level 1. */
    WIDGET_GET_BY_ID: reading(LEVEL_1, (_link, args) =>
      items.wire(items.require(text(args, 'id'))),
    ),
    /** Not in the price table either. */
    WIDGET_GET_METADATA: reading(LEVEL_1, (_link, args) =>
      kept(mayKeep(items.require(text(args, 'id'))).metadata, args),
    ),
    WIDGET_SET_METADATA: writing(LEVEL_1, (_link, args) => {
      const item = mayKeep(items.require(text(args, 'id')));
      item.metadata = keptWith(item.metadata, args, METADATA);
      return item.metadata;
    }),
    FRAME_GET_CHILDREN: reading(LEVEL_3, (_link, args) =>
      items.childrenOf(items.require(text(args, 'id'))).map((item) => items.wire(item)),
    ),
    WIDGET_CREATE: writing(creationPrices.cheap, created(false)),
    WIDGET_CREATE_IMAGE: writing(creationPrices.image, created(true)),
    WIDGET_UPDATE: writing(LEVEL_1, ({ user }, args) => {
      const item = items.require(text(args, 'id'));
      items.update(user.id, item, toBoard(items, item, asObject(args['props'], 'props')));
      return items.wire(item);
    }),
    WIDGET_REMOVE: writing(LEVEL_1, (_link, args) => items.remove(items.require(text(args, 'id')))),
    FRAME_ADD: writing(LEVEL_1, ({ user }, args) => {
      const item = items.require(text(args, 'item'));
      items.adopt(user.id, item, items.require(text(args, 'id')));
      return items.wire(item);
    }),
    FRAME_REMOVE: writing(LEVEL_1, ({ user }, args) => {
      const item = items.require(text(args, 'item'));
      if (item.parentId !== text(args, 'id')) throw new Error(sentences.noItem(item.id));
      items.adopt(user.id, item, null);
      return items.wire(item);
    }),
    FIND_EMPTY_SPACE: reading(LEVEL_1, (_link, args) => ({ ...findEmptySpace(items.all(), args) })),
    GET_BOARD_INFO: reading(LEVEL_1, ({ user }) => ({
      id: 'uXjVMockedBoard=',
      locale: user.locale,
      createdAt: CREATED_AT,
      updatedAt: new Date(core.clock.now()).toISOString(),
    })),
  };
}

const CREATED_AT = '2026-01-05T09:00:00.000Z';
