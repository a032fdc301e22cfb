/**
 * Key `work-<userId>`. Writers: that user's own iframes, merged. The panel writes order and wish,
 * the leading background progress and what it has made. A register that belongs to an order names
 * it; what names another order is of the past.
 */
import * as v from 'valibot';
import type { ItemId, UserId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { MOST_ITEMS, type Job, type Progress, type Wish, type Work } from '../breakout/work';
import { defineMerged, type MergedDefinition } from './definition';
import { keys } from './keys';
import type { Changes, Doc } from './merge';
import { register } from './register';
import { counter, finite, frame, item, list, orNone, problem, room, tab, text } from './schemas';
import { readKeptSetup } from './setup-document';
import { toJson } from './to-json';

const MAX_TITLE = 200;
const MAX_TEXT = 6_000;
const MAX_ROOMS = 200;
const MAX_NAMES = 2_000;

/** So many ids in one register: each write stamps only the last one anew. */
const PER_CHUNK = 100;
const CHUNKS = MOST_ITEMS / PER_CHUNK + 3;

/** It goes into an item as it is, so it is kept as it is. */
const document = v.custom<Json>((raw) => readKeptSetup(raw).type === 'set-up');

const job = v.union([
  v.object({ kind: v.literal('collect'), title: text(MAX_TITLE), withoutNotes: text(MAX_TITLE) }),
  v.object({
    kind: v.literal('names'),
    texts: list(v.object({ room, text: text(MAX_NAMES) }), MAX_ROOMS),
  }),
  v.object({ kind: v.literal('take-names') }),
  v.object({ kind: v.literal('text'), text: text(MAX_TEXT) }),
  v.object({ kind: v.literal('fill'), template: frame, rooms: list(room, MAX_ROOMS) }),
  v.object({ kind: v.literal('setup'), text: text(MAX_TEXT), document }),
]) satisfies v.GenericSchema<unknown, Job>;

const wish = v.object({ n: counter, do: v.picklist(['go', 'stop', 'undo']), tries: counter });

const progress = v.object({
  n: counter,
  state: v.picklist(['working', 'stopped', 'failed', 'done', 'undoing', 'undone']),
  tab,
  done: counter,
  of: counter,
  left: v.optional(counter, 0),
  frame: orNone(frame),
  problem: orNone(problem),
});

const parts = {
  order: register('order', v.object({ n: counter, at: finite, job })),
  wish: register('wish', wish),
  progress: register('progress', progress),
  made: register('made/*', v.object({ n: counter, ids: list(item, PER_CHUNK) })),
};

export function workRecord(user: UserId): MergedDefinition<Work> {
  return defineMerged<Work>({
    key: keys.work(user),
    version: 1,
    registers: Object.values(parts),
    decode: (doc) => {
      const order = parts.order.in(doc);
      const of = <T extends { readonly n: number }>(value: T | undefined): T | undefined =>
        value?.n === order?.n ? value : undefined;
      const { n: _, ...wanted } = of(parts.wish.in(doc)) ?? { n: 0, do: 'go', tries: 0 };
      return {
        order,
        wish: wanted,
        progress: of(parts.progress.in(doc)),
        made: order === undefined ? [] : madeIn(doc, order.n),
      };
    },
  });
}

function madeIn(doc: Doc, n: number): readonly ItemId[] {
  return chunks().flatMap((chunk) => {
    const made = parts.made.in(doc, chunk);
    return made?.n === n ? made.ids : [];
  });
}

const chunks = (): readonly number[] => Array.from({ length: CHUNKS }, (_, chunk) => chunk);

export const workEdits = {
  order: (n: number, at: number, ordered: Job): Changes => ({
    [parts.order.path()]: toJson({ n, at, job: ordered }),
  }),
  /** [J5] The names that were put on frames: done with, they are not kept beside what people see. */
  forgetNames: ({ order }: Pick<Work, 'order'>): Changes =>
    order?.job.kind === 'names' && order.job.texts.length > 0
      ? workEdits.order(order.n, order.at, { kind: 'names', texts: [] })
      : {},
  wish: (n: number, wanted: Wish): Changes => ({ [parts.wish.path()]: toJson({ n, ...wanted }) }),
  progress: (n: number, reached: Progress): Changes => ({
    [parts.progress.path()]: toJson({ n, ...reached }),
  }),
  /** All that was made, and nothing of earlier orders. What is there already is no edit. */
  made(n: number, ids: readonly ItemId[]): Changes {
    const changes: Record<string, ReturnType<typeof toJson>> = {};
    for (const chunk of chunks()) {
      const some = ids.slice(chunk * PER_CHUNK, (chunk + 1) * PER_CHUNK);
      changes[parts.made.path(chunk)] = some.length === 0 ? null : toJson({ n, ids: some });
    }
    return changes;
  },
};
