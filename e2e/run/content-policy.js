/** Only a header can say who may frame a page; in the page itself browsers ignore it. */
export const FRAME_ANCESTORS = 'frame-ancestors https://miro.com https://*.miro.com';

const META = /<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"\s*\/?>/g;

/**
 * The Content-Security-Policy that a page carries.
 * @param {string} page its HTML
 * @returns {string | undefined} undefined if it has none, or several, or one that a script precedes
 */
export function contentPolicyOf(page) {
  const [first, ...more] = page.matchAll(META);
  if (first === undefined || more.length > 0) return undefined;
  const script = page.search(/<script\b|<link\b/);
  return script !== -1 && script < first.index ? undefined : first[1];
}

/**
 * Whether a policy allows only the app's own files and Miro's script.
 * @param {string} policy
 */
export const isClosed = (policy) =>
  policy.startsWith("default-src 'none'; ") &&
  !/'unsafe-|(?:^|[\s;])(?:\*|https?:|wss?:|blob:)(?:[\s;]|$)/.test(policy) &&
  [...policy.matchAll(/[a-z]+:\/\/\S+/g)].every(([source]) =>
    /^(?:https|wss):\/\/(?:\*\.)?miro\.com;?$/.test(source),
  );
