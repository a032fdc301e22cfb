import { expect, test as base } from 'playwright/test';
import { faultsOf } from '../actors/faults';
import { serveForeignApp } from '../actors/foreign-app';
import { serverAddress } from '../actors/server';
import { platformRules } from '../harness/platform-rules';
import { BoardInBrowser, STAGES_SIZE } from '../harness/rules/board-in-browser';

interface Stages {
  readonly board: BoardInBrowser;
  /** What went wrong in any of its frames and was handled by nobody. */
  readonly faults: string[];
}

const test = base.extend<object, { stages: Stages }>({
  stages: [
    async ({ browser }, use) => {
      const app = await serveForeignApp();
      const page = await browser.newPage({ viewport: STAGES_SIZE });
      const faults = faultsOf(page);
      const board = await BoardInBrowser.open({
        page,
        origin: serverAddress(),
        app: app.address,
      });
      await use({ board, faults });
      board.close();
      await page.close();
      await app.close();
    },
    { scope: 'worker' },
  ],
});

// What failed is said by its rule's name; a trace of a thousand calls would say no more.
test.use({ trace: 'off' });

/**
 * The same sentences as in process (e2e/harness/world/rules.test.ts), through real iframes. One test
 * for each part of the platform: loading the stages takes longer than trying a rule.
 */
test.describe('the documented platform, in a browser', () => {
  for (const [part, rules] of Object.entries(platformRules))
    test(part, async ({ stages: { board, faults } }) => {
      for (const { source, name, run } of rules)
        await test.step(`${source}: ${name}`, async () => {
          await board.restart();
          const wrong = await run(board).then(() => undefined, String);
          expect.soft([wrong, ...faults.splice(0)], `${source}: ${name}`).toEqual([undefined]);
        });
    });
});
