import { userId } from '../../src/breakout/ids';
import { emptyDoc } from '../../src/records/merge';
import type { MergedDefinition } from '../../src/records/definition';
import { planRecord } from '../../src/records/plan';
import { seatsRecord } from '../../src/records/seats';
import { expect, test, type Board } from '../actors/board';
import type { Facilitator } from '../actors/person';

/** What storage says, decoded as the app would. */
async function stored<T>(board: Board, definition: MergedDefinition<T>): Promise<T> {
  const reading = definition.read((await board.operator.storage())[definition.key]);
  return definition.decode(reading.type === 'ok' ? reading.value : emptyDoc);
}

async function rename({ panel }: Facilitator, room: string, name: string): Promise<void> {
  await panel.roomAction(room, 'Rename');
  const field = panel.page.getByRole('textbox', { name: 'Name of the room' });
  await field.fill(name);
  await field.press('Enter');
}

test.describe('several facilitators', () => {
  test.use({ browsers: 'each' });

  test('the last one is warned, and cannot go while rooms are open', async ({ board }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.participant('Ben');
    await ana.prepare(1);
    await ana.open();
    await ben.join();
    await ana.panel.more('Facilitators');
    await expect(ana.panel.page.getByText("You're the last one.")).toBeVisible();
    await expect(ana.panel.button('Step back')).toHaveCount(0);
    await ana.panel.back();
    await ana.close();

    await ana.panel.more('Facilitators');
    await ana.panel.button('Step back').click();
    await expect(ana.panel.page.getByText('Nobody will run the rooms then.')).toBeVisible();
    await ana.panel.button('Step back all the same').click();
    await expect(ana.panel.button("I'm running it")).toBeVisible();
  });

  test('[I2] of two moves of one person one stands, and the other facilitator is told', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.facilitator('Ben');
    await board.bystanders('Gia');
    await ana.prepare(3);
    await ben.openPanel();
    await ana.panel.more('Facilitators');
    await ana.panel.button('Make Ben a facilitator').click();
    await ana.panel.back();
    await expect(ben.panel.rooms).toHaveCount(3);
    const [names, sizes] = [await ana.panel.roomNames(), await ana.panel.roomSizes()];
    const [first = '', second = ''] = names.filter((_, index) => sizes[index] === 0);
    await Promise.all([ana, ben].map(({ panel }) => panel.more('Who is where')));
    await board.slow('Ana', 1_500);
    await board.slow('Ben', 1_500);

    await Promise.all([ana.panel.move('Gia', first), ben.panel.move('Gia', second)]);

    const told = (by: string, room: string) =>
      `${by} moved Gia to ${room}. Your move was cancelled.`;
    const lost = [
      ana.panel.page.getByText(told('Ben', second)),
      ben.panel.page.getByText(told('Ana', first)),
    ];
    await expect
      .poll(async () => Promise.all(lost.map((row) => row.count())), { timeout: 20_000 })
      .toContain(1);
  });

  test('[I2] both prepare at the same moment on slow networks: nothing is lost, both see the same', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const ben = await board.facilitator('Ben');
    await board.bystanders('Gia', 'Hugo');
    await ana.prepare(3);
    await ben.openPanel();
    await ana.panel.more('Facilitators');
    await ana.panel.button('Make Ben a facilitator').click();
    await ana.panel.back();
    await expect(ben.panel.rooms).toHaveCount(3);
    const [first = '', second = '', third = ''] = await ana.panel.roomNames();
    const both = [ana, ben] as const;
    const atOnce = (...acts: readonly (() => Promise<void>)[]): Promise<unknown> =>
      Promise.all(acts.map((act) => act()));
    for (const { name } of both) await board.slow(name, 500);

    // Names, tasks, lengths, places in the list and new rooms: each press before the other's is heard of.
    await atOnce(
      () => rename(ana, first, 'Lighthouse'),
      () => rename(ben, second, 'Harbour'),
    );
    await atOnce(
      () => ana.panel.field('Task for all rooms').fill('Three ideas'),
      () => ben.panel.setLength(20),
    );
    await atOnce(
      () => ana.panel.roomAction(third, 'Move up'),
      () => ben.panel.roomAction('Harbour', 'Lock'),
    );
    await atOnce(ana.panel.oneRoomMore, ben.panel.oneRoomMore);
    for (const { panel } of both) {
      await expect(panel.rooms).toHaveCount(5);
      await expect(panel.saving).toHaveCount(0);
    }
    // And seats: each is sent to a room where they are not.
    const roomOf = async (name: string) => {
      const seat = (await stored(board, seatsRecord(1))).get(userId(await board.idOf(name)));
      const { rooms } = await stored(board, planRecord);
      return rooms.find(({ id }) => id === seat?.room)?.name;
    };
    const elsewhere = async (name: string): Promise<string> =>
      (await roomOf(name)) === third ? 'Lighthouse' : third;
    const [gias, hugos] = [await elsewhere('Gia'), await elsewhere('Hugo')];
    await atOnce(
      ...both.map(
        ({ panel }) =>
          () =>
            panel.more('Who is where'),
      ),
    );
    await atOnce(
      () => ana.panel.move('Gia', gias),
      () => ben.panel.move('Hugo', hugos),
    );
    await atOnce(...both.map(({ panel }) => panel.back));

    const plan = async () => {
      const { rooms, task, length } = await stored(board, planRecord);
      return { rooms: rooms.map(({ name }) => name), task, length };
    };
    await expect.poll(plan).toEqual({
      rooms: ['Lighthouse', third, 'Harbour', expect.any(String), expect.any(String)],
      task: 'Three ideas',
      length: 20 * 60_000,
    });
    await expect.poll(async () => new Set((await plan()).rooms).size).toBe(5);
    const { rooms } = await stored(board, planRecord);
    expect(rooms.map(({ locked }) => locked)).toEqual([false, false, true, false, false]);
    await expect.poll(() => roomOf('Gia')).toBe(gias);
    await expect.poll(() => roomOf('Hugo')).toBe(hugos);
    const names = rooms.map(({ name }) => name);
    for (const { panel } of both) {
      await expect.poll(() => panel.roomNames()).toEqual(names);
      await expect(panel.field('Task for all rooms')).toHaveValue('Three ideas');
      await expect(panel.length(20)).toBeChecked();
      // Who is in which, by the rows' own labels.
      const sizes = names.map((name) => [gias, hugos].filter((room) => room === name).length);
      await expect.poll(() => panel.roomSizes()).toEqual(sizes);
    }
  });
});
