import { expect, type Locator, type Page } from 'playwright/test';
import { inRoot } from '../run/paths.js';

export const takesPictures = process.env['PICTURES'] !== undefined;

/**
 * A picture for the README, taken where a test passes by; only when `PICTURES` is set.
 * @param saving what says that something is still being stored: it is waited for
 */
export async function picture(of: Page | Locator, name: string, saving?: Locator): Promise<void> {
  if (!takesPictures) return;
  if (saving !== undefined) await expect(saving).toHaveCount(0, { timeout: 30_000 });
  await of.screenshot({ path: inRoot(`docs/${name}.png`), animations: 'disabled' });
}
