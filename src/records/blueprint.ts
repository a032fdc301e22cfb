/** Key `blueprint-<userId>`. One writer: that user's leading background, once for each order. */
import * as v from 'valibot';
import type { UserId } from '../breakout/ids';
import { COPIED_KINDS, MOST_ITEMS, MOST_ORIGINALS, type Blueprint } from '../breakout/work';
import { defineOwned, type OwnedDefinition } from './definition';
import { keys } from './keys';
import { counter, digest, finite, frame, item, list, orNone, room, text } from './schemas';
import { MAX_NAME } from './text';

const MAX_ROOMS = 200;

const harvest = v.object({
  name: text(MAX_NAME),
  wide: v.boolean(),
  notes: list(item, MOST_ITEMS),
});

const copies = v.object({
  size: v.object({ width: finite, height: finite }),
  originals: list(
    v.object({ item, kind: v.picklist(COPIED_KINDS), x: finite, y: finite, digest }),
    MOST_ORIGINALS,
  ),
  rooms: list(v.object({ room, frame }), MAX_ROOMS),
});

export function blueprintRecord(user: UserId): OwnedDefinition<Blueprint> {
  return defineOwned<Blueprint>({
    key: keys.blueprint(user),
    version: 1,
    schema: v.object({
      n: counter,
      at: v.object({ x: finite, y: finite }),
      rooms: list(harvest, MAX_ROOMS),
      copies: v.optional(orNone(copies)),
    }),
    supersedes: (known, read) => read.n >= known.n,
  });
}
