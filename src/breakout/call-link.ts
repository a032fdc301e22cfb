/** Longest address of a call that is kept. Unit: UTF-16 units. */
export const MAX_LINK = 300;

/**
 * [E5] The address of a call as it may be stored and opened: https, a host with a dot, nobody's name
 * or password in it. `undefined` for everything else, `javascript:` above all.
 */
export function callLink(typed: string): string | undefined {
  const text = typed.trim();
  if (text.length > MAX_LINK || !URL.canParse(text)) return undefined;
  const { protocol, hostname, username, password, href } = new URL(text);
  const plain = protocol === 'https:' && username === '' && password === '';
  return plain && hostname.includes('.') && href.length <= MAX_LINK ? href : undefined;
}

/** A host with a dot, and perhaps a path, as invitations print it. */
const WITHOUT_SCHEME = /^[^\s:/@?#]+\.[^\s:/@?#]+(?:[/?#]|$)/;

/** [E5] As somebody types or pastes it: where no scheme is said, https is meant. */
export function typedLink(typed: string): string | undefined {
  const text = typed.trim();
  return callLink(WITHOUT_SCHEME.test(text) ? `https://${text}` : text);
}

/** What people read: host and path. The host is shown as it is resolved, look-alikes as punycode. */
export function shownLink(link: string): string {
  const { host, pathname } = new URL(link);
  return `${host}${pathname.replace(/\/$/, '')}`;
}
