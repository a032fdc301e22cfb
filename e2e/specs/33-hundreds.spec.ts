import { Board, expect, test } from '../actors/board';
import type { Effort } from '../actors/effort';
import type { Facilitator } from '../actors/person';

const ROOMS = 100;
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
const TURNS = 15;

interface Efforts {
  readonly scrollingRooms: Effort;
  readonly shuffling: Effort;
  readonly scrollingPeople: Effort;
  readonly typing: Effort;
}

/** Down and up again. */
const scroll = (ana: Facilitator): Promise<Effort> =>
  ana.effort(2 * TURNS, async () => {
    for (const way of [300, -300]) {
      for (let turn = 0; turn < TURNS; turn++) await ana.page.mouse.wheel(0, way);
    }
  });

/** On "Who is where": letter by letter, and back. */
async function type(ana: Facilitator): Promise<Effort> {
  await ana.panel.page.getByRole('searchbox', { name: 'Find a person' }).focus();
  return ana.effort(2 * TYPED.length, async () => {
    for (const letter of TYPED) await ana.page.keyboard.insertText(letter);
    for (const _ of TYPED) await ana.page.keyboard.press('Backspace');
  });
}

/** What is done all the time while people are divided. Ends on "Who is where". */
async function dividing(ana: Facilitator): Promise<Efforts> {
  const { panel } = ana;
  await expect(panel.page.getByText(/^Creating frames/)).toHaveCount(0, { timeout: 60_000 });
  await panel.rooms.first().hover();
  const scrollingRooms = await scroll(ana);
  await panel.button('Shuffle').focus();
  const shuffling = await ana.effort(3, async () => {
    for (let turn = 0; turn < 3; turn++) await ana.page.keyboard.press('Enter');
  });
  await expect(panel.saving).toHaveCount(0);
  await panel.more('Who is where');
  await panel.heading('Who is where').hover();
  const scrollingPeople = await scroll(ana);
  return { scrollingRooms, shuffling, scrollingPeople, typing: await type(ana) };
}

/** Work that takes no longer is felt by nobody (W3C, Long Tasks API). */
const UNFELT_MS = 50;

/** In proportion to a board of a dozen people: a slow computer is slow with both. */
const most = (few: Effort): number => Math.max(UNFELT_MS, 20 * few.eachMs);

function expectNoLag(many: Efforts, few: Efforts): void {
  expect(many.typing.eachMs).toBeLessThanOrEqual(most(few.typing));
  expect(many.scrollingRooms.eachMs).toBeLessThanOrEqual(most(few.scrollingRooms));
  expect(many.scrollingPeople.eachMs).toBeLessThanOrEqual(most(few.scrollingPeople));
  // Stored, heard by the background, and drawn.
  expect(many.shuffling.eachMs).toBeLessThanOrEqual(most(few.shuffling));
}

/** A sentence or a sign may come meanwhile. */
const NEXT_TO_NOTHING = 40;

/** Whoever draws everything anew draws thousands. */
function expectLittleMade({ scrollingRooms, shuffling, scrollingPeople, typing }: Efforts): void {
  for (const { made } of [scrollingRooms, scrollingPeople, typing]) {
    expect(made).toBeLessThanOrEqual(NEXT_TO_NOTHING);
  }
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
    test.slow();
    const small = await Board.open(browser, '');
    const ben = await small.facilitator('Ben', { measured: true });
    await small.bystanders(...TWELVE);
    await ben.prepare(4);
    const few = await dividing(ben);
    await small.close();

    const ana = await board.facilitator('Ana', { measured: true });
    const { panel } = ana;
    await ana.prepare(ROOMS);
    const many = await dividing(ana);
    expectNoLag(many, few);
    expectLittleMade(many);

    // One of five hundred is found, and moved by keys.
    await panel.page.getByRole('searchbox', { name: 'Find a person' }).fill('ada abe');
    await panel.person('Ada Abe').focus();
    const moving = await ana.effort(3, async () => {
      await ana.page.keyboard.press('m');
      await ana.page.keyboard.press('End');
      await ana.page.keyboard.press('Enter');
    });
    await ana.expectSpoken(/^Ada Abe is now in /);
    expect(moving.eachMs).toBeLessThanOrEqual(most(few.shuffling));
    expect(moving.made).toBeLessThanOrEqual(10 * ROOMS);
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
    test.slow();
    const ana = await board.facilitator('Ana');
    await ana.prepare(ROOMS);
    await expect(ana.panel.heading('999 people → 100 rooms')).toBeVisible();
    await ana.open();
    await expect(ana.panel.numbers).toHaveText(/999\snot\syet/);
  });
});
