import { Board, expect, test } from '../actors/board';
import type { Feeling } from '../actors/felt';
import type { Facilitator } from '../actors/person';

/** What takes no longer seems to happen at once (Nielsen, "Response Times: The 3 Important Limits"). */
const AT_ONCE_MS = 100;
const TYPED = 'garcía';
const TWELVE = [
  'Ben',
  'Chloé',
  'Dana',
  'Emil',
  'Gia',
  'Hugo',
  'Ines',
  'Jo',
  'Kim',
  'Lea',
  'Mia',
  'Noé',
];

interface Feelings {
  readonly scrollingRooms: Feeling;
  readonly shuffling: Feeling;
  readonly scrollingPeople: Feeling;
  readonly typing: Feeling;
}

async function scroll({ page }: Facilitator): Promise<void> {
  for (const way of [300, -300]) {
    for (let turn = 0; turn < 15; turn++) await page.mouse.wheel(0, way);
  }
}

/** On "Who is where": letter by letter, and back. */
const type = (ana: Facilitator): Promise<Feeling> =>
  ana.feel(2 * TYPED.length, async () => {
    const search = ana.panel.page.getByRole('searchbox', { name: 'Find a person' });
    await search.pressSequentially(TYPED);
    for (const _ of TYPED) await search.press('Backspace');
  });

/** What is done all the time while people are divided. Ends on "Who is where". */
async function dividing(ana: Facilitator): Promise<Feelings> {
  const { panel } = ana;
  await panel.rooms.first().hover();
  const scrollingRooms = await ana.feel(0, () => scroll(ana));
  const shuffling = await ana.feel(3, async () => {
    for (let turn = 0; turn < 3; turn++) await panel.shuffle();
  });
  await panel.more('Who is where');
  await panel.heading('Who is where').hover();
  const scrollingPeople = await ana.feel(0, () => scroll(ana));
  return { scrollingRooms, shuffling, scrollingPeople, typing: await type(ana) };
}

/** The same as with a dozen people, as far as anybody notices: a slow machine is slow with both. */
function expectNoLag(many: Feelings, few: Feelings): void {
  const most = (ms: number): number => Math.max(AT_ONCE_MS, 4 * ms);
  expect(many.typing.keyMs).toBeLessThanOrEqual(most(few.typing.keyMs));
  expect(many.scrollingRooms.frameMs).toBeLessThanOrEqual(most(few.scrollingPeople.frameMs));
  expect(many.scrollingPeople.frameMs).toBeLessThanOrEqual(most(few.scrollingPeople.frameMs));
  // Everybody gets another place: something else than a letter that is typed.
  expect(many.shuffling.clickMs).toBeLessThanOrEqual(4 * most(few.shuffling.clickMs));
}

/** A sentence or a sign may come or go meanwhile. */
const NEXT_TO_NOTHING = 40;
const ROOMS = 100;

/** Figures that no machine changes: whoever draws everything anew draws thousands. */
function expectLittleDrawn({ scrollingRooms, shuffling, scrollingPeople, typing }: Feelings): void {
  expect(scrollingRooms.made).toBeLessThanOrEqual(NEXT_TO_NOTHING);
  expect(scrollingPeople.made).toBeLessThanOrEqual(NEXT_TO_NOTHING);
  expect(typing.made).toBeLessThanOrEqual(NEXT_TO_NOTHING);
  // Three times, in each room the pictures of the first four.
  expect(shuffling.made).toBeLessThanOrEqual(3 * ROOMS * 10);
  expect(scrollingPeople.laidOut).toBeLessThanOrEqual(ROOMS / 2);
}

test.describe('a board of five hundred people', () => {
  test.use({ furnish: 'hundreds' });

  test('[Z6] 100 rooms: no visible lag while typing, scrolling, shuffling and moving people', async ({
    board,
    browser,
  }) => {
    const small = await Board.open(browser, '');
    const ben = await small.facilitator('Ben', { measured: true });
    await small.bystanders(...TWELVE);
    await ben.prepare(4);
    const few = await dividing(ben);
    await small.close();

    const ana = await board.facilitator('Ana', { measured: true });
    const { panel } = ana;
    await ana.prepare(ROOMS);
    await expect(panel.page.getByText(/^Creating frames/)).toHaveCount(0, { timeout: 60_000 });
    const many = await dividing(ana);
    expectNoLag(many, few);
    expectLittleDrawn(many);

    // One of five hundred is found and moved: of the others nothing is drawn anew.
    const search = panel.page.getByRole('searchbox', { name: 'Find a person' });
    await search.fill('ada abe');
    const ada = panel.person('Ada Abe');
    const from = (await ada.getAttribute('aria-label'))?.split(', ')[1]?.replace(/^in /, '') ?? '';
    const to = from === 'Apple' ? 'Birch' : 'Apple';
    const moving = await ana.feel(1, async () => {
      await ada.press('m');
      await ana.page.keyboard.press(to === 'Apple' ? 'Home' : 'ArrowDown');
      await ana.page.keyboard.press('Enter');
      await ana.expectSpoken(`Ada Abe is now in ${to}.`);
    });
    expect(moving.made).toBeLessThanOrEqual(10 * ROOMS);
    expect(moving.keyMs).toBeLessThanOrEqual(Math.max(2 * AT_ONCE_MS, 8 * few.typing.keyMs));
    await panel.back();

    await ana.open();
    await panel.openPeople();
    const typing = await type(ana);
    expectNoLag({ ...many, typing }, few);
    expect(typing.made).toBeLessThanOrEqual(NEXT_TO_NOTHING);
  });
});

test.describe('a board of a thousand people', () => {
  test.use({ furnish: 'thousand' });

  test('opens without an error, and so do 100 rooms', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    await ana.prepare(ROOMS);
    await expect(ana.panel.heading('999 people → 100 rooms')).toBeVisible();
    await ana.open();
    await expect(ana.panel.numbers).toHaveText(/999\snot\syet/);
  });
});
