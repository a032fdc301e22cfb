import { expect, test } from '../actors/board';

test('[S1] four clicks lead from the icon to open rooms, on an empty board', async ({ board }) => {
  const ana = await board.facilitator('Ana');
  const people = await board.participants('Ben', 'Chloé', 'Diego', 'Emma');

  await ana.stage.clickIcon();
  await ana.panel.runIt();
  await ana.panel.createRooms(2);
  await ana.panel.openRooms();

  await expect(ana.panel.heading(/^Opening in [123]…$/)).toBeVisible();
  const rooms = await Promise.all(people.map((person) => person.modal.room()));
  const sizes = [...new Set(rooms)].map((room) => rooms.filter((one) => one === room).length);
  expect(sizes).toEqual([2, 2]);
  expect([...(await board.frameTitles())].sort()).toEqual([...new Set(rooms)].sort());
});
