/**
 * Who may open a socket. A page of any web site can connect to a loopback address, so the browser's
 * `Origin` must be the very host that was asked; and that host must be one of ours, or a name that
 * an attacker points at 127.0.0.1 (DNS rebinding) would do.
 */
export interface Caller {
  /** Header `Origin`; absent for programs that are not browsers. */
  readonly origin: string | undefined;
  /** Header `Host`. */
  readonly host: string | undefined;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

export const isLoopback = (hostname: string): boolean => LOOPBACK.test(hostname);

/** `open`: the server was told to listen to the network (`--host`), so addresses in numbers are ours, too. */
export function mayConnect(caller: Caller, open: boolean): boolean {
  const host = parse(`http://${caller.host ?? ''}`);
  if (!host || !(isLoopback(host.hostname) || (open && isAddress(host.hostname)))) return false;
  if (caller.origin === undefined) return true;
  const origin = parse(caller.origin);
  return origin !== undefined && origin.host === host.host;
}

const isAddress = (hostname: string): boolean =>
  /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname) || hostname.startsWith('[');

export function parse(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}
