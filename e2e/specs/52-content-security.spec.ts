import { expect, test } from '../actors/board';
import { intrude, keptBy, requestsOf, type AppPageName } from '../actors/intruder';
import type { Person } from '../actors/person';
import { serverAddress } from '../actors/server';

/** What each of the things that an intruder tries runs into. */
const FORBIDDEN = [
  'base-uri',
  'connect-src',
  'form-action',
  'frame-src',
  'img-src',
  'script-src',
  'script-src-attr',
  'script-src-elem',
  'style-src-elem',
];

async function expectClosed(person: Person, page: AppPageName): Promise<void> {
  const intrusion = await intrude(person.page, page, FORBIDDEN);
  expect(intrusion).toEqual({ forbidden: FORBIDDEN, ran: [] });
  expect(person.errors.take(/Content Security Policy/).length).toBeGreaterThan(0);
}

test.describe('only the app’s own files and Miro’s script', () => {
  test.use({ browsers: 'each' });

  test('[I10] injected script does not run on any page, no request leaves, nothing is kept in the browser', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    const [anas, bens] = [requestsOf(ana.page), requestsOf(ben.page)];
    // Reloaded, so that the requests of the background are among them.
    await Promise.all([ana.reload(), ben.reload()]);
    await ana.prepare(1);
    await ana.open();
    await expect(ben.modal.question).toBeVisible();
    expect(await keptBy(ben.page, 'modal')).toEqual([]);
    await ben.join();
    await ben.openPanel();
    await ben.panel.askForHelp("We're stuck");
    await ana.close();
    await ben.expectInNoRoom();

    const own = new URL(serverAddress()).host;
    const asked = [...anas, ...bens].map((request) => new URL(request.url()));
    // Miro's script, which the mocked board serves in its place, is one of the app's own host here.
    expect(asked.map(({ pathname }) => pathname)).toContain('/sdk/v2/miro.js');
    expect(asked.filter(({ host, protocol }) => host !== own && protocol !== 'data:')).toEqual([]);
    for (const person of [ana, ben]) {
      expect(await person.page.context().cookies()).toEqual([]);
      for (const page of ['index', 'panel'] as const) {
        expect(await keptBy(person.page, page)).toEqual([]);
      }
    }

    await ana.panel.prepareRound(2);
    await ana.open();
    await expect(ben.modal.question).toBeVisible();
    await expectClosed(ana, 'index');
    await expectClosed(ana, 'panel');
    await expectClosed(ben, 'modal');
    // And the app goes on.
    await ben.join();
  });
});
