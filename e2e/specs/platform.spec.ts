import { expect, test as base, type Page } from 'playwright/test';
import { faultsOf } from '../actors/faults';
import { serveForeignApp, type ForeignApp } from '../actors/foreign-app';
import { serverAddress } from '../actors/server';
import { platformRules } from '../harness/platform-rules';
import { BoardInBrowser, STAGES_SIZE } from '../harness/rules/board-in-browser';

interface Stages {
  readonly page: Page;
  /** What went wrong in any of its frames and was handled by nobody. */
  readonly faults: string[];
}

const test = base.extend<object, { app: ForeignApp; stages: Stages }>({
  app: [
    async ({}, use) => {
      const app = await serveForeignApp();
      await use(app);
      await app.close();
    },
    { scope: 'worker' },
  ],
  stages: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ viewport: STAGES_SIZE });
      // It goes with the worker's browser.
      await use({ page, faults: faultsOf(page) });
    },
    { scope: 'worker' },
  ],
});

/** The same sentences as in process (e2e/harness/world/rules.test.ts), through real iframes. */
test.describe('the documented platform, in a browser', () => {
  for (const rule of platformRules) {
    test(`${rule.source}: ${rule.name}`, async ({ stages: { page, faults }, app }) => {
      const board = await BoardInBrowser.open({
        page,
        origin: serverAddress(),
        app: app.address,
      });
      try {
        await rule.run(board);
      } finally {
        board.close();
      }
      expect(faults.splice(0)).toEqual([]);
    });
  }
});
