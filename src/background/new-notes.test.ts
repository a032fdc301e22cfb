import { beforeEach, expect, test } from 'vitest';
import { BoardError } from '../board/errors';
import type { FramesPort } from '../board/port';
import { apple, aPlan, aRun, birch } from '../breakout/fixtures';
import { frameId, type FrameId } from '../breakout/ids';
import type { Run } from '../breakout/run';
import { FakeTimers } from '../live/fake-board';
import { NewNotes } from './new-notes';

const [appleFrame, birchFrame] = [frameId('frame-apple'), frameId('frame-birch')];

let timers: FakeTimers;
/** The fact, as everybody has it. */
let stored: Run;
let stores: number;
let listeners: ((frames: readonly FrameId[]) => void)[];
let refuses: boolean;

beforeEach(() => {
  timers = new FakeTimers();
  stored = aRun();
  stores = 0;
  listeners = [];
  refuses = false;
});

const frames: Pick<FramesPort, 'onNotes'> = {
  onNotes: async (listen) => {
    if (refuses) throw new BoardError('timed-out', 'No answer.');
    listeners.push(listen);
    return () => (listeners = listeners.filter((one) => one !== listen));
  },
};

/** A facilitator's background. */
function background(conducts: () => boolean = () => true) {
  const ownRun = {
    get value() {
      return conducts() ? stored : undefined;
    },
    commit(run: Run) {
      stored = run;
      stores += 1;
    },
  };
  const notes = new NewNotes({
    // Nothing else of the board can be asked for.
    board: { frames },
    timers,
    held: { plan: { value: aPlan() } },
    conducting: {
      get run() {
        return stored;
      },
    },
    ownRun,
    wake: () => undefined,
  });
  notes.evaluate();
  return notes;
}

function write(...inFrames: FrameId[]): void {
  for (const listen of listeners) listen(inFrames);
}

test('[O1] notes in rooms are counted per room, those elsewhere are not', async () => {
  const notes = background();
  await timers.advance(0);
  write(appleFrame, birchFrame, frameId('frame-elsewhere'));
  write(appleFrame);
  notes.evaluate();
  expect([...stored.notes]).toEqual([
    [apple, 2],
    [birch, 1],
  ]);
});

test('[O1] a storm of notes is few writes', async () => {
  const notes = background();
  await timers.advance(0);
  for (let second = 0; second < 20; second++) {
    for (let note = 0; note < 10; note++) write(appleFrame);
    notes.evaluate();
    await timers.advance(1_000);
  }
  await timers.advance(5_000);
  notes.evaluate();
  expect(stored.notes.get(apple)).toBe(200);
  expect(stores).toBe(5);
});

test('[O1] whoever conducts next goes on with what both have counted', async () => {
  let second = false;
  const [first, next] = [background(() => !second), background(() => second)];
  await timers.advance(0);
  write(appleFrame);
  first.evaluate();
  expect(stored.notes.get(apple)).toBe(1);
  // The first one goes before it has stored this one.
  write(appleFrame);
  second = true;
  next.evaluate();
  expect(stored.notes.get(apple)).toBe(2);
});

test('[O1] somebody who joins later does not bring the number down, and adds to it', async () => {
  stored = aRun({ notes: new Map([[apple, 7]]) });
  const notes = background();
  await timers.advance(0);
  write(appleFrame);
  notes.evaluate();
  expect(stored.notes.get(apple)).toBe(8);
});

test('[O1] [I6] a new breakout begins at none', async () => {
  const notes = background();
  await timers.advance(0);
  write(appleFrame);
  notes.evaluate();
  stored = aRun({ epoch: 2 });
  await timers.advance(10_000);
  notes.evaluate();
  expect([...stored.notes]).toEqual([]);
});

test('[O1] Miro did not take the subscription: it is tried again; closing ends it', async () => {
  refuses = true;
  const notes = background();
  await timers.advance(0);
  expect(listeners).toHaveLength(0);
  refuses = false;
  notes.evaluate();
  await timers.advance(0);
  expect(listeners).toHaveLength(1);
  notes.close();
  expect(listeners).toHaveLength(0);
});
