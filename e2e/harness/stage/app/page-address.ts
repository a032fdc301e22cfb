import type { AppInfo } from '../../server/protocol';

/**
 * Where the browser finds a page that the app named. Addresses are relative to the app's own; one
 * on the origin that a hosted app believes to be at is found at the origin that stands for it.
 * Undefined for other hosts, which the mocked board does not load.
 */
export function pageAddress(url: string, app: AppInfo, stage: string): URL | undefined {
  const home = new URL(app.address, stage);
  if (!URL.canParse(url, home)) return undefined;
  const page = new URL(url, home);
  if (page.origin === app.origin) {
    return new URL(`${page.pathname}${page.search}${page.hash}`, home.origin);
  }
  return page.origin === home.origin ? page : undefined;
}
