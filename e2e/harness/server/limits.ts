/** The server's bounds. All of them are far above what people, or one test run, need. */

/** Bytes of one message to the server. A storage value may have 64 KB, an image in a data URL more. */
export const MAX_MESSAGE_BYTES = 1024 * 1024;

/** Bytes that may wait for a client that reads too slowly; past them its connection ends. */
export const MAX_BACKLOG_BYTES = 16 * 1024 * 1024;

/** What a board may be called. */
export const BOARD_ID = /^[\w-]{1,64}$/;

/** How long a board that nobody is connected to is kept. */
export const KEEP_UNUSED_MS = 10 * 60_000;

/** Past this number, the board longest unused goes at once. */
export const MAX_BOARDS = 500;

/** Bytes of a hosted app's page or script that is searched for Miro's script address. */
export const MAX_REWRITTEN_BYTES = 32 * 1024 * 1024;

/** Conversations at the same time, over all boards. */
export const MAX_CONNECTIONS = 4_000;

/**
 * Messages from one connection: a hand that drags something sends 60 a second, an app that begins
 * some hundred at once.
 */
export const MESSAGES_PER_SECOND = 500;
export const MESSAGES_AT_ONCE = 5_000;

/** Messages kept for a connection whose board is still being looked up. */
export const MAX_WAITING_MESSAGES = 200;

/** Pages of one connection: a tab has three places, and a new page may come before the old one has gone. */
export const MAX_LINKS = 32;
