import { BoardError, type BoardFault } from './errors';

/**
 * Miro's rejections are plain errors with an English sentence (D:websdk-reference-error-handling);
 * there are no codes. The first that fits counts. Sentences that we do not know are `unknown`, and
 * shown as they are.
 */
const SENTENCES: readonly (readonly [RegExp, BoardFault])[] = [
  [/rate limit.*per hour/is, 'rate-limited-hour'],
  [/rate limit/i, 'rate-limited-minute'],
  [/only on paid plans/i, 'paid-only'],
  // "Cannot close the modal: … another app has opened it" is about no session.
  [/another app.*session|session.*another app/i, 'sessions-taken'],
  [/storage limit|limit for .* has been exceeded|too large/i, 'too-large'],
  [/permission|not allowed|may not|only .*(start|own)|read-only|forbidden/i, 'forbidden'],
  [
    /can ?not (find|retrieve)|not found|no longer exists|does not exist|has not joined/i,
    'not-found',
  ],
  [/did not load/i, 'not-loaded'],
  [/timed? ?out/i, 'timed-out'],
  [/offline|disconnected|connection|not initiali[sz]ed/i, 'disconnected'],
];

/** Any rejection as a `BoardError`; what is one already stays as it is. */
export function translate(error: unknown): BoardError {
  if (error instanceof BoardError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const words = error instanceof Error ? `${error.name}: ${message}` : message;
  const code = SENTENCES.find(([sentence]) => sentence.test(words))?.[1] ?? 'unknown';
  return new BoardError(code, message, error);
}
