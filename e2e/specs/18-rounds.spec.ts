import { expect, test } from '../actors/board';

test.describe('from round to round', () => {
  test('[N1] [N3] four people in pairs: three rounds, each with somebody new, in two clicks', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé', 'Diego', 'Emma');
    await ana.prepare(2);
    const pairs: string[] = [];

    for (const round of [1, 2, 3]) {
      await ana.open();
      const rooms = await Promise.all(people.map((person) => person.join()));
      for (const room of new Set(rooms)) {
        const pair = people.filter((_, index) => rooms[index] === room);
        pairs.push(pair.map(({ name }) => name).join(' and '));
      }
      await ana.close();
      if (round === 3) break;

      await expect(ana.panel.nextGroups(/^New groups\s+0 pairs repeat$/)).toBeChecked();
      await ana.panel.prepareRound(round + 1);
      await expect(ana.panel.sentence('2 in each · 10 min')).toBeVisible();
      await expect(ana.panel.sentence(/^no pair repeats/)).toBeVisible();
      await ana.expectSpoken('4 people in 2 rooms, 2 in each. No pair repeats.');
    }

    expect(new Set(pairs).size).toBe(6);
    await expect(ana.panel.nextGroups(/^New groups\s+2 pairs repeat$/)).toBeVisible();
  });

  test('[S5] [N5] a preview: hosts stay, the others go one room on; it can be undone, and nothing opens by itself', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé', 'Diego', 'Emma');
    const [ben] = people;
    if (ben === undefined) throw new Error('Nobody is here.');
    await ana.prepare(2);
    await ana.open();
    const first = await Promise.all(people.map((person) => person.join()));
    await ana.close();

    const [home = ''] = first;
    await ana.panel.openRoom(home);
    await ana.panel.personAction('Ben', 'Keep in this room');
    await expect(ana.panel.person('Ben', 'here, stays in this room')).toBeVisible();
    await ana.panel.back();
    await ana.panel.nextGroups('One room on').check();
    await ana.panel.prepareRound(2);
    await expect.poll(async () => [...(await ana.panel.roomSizes())].sort()).toEqual([1, 3]);

    await ana.panel.undo();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible();
    await ana.panel.prepareRound(2);
    await expect(ben.stage.window).toHaveCount(0);
    await ana.open();

    const second = await Promise.all(people.map((person) => person.join()));
    const moved = first.map((room, index) => (index === 0 ? room : first.find((r) => r !== room)));
    expect(second).toEqual(moved);
  });

  test('shuffling keeps people apart who have met; groups of an earlier round come back, are opened once more, and the same again; finishing puts the rooms away, frames stay, and it can be undone', async ({
    board,
  }) => {
    // Five openings, each with four people who join.
    test.slow();
    const ana = await board.facilitator('Ana');
    const people = await board.participants('Ben', 'Chloé', 'Diego', 'Emma');
    const allJoin = () => Promise.all(people.map((person) => person.join()));
    await ana.prepare(2);
    const rooms = await ana.panel.roomNames();
    await ana.open();
    const first = await allJoin();
    await ana.close();

    await ana.panel.nextGroups('Same groups').check();
    await ana.panel.prepareRound(2);
    await expect(ana.panel.sentence(/^2 pairs repeat/)).toBeVisible();
    await ana.panel.shuffle();
    await expect(ana.panel.sentence(/^no pair repeats/)).toBeVisible();
    await ana.expectSpoken('4 people in 2 rooms, 2 in each. No pair repeats.');
    await ana.open();
    expect(await allJoin()).not.toEqual(first);
    await ana.close();

    await ana.panel.nextGroups('Groups of round').check();
    await ana.panel.prepareRound(3);
    await expect(ana.panel.sentence(/^2 pairs repeat/)).toBeVisible();
    await ana.open();
    expect(await allJoin()).toEqual(first);
    await ana.close();

    await ana.panel.more('Reopen same groups');
    expect(await allJoin()).toEqual(first);
    await ana.close();

    await ana.panel.nextGroups('Same groups').check();
    await ana.panel.prepareRound(5);
    await ana.open();
    expect(await allJoin()).toEqual(first);
    await ana.close();

    await ana.panel.more('Finish');
    await expect(ana.panel.heading('4 people are here')).toBeVisible();
    expect(await board.frameTitles()).toEqual(rooms);
    await ana.panel.undo();
    await expect(ana.panel.heading('Everyone is back')).toBeVisible();
    expect(await ana.panel.roomNames()).toEqual(rooms);
  });
});
