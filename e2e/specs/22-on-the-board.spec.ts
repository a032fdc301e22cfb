import { expect, test, type Board } from '../actors/board';

/** The texts on the frames of these rooms. */
const onFrames = (board: Board, rooms: readonly string[]): Promise<readonly string[][]> =>
  Promise.all(rooms.map(async (room) => (await board.inFrame(room)).map(({ text }) => text)));

test.describe('who goes where', () => {
  test('[D2] as a list to be pasted into a chat, or copied by hand; as a text on each frame: put there, brought up to date, taken away', async ({
    board,
  }) => {
    const ana = await board.facilitator('Ana');
    await board.bystanders('Ben', 'Chloé');
    await ana.prepare(2);
    const rooms = await ana.panel.roomNames();
    await expect.poll(async () => (await board.frameTitles()).length).toBe(2);
    const before = await board.operator.items();

    await ana.panel.more('Who goes where…');
    await ana.panel.button('Copy list for chat').click();
    const copied = ana.panel.sentence('Copied');
    const shown = ana.panel.page.getByRole('textbox', { name: 'Copy this text:' });
    await expect(copied.or(shown)).toBeVisible();
    await ana.panel.button('Put the names on the board').click();
    await expect(ana.panel.sentence("The names are on the rooms' frames.")).toBeVisible();
    expect((await onFrames(board, rooms)).flat().sort()).toEqual(['Ben', 'Chloé']);

    await board.bystanders('Diego');
    await expect(ana.panel.sentence('no longer up to date')).toBeVisible();
    await ana.panel.button('Update the names on the board').click();
    await expect
      .poll(async () => (await onFrames(board, rooms)).flat().join(', ').split(', ').sort())
      .toEqual(['Ben', 'Chloé', 'Diego']);

    await ana.panel.button('Take the names off the board').click();
    await expect(ana.panel.sentence('The names were taken off the board.')).toBeVisible();
    expect(await board.operator.items()).toEqual(before);
  });
});
