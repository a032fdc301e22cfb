/**
 * What passes between a background and its modal besides the records: what it is about on the way
 * in, and on the way out what became of it. The answer is in the person record, too; it travels here
 * because the modal's iframe dies with its window, perhaps before its write has left it, and
 * because a user who may not write storage has no other way.
 */
import * as v from 'valibot';
import type { Millis, TabId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import type { Answer, Choice } from '../breakout/person';
import type { Showing } from '../breakout/showing';
import { choice, counter, finite, orNone, room, tab, text, token } from './schemas';
import { toJson } from './to-json';

/** Twice what Miro takes as a notification. */
const MAX_NOTICE = 160;
const question = v.object({ epoch: counter, room, ask: counter });

const showing = v.union([
  v.object({ kind: v.literal('question'), question }),
  v.object({
    kind: v.literal('choose'),
    question: v.object({ epoch: counter, ask: counter }),
  }),
  v.object({ kind: v.literal('message'), epoch: counter, message: token }),
  v.object({
    kind: v.literal('notice'),
    epoch: counter,
    text: text(MAX_NOTICE),
    offers: v.picklist(['nothing', 'more-time']),
  }),
]);

/** An earlier version handed over less. */
const place = v.object({ tab: v.optional(tab), offsetMs: v.optional(orNone(finite)) });

// Not spread from `question`: a bundle that does not read results could not leave it out.
const result = v.union([
  v.object({
    type: v.literal('answered'),
    answer: v.object({
      epoch: counter,
      room,
      ask: counter,
      kind: v.picklist(['yes', 'later', 'never', 'left']),
    }),
  }),
  v.object({ type: v.literal('chosen'), choice }),
  v.object({ type: v.literal('got-it'), moreTime: v.boolean() }),
  v.object({ type: v.literal('void') }),
]);

/** `void`: what it was about had passed, so the modal has closed itself. */
export type ModalResult =
  | { readonly type: 'answered'; readonly answer: Answer }
  | { readonly type: 'chosen'; readonly choice: Choice }
  | { readonly type: 'got-it'; readonly moreTime: boolean }
  | { readonly type: 'void' };

/** What a modal is told besides what it shows. */
export interface ModalPlace {
  /** The background that opens it. */
  readonly tab: TabId;
  /**
   * The own clock minus the conductor's, as the background has heard it: a window that is opened at the
   * last beat of all would not know when the breakout is over ([T6]).
   */
  readonly offsetMs: Millis | undefined;
}

export const modalData = (value: Showing, place: ModalPlace): Json =>
  toJson({ ...value, ...place });

/** `undefined`: the page was not opened as our modal. */
export function readModalData(raw: unknown): Showing | undefined {
  const parsed = v.safeParse(showing, raw);
  return parsed.success ? parsed.output : undefined;
}

export function readPlace(raw: unknown): {
  readonly [Part in keyof ModalPlace]?: ModalPlace[Part] | undefined;
} {
  const parsed = v.safeParse(place, raw);
  return parsed.success ? parsed.output : {};
}

export const modalResult = (value: ModalResult): Json => toJson(value);

/** `undefined`: closed by its ✖. */
export function readModalResult(raw: unknown): ModalResult | undefined {
  const parsed = v.safeParse(result, raw);
  return parsed.success ? parsed.output : undefined;
}
