/**
 * Makes a page believe that its tab is in front, or not. All tabs of the overview are in front for
 * the browser; on the board some may be hidden. Only what pages read is pretended: the browser
 * does not slow the timers of such a page.
 */
export function pretendVisibility(page: Document, visible: boolean): void {
  const state: DocumentVisibilityState = visible ? 'visible' : 'hidden';
  if (page.visibilityState === state) return;
  Object.defineProperty(page, 'visibilityState', { configurable: true, get: () => state });
  Object.defineProperty(page, 'hidden', { configurable: true, get: () => !visible });
  page.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
}
