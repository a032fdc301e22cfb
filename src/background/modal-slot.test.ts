import { expect, test, vi } from 'vitest';
import { BoardError } from '../board/errors';
import { ana, apple, birch } from '../breakout/fixtures';
import { tabId, writerId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { personEdits } from '../records/person';
import { Held } from './held';
import { ModalSlot } from './modal-slot';

const question = { epoch: 1, room: apple, ask: 1 };

/** A background may not close what it has opened, as one reading of Miro has it. */
async function standing({ withdrawn = true } = {}) {
  const world = new FakeWorld();
  const { timers } = world;
  const { board } = world.client({ id: ana, name: 'Ana' });
  const held = new Held({
    board,
    timers,
    writer: writerId('w'),
    repair: () => 'conductor',
    wake: () => undefined,
  });
  await held.open();
  let close: (result: unknown) => void = () => undefined;
  let open = false;
  const closeModal = vi
    .spyOn(board.ui, 'closeModal')
    .mockRejectedValue(new BoardError('unknown', 'Not yours.'));
  const opened = vi.spyOn(board.ui, 'openModal').mockImplementation(async () => {
    if (open) return { shown: false };
    open = true;
    const closed = new Promise<unknown>((resolve) => (close = resolve));
    return { shown: true, closed };
  });
  const onClosed = vi.fn();
  const heard = { offsetMs: () => undefined };
  const tab = tabId('one');
  const slot = new ModalSlot({ board, timers, held, tab, heard, onClosed });
  expect(await slot.ask(question)).toBe(true);
  if (withdrawn) {
    const withdrawing = slot.withdraw();
    await timers.advance(2_000);
    await withdrawing;
    expect(slot.question).toBeUndefined();
  }
  const closes = async (result: unknown) => {
    open = false;
    close(result);
    await timers.advance(1);
  };
  return { slot, held, timers, opened, closeModal, onClosed, closes };
}

test('[A2] [I11] a window that did not close when it was void, and is not void any more, is the question', async () => {
  const { slot, opened, onClosed, closes } = await standing();
  expect(await slot.ask(question)).toBe(true);
  expect(opened).toHaveBeenCalledTimes(1);
  expect(slot.question).toEqual(question);
  await closes({ type: 'answered', answer: { ...question, kind: 'later' } });
  expect(onClosed).toHaveBeenCalledTimes(1);
  expect(slot.question).toBeUndefined();
});

test('[Q3] an answer that is stored before its window has gone is heard from the window all the same', async () => {
  const { slot, held, timers, onClosed, closes } = await standing({ withdrawn: false });
  const answer = { ...question, kind: 'later' } as const;
  held.person.edit(personEdits.set({ answer }));
  const withdrawing = slot.withdraw();
  await timers.advance(100);
  await closes({ type: 'answered', answer });
  await withdrawing;
  expect(onClosed.mock.calls).toEqual([
    [
      { kind: 'question', question },
      { type: 'answered', answer },
    ],
  ]);
  expect(slot.question).toBeUndefined();
});

test('[A2] a window that does not close by itself, though its question is answered, is closed', async () => {
  const { slot, held, timers, closeModal, onClosed } = await standing({ withdrawn: false });
  held.person.edit(personEdits.set({ answer: { ...question, kind: 'later' } }));
  const withdrawing = slot.withdraw();
  await timers.advance(499);
  expect(closeModal).not.toHaveBeenCalled();
  await timers.advance(5_000);
  await withdrawing;
  expect(closeModal).toHaveBeenCalledTimes(1);
  expect(slot.question).toBeUndefined();
  expect(onClosed).not.toHaveBeenCalled();
});

test('[Q3] a room that was chosen is heard from the window in which it was, too, and another question is not waited for', async () => {
  const { slot, held, timers, closeModal, closes, onClosed } = await standing();
  await closes({ type: 'void' });
  closeModal.mockClear();
  const which = { epoch: 1, ask: 1 };
  expect(await slot.choose(which)).toBe(true);
  held.person.edit(personEdits.set({ choice: { ...which, kind: 'later' } }));
  const withdrawing = slot.withdraw();
  await timers.advance(100);
  await closes({ type: 'chosen', choice: { ...which, kind: 'later' } });
  await withdrawing;
  expect(onClosed).toHaveBeenCalledTimes(1);
  expect(closeModal).not.toHaveBeenCalled();

  expect(await slot.choose({ epoch: 1, ask: 2 })).toBe(true);
  void slot.withdraw();
  await timers.advance(1);
  expect(closeModal).toHaveBeenCalledTimes(1);
});

test('[A2] another question waits until that window has gone, and a closed one is opened anew', async () => {
  const { slot, opened, onClosed, closes } = await standing();
  expect(await slot.ask({ ...question, room: birch })).toBe(false);
  await closes({ type: 'void' });
  expect(onClosed).not.toHaveBeenCalled();
  expect(await slot.ask(question)).toBe(true);
  expect(opened).toHaveBeenCalledTimes(3);
});
