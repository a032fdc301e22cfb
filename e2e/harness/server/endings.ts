/** How the server ends a conversation that it does not want at all. */
export const REFUSED = 1008;

/** How it ends one that is to be begun again at once ("service restart"). */
export const RESTARTED = 1012;
