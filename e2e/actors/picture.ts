import type { Locator, Page } from 'playwright/test';
import { inRoot } from '../run/paths.js';

/** A picture for the README, taken where a test passes by; only when `PICTURES` is set. */
export async function picture(of: Page | Locator, name: string): Promise<void> {
  if (process.env['PICTURES'] === undefined) return;
  await of.screenshot({ path: inRoot(`docs/${name}.png`), animations: 'disabled' });
}
