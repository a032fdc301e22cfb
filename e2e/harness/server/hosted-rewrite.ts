/**
 * What is changed in the answers of a hosted app: Miro's script address, and the headers and
 * policies that on Miro would let Miro in and here must let the mocked board in.
 */
import { MIRO_SDK, withHarnessSdk } from './sdk-address';

export interface Places {
  /** Origin of the stage, which serves the SDK and frames the app. */
  readonly board: string;
  /** Where the app really runs. */
  readonly target: string;
  /** Where the browser believes it to run. */
  readonly proxy: string;
}

const META_POLICY =
  /(<meta\b[^>]*http-equiv\s*=\s*["']?content-security-policy["']?[^>]*\bcontent\s*=\s*)("[^"]*"|'[^']*')/gi;

/** A page or script: the SDK's address, and in a page also the policy in its `<meta>`. */
export function rewriteText(text: string, places: Places): string {
  const named = withHarnessSdk(text, places.board);
  return named.replace(META_POLICY, (_whole, before: string, quoted: string) => {
    const quote = quoted.slice(0, 1);
    return `${before}${quote}${rewritePolicy(quoted.slice(1, -1), places.board)}${quote}`;
  });
}

/** Wherever a Content-Security-Policy lets Miro in, it lets the board in, too. */
export function rewritePolicy(policy: string, board: string): string {
  return policy
    .split(';')
    .map((directive) => directive.trim())
    .filter((directive) => directive !== '' && !/^frame-ancestors\b/i.test(directive))
    .map((directive) => {
      const admitsMiro = /(^|\s)(https:\/\/)?(\*\.)?miro\.com(\s|\/|$)/i.test(
        directive.replaceAll(MIRO_SDK, 'miro.com'),
      );
      return admitsMiro ? `${directive} ${board}` : directive;
    })
    .join('; ');
}

export type Headers = Record<string, string | string[] | undefined>;

/** Headers of the target's answer, for the browser. */
export function rewriteResponseHeaders(headers: Headers, places: Places): Headers {
  const kept = { ...headers };
  // Miro's pages may frame the app, or it would not work there; these two would keep ours from it.
  delete kept['x-frame-options'];
  delete kept['cross-origin-opener-policy'];
  // The server's own affair with the connection to it.
  delete kept['connection'];
  delete kept['keep-alive'];
  delete kept['transfer-encoding'];
  for (const name of ['content-security-policy', 'content-security-policy-report-only']) {
    const policy = kept[name];
    if (typeof policy === 'string') kept[name] = rewritePolicy(policy, places.board);
  }
  const location = kept['location'];
  if (typeof location === 'string') kept['location'] = moved(location, places.target, places.proxy);
  return kept;
}

/** Headers of the browser's request, for the target, which must see itself where it is. */
export function rewriteRequestHeaders(headers: Headers, places: Places): Headers {
  const kept = { ...headers };
  kept['host'] = new URL(places.target).host;
  // Plain text, whole: it may have to be searched for the address.
  kept['accept-encoding'] = 'identity';
  delete kept['if-none-match'];
  delete kept['if-modified-since'];
  delete kept['connection'];
  for (const name of ['origin', 'referer']) {
    const value = kept[name];
    if (typeof value === 'string') kept[name] = moved(value, places.proxy, places.target);
  }
  return kept;
}

/** An address on one origin, as the same address on another. Others, and relative ones, stay. */
export function moved(address: string, from: string, to: string): string {
  if (address !== from && !/^[/?#]/.test(address.slice(from.length))) return address;
  return address.startsWith(from) ? `${to}${address.slice(from.length)}` : address;
}

export const isRewritten = (contentType: string | undefined): boolean =>
  /^\s*(text\/html|application\/xhtml\+xml|(text|application)\/(x-)?javascript)\b/i.test(
    contentType ?? '',
  );
