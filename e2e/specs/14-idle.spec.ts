import { expect, test } from '../actors/board';
import type { Person } from '../actors/person';

/** Scripts of the app that this person's browser asks for from now on. */
function scriptsOf({ page }: Person): readonly string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    const name = /\/assets\/([\w-]+)\.js/.exec(request.url())?.[1];
    if (name !== undefined) asked.push(name);
  });
  return asked;
}

const onDuty = (scripts: readonly string[]): boolean =>
  scripts.some((name) => name.startsWith('duty-'));

test.describe('a background with nothing to do', () => {
  test('[B1] stays small on a board where nobody prepares a breakout', async ({ board }) => {
    const ben = await board.participant('Ben');
    const scripts = scriptsOf(ben);

    await ben.reload();
    await ben.openPanel();
    await expect(ben.panel.page.getByRole('button').first()).toBeVisible();

    expect(scripts.some((name) => name.startsWith('index-'))).toBe(true);
    expect(onDuty(scripts)).toBe(false);
  });

  test('[B1] [B2] rests after a breakout, and is there for the next one', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();
    const room = await ben.join();
    await ana.close();
    await board.expectAtRest('Ben');

    const scripts = scriptsOf(ben);
    await ben.reload();
    await ben.openPanel();
    await expect(ben.panel.heading('Welcome back')).toBeVisible();
    expect(onDuty(scripts)).toBe(false);

    await ana.panel.button(/^Prepare round/).click();
    await ana.open();
    await expect(ben.modal.question).toHaveAccessibleName(`Join ${room}?`);
    expect(onDuty(scripts)).toBe(true);
  });
});
