import { BoardError, type BoardFault } from './errors';

/**
 * Miro's rejections are plain errors with an English sentence (D:websdk-reference-error-handling);
 * there are no codes. Sentences that we do not know are `unknown`, and shown as they are.
 */
const SENTENCES: readonly (readonly [RegExp, BoardFault])[] = [
  [/rate limit.*per hour/is, 'rate-limited-hour'],
  [/rate limit/i, 'rate-limited-minute'],
  [/only (available )?on paid plans|available only on paid/i, 'paid-only'],
  [
    /another app|other application|sessions? (is|are) (already )?(active|held|in use)/i,
    'sessions-taken',
  ],
  [/storage limit|limit for .* has been exceeded|too large|64 ?KB/i, 'too-large'],
  [
    /lacks? permission|permissions? for|not allowed|may not|only .*(starter|owner)|read-only|forbidden/i,
    'forbidden',
  ],
  [
    /can ?not (find|retrieve)|not found|no longer exists|does not exist|unable to find/i,
    'not-found',
  ],
  [/offline|disconnected|connection|not initiali[sz]ed/i, 'disconnected'],
];

/** Any rejection as a `BoardError`; what is one already stays as it is. */
export function translate(error: unknown): BoardError {
  if (error instanceof BoardError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = SENTENCES.find(([sentence]) => sentence.test(message))?.[1] ?? 'unknown';
  return new BoardError(code, message, error);
}
