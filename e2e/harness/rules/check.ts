import type { Json } from '../world/api';
import type { Action, BoardUnderTest, Carried, PageName } from './rule';

const show = (value: Carried): string => JSON.stringify(value ?? null);

/** Equal as JSON; `undefined` and `null` count as the same nothing. */
export function equal(actual: Carried, expected: Carried): void {
  if (show(actual) !== show(expected))
    throw new Error(`expected ${show(expected)}, but it is ${show(actual)}`);
}

export function holds(condition: boolean, what: string): void {
  if (!condition) throw new Error(`expected: ${what}`);
}

const PATIENCE_MS = 3_000;
const STEP_MS = 25;
/** Long enough for a message that must not come. */
const QUIET_MS = 300;

/** Waits until the page has heard exactly this, and sees to it that nothing more follows. */
export async function hears(
  board: BoardUnderTest,
  page: PageName,
  expected: readonly Json[],
): Promise<void> {
  // What was sent to the page before lies before the answer.
  const heard = (): Promise<Json[]> =>
    board.in(page, ({ miro, heard }) => miro.board.getInfo().then(() => heard));
  for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
    if ((await heard()).length >= expected.length) break;
    await board.wait(STEP_MS);
  }
  await board.wait(QUIET_MS);
  equal(await heard(), [...expected]);
}

/** The call must reject with these words. */
export async function refuses<A extends Json, R extends Carried>(
  board: BoardUnderTest,
  page: PageName,
  call: { readonly action: Action<A, R>; readonly args: A; readonly words: RegExp },
): Promise<void> {
  let message: string | undefined;
  try {
    await board.in(page, call.action, call.args);
  } catch (error) {
    message = error instanceof Error ? error.message : String(error);
  }
  if (message === undefined) throw new Error('expected a rejection, but the call was accepted');
  holds(call.words.test(message), `a rejection like ${String(call.words)}, not: ${message}`);
}
