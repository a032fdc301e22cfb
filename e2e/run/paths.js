import { fileURLToPath } from 'node:url';

/** The repository's own folder, whatever directory a command is called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * @param {string} path relative to the repository
 * @returns {string} absolute
 */
export const inRoot = (path) => fileURLToPath(new URL(path, new URL('../../', import.meta.url)));
