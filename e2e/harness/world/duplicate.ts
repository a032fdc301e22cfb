import { isObject, type JsonObject } from './args';
import type { Ids } from './ids';
import type { BoardItem } from './item-model';

/** The same items under ids of another board: what is in a frame, or at a connector, stays so. */
export function underNewIds(items: readonly BoardItem[], ids: Ids): readonly BoardItem[] {
  const taken = new Set(items.map(({ id }) => id));
  const renamed = new Map(items.map(({ id }) => [id, anotherThan(taken, ids)]));
  const newId = (id: string): string => renamed.get(id) ?? id;
  return items.map((item) => ({
    ...structuredClone(item),
    id: newId(item.id),
    parentId: item.parentId === null ? null : newId(item.parentId),
    props: withEnds(item.props, newId),
  }));
}

/** Two boards made from the same seed give the same ids in turn. */
function anotherThan(taken: ReadonlySet<string>, ids: Ids): string {
  for (;;) {
    const id = ids.digits();
    if (!taken.has(id)) return id;
  }
}

function withEnds(props: JsonObject, newId: (id: string) => string): JsonObject {
  const changed = structuredClone(props);
  for (const end of [changed['start'], changed['end']])
    if (isObject(end) && typeof end['item'] === 'string') end['item'] = newId(end['item']);
  return changed;
}
