import type { Page } from 'playwright/test';
import { Heard } from './heard';

/**
 * Everything that a screen reader tells one person; a text stands in its region for a second only.
 * To be called before the page goes anywhere.
 */
export async function hearSpoken(page: Page): Promise<Heard> {
  const spoken = new Heard('told by a screen reader');
  await page.exposeBinding('noteSpoken', (_, text: string) => {
    spoken.note(text);
  });
  await page.addInitScript({
    content: `new MutationObserver((changes) => {
      const regions = new Set();
      for (const { target } of changes) {
        const element = target instanceof Element ? target : target.parentElement;
        const region = element?.closest('[role=status], [role=alert]');
        if (region?.textContent) regions.add(region);
      }
      for (const region of regions) noteSpoken(region.textContent.trim());
    }).observe(document, { childList: true, characterData: true, subtree: true });`,
  });
  return spoken;
}
