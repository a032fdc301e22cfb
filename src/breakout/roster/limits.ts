/** What a pasted list may hold. More is refused in so many words. */
export const MAX_LINES = 1_000;
/** Of a name or a room, in UTF-16 units. */
export const MAX_CELL = 100;
