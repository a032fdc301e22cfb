import { describe, expect, test } from 'vitest';
import { createBench } from '../world/bench';

const SAYS = 'Not implemented by the mocked board: ';

describe('what the mocked board lacks', () => {
  const { join, run } = createBench();
  const { board } = join({ name: 'Ana' }).miro();

  test('throws when it is called, and names itself', () => {
    expect(() => board.createTag()).toThrow(`${SAYS}miro.board.createTag`);
    expect(() => board.experimental.get()).toThrow(`${SAYS}miro.board.experimental.get`);
  });

  test('so do events that are never sent', async () => {
    const handler = (): void => {};
    await expect(board.ui.on('drop', handler)).rejects.toThrow(`${SAYS}miro.board.ui.on('drop')`);
  });

  test('so do the methods of items', async () => {
    const note = await run(board.createStickyNote({ content: 'hello' }));
    expect(() => note.goToLink()).toThrow(`${SAYS}item.goToLink`);
  });

  test('so does the making of items that the board does not know', () => {
    expect(() => board.createEmbed({ url: 'https://example.org' })).toThrow(
      `${SAYS}miro.board.createEmbed`,
    );
  });

  test('can be looked at, awaited and printed like any object', async () => {
    expect(await Promise.resolve(board)).toBe(board);
    expect(String(board.ui)).toBe('[object Object]');
    expect('getInfo' in board).toBe(true);
    expect('createTag' in board).toBe(false);
  });
});
