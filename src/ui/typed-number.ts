import { beforePageGoes } from './before-it-goes';

/** Whoever has typed so recently is on the way to another number: to 12 by a 1. */
const TYPING_MS = 400;

export interface TypedNumber {
  readonly min: number;
  readonly max: number;
  /** As it is set; `undefined`: to none. */
  readonly value: () => number | undefined;
  readonly set: (value: number) => void;
}

/**
 * [W4] Sets what stands in a number's field before the page can be gone, and leaves the field as it is: its user
 * may only have gone past. Otherwise a number is set when it is complete, on `change`.
 *
 * @returns how to stop
 */
export function keepTypedNumber(
  field: HTMLInputElement,
  { min, max, value, set }: TypedNumber,
): () => void {
  let typedAt = -Infinity;
  const oninput = (): void => {
    typedAt = performance.now();
  };
  field.addEventListener('input', oninput);
  const stop = beforePageGoes(() => {
    const typed = Math.round(Number(field.value));
    const isTyping = performance.now() - typedAt < TYPING_MS;
    if (!isTyping && typed >= min && typed <= max && typed !== value()) set(typed);
  });
  return () => {
    field.removeEventListener('input', oninput);
    stop();
  };
}
