/** What can go wrong between us and Miro, as far as a caller would act differently. */
export type BoardFault =
  | 'forbidden'
  | 'rate-limited-minute'
  | 'rate-limited-hour'
  | 'paid-only'
  | 'not-found'
  | 'too-large'
  | 'sessions-taken'
  | 'timed-out'
  /** A window in which nothing came up. */
  | 'not-loaded'
  /** Another window is in the way; the message is whose screen it is on. */
  | 'window-taken'
  | 'disconnected'
  | 'unknown';

export const isRateLimit = (fault: BoardFault): boolean =>
  fault === 'rate-limited-minute' || fault === 'rate-limited-hour';

/** A rejected SDK call, translated once, where it was caught. `cause` is Miro's own error. */
export class BoardError extends Error {
  override readonly name = 'BoardError';
  readonly code: BoardFault;

  constructor(code: BoardFault, message: string, cause?: unknown) {
    super(message, { cause });
    this.code = code;
  }
}
