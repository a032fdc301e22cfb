/**
 * Sizes of the modal. Miro offers no call to resize an open modal, so one of three fixed sizes is
 * chosen before opening; what does not fit scrolls. Unit: density-independent pixels, Miro's
 * padding included.
 */
export interface ModalSize {
  readonly width: number;
  readonly height: number;
}

export const MODAL_SIZES = {
  S: { width: 480, height: 300 },
  M: { width: 480, height: 380 },
  L: { width: 480, height: 560 },
} as const satisfies Record<string, ModalSize>;

/** Longer tasks get the large size; about six lines at the modal's width. */
const LONG_TASK = 220;

/** The size for a question, by the kind of question and the task that it shows. */
export function sizeFor(question: {
  readonly kind: 'invite' | 'move';
  readonly task: string;
  /** Asked before: a third answer is offered, which may need a line of its own. */
  readonly again?: boolean;
}): ModalSize {
  const length = question.task.trim().length;
  if (length === 0 && question.again !== true) return MODAL_SIZES.S;
  return length > LONG_TASK ? MODAL_SIZES.L : MODAL_SIZES.M;
}

/** Longest text that fits the small size; Japanese fills a line with half as many characters. */
const SMALL_TELLING = 180;

/** The size for what wants no answer. */
export function sizeForTelling(text: string): ModalSize {
  const lines = text.split('\n').length;
  return text.length <= SMALL_TELLING && lines <= 4 ? MODAL_SIZES.S : MODAL_SIZES.M;
}
