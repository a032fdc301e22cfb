import { expect, type Locator, type Page } from 'playwright/test';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** In the coordinates of the page, though it may lie in a frame. */
async function middleOf(target: Locator): Promise<Point> {
  await expect(target).toBeVisible();
  const box = await target.boundingBox();
  if (box === null) throw new Error('What is dragged, or dragged to, is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

export async function dragByMouse(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const start = await middleOf(from);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  // Far enough to be no click.
  await page.mouse.move(start.x + 10, start.y + 10, { steps: 4 });
  const end = await middleOf(to);
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

/** Playwright taps; a finger that stays and moves is spoken of in Chromium's own words. */
export async function dragByFinger(page: Page, from: Locator, to: Locator): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints });
  const start = await middleOf(from);
  await touch('touchStart', [start]);
  const end = await middleOf(to);
  for (const share of [0.25, 0.5, 0.75, 1]) {
    const at = (one: number, other: number): number => one + (other - one) * share;
    await touch('touchMove', [{ x: at(start.x, end.x), y: at(start.y, end.y) }]);
  }
  await touch('touchEnd', []);
}
