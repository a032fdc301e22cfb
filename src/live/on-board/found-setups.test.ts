import { describe, expect, test } from 'vitest';
import { BoardError } from '../../board/errors';
import { ana, aPlan } from '../../breakout/fixtures';
import { setupOf } from '../../breakout/setup';
import { KEPT_AS, writeKeptSetup } from '../../records/setup-document';
import { FakeCanvas } from '../jobs/board/fake-canvas';
import { foundSetups, MARK } from './found-setups';

const setup = setupOf(aPlan(), () => undefined);
const document = (name: string) => writeKeptSetup(name, setup) ?? null;

function board() {
  const canvas = new FakeCanvas();
  const text = (words: string, kept?: unknown) =>
    canvas.put(ana, {
      type: 'text',
      words,
      ...(kept === undefined ? {} : { kept: { [KEPT_AS]: JSON.parse(JSON.stringify(kept)) } }),
    });
  return { canvas, text, found: () => foundSetups(canvas.page(ana).items) };
}

describe('[U4] set-ups in texts on the board', () => {
  test('are found among many others, by their mark or without it', async () => {
    const { text, found } = board();
    const edited = text('Somebody has written over this one', document('Edited'));
    for (let n = 0; n < 100; n++) text(`Text ${String(n)}`);
    const marked = text(`<p>${MARK} Retro</p>`, document('Retro'));
    const rooms = setup.rooms.map(({ name }) => ({ name }));
    expect(await found()).toMatchObject([
      { id: marked, type: 'set-up', name: 'Retro', setup: { rooms } },
      { id: edited, type: 'set-up', name: 'Edited', setup: { rooms } },
    ]);
  });

  test('texts without one, and deleted ones, are nothing to speak of', async () => {
    const { canvas, text, found } = board();
    text('Just a text');
    canvas.things.delete(text(`${MARK} Retro`, document('Retro')));
    expect(await found()).toEqual([]);
  });

  test('what somebody has forged is refused, and hides no other', async () => {
    const { text, found } = board();
    text(`${MARK} 1`, '<img onerror=alert(1)>');
    text(`${MARK} 2`, { app: 'breakout-rooms-set-up', name: '', set: { v: 9, data: {} } });
    text(`${MARK} 3`, document('Retro'));
    expect((await found()).map((one) => (one.type === 'refused' ? one.reason : one.name))).toEqual([
      'not-a-set-up',
      'newer',
      'Retro',
    ]);
  });

  test('that Miro does not tell is a failure, and not that there are none', async () => {
    const { canvas } = board();
    const refused = canvas.page(ana, () => 'refused');
    await expect(foundSetups(refused.items)).rejects.toBeInstanceOf(BoardError);
  });
});
