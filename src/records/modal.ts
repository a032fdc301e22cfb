/**
 * What passes between a background and its modal besides the records: the question on the way in,
 * and on the way out what became of it. The answer is in the person record, too; it travels here
 * because the modal's iframe dies with its window, perhaps before its write has left it, and
 * because a user who may not write storage has no other way.
 */
import * as v from 'valibot';
import type { Json } from '../breakout/json';
import type { Answer, Question } from '../breakout/person';
import { counter, room } from './schemas';
import { toJson } from './to-json';

const question = { epoch: counter, room, ask: counter };

const result = v.variant('type', [
  v.object({
    type: v.literal('answered'),
    answer: v.object({ ...question, kind: v.picklist(['yes', 'later', 'never', 'left']) }),
  }),
  v.object({ type: v.literal('void') }),
]);

/** `void`: the question was no longer to be answered, so the modal has closed itself. */
export type ModalResult =
  { readonly type: 'answered'; readonly answer: Answer } | { readonly type: 'void' };

/** `undefined`: the page was not opened as our modal. */
export function readModalData(raw: unknown): Question | undefined {
  const parsed = v.safeParse(v.object(question), raw);
  return parsed.success ? parsed.output : undefined;
}

export const modalResult = (value: ModalResult): Json => toJson(value);

/** `undefined`: closed by its ✖. */
export function readModalResult(raw: unknown): ModalResult | undefined {
  const parsed = v.safeParse(result, raw);
  return parsed.success ? parsed.output : undefined;
}
