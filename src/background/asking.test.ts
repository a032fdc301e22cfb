import { beforeEach, describe, expect, test, vi } from 'vitest';
import { BoardError } from '../board/errors';
import type { Board } from '../board/port';
import { apple } from '../breakout/fixtures';
import { tabId, writerId } from '../breakout/ids';
import { FakeWorld } from '../live/fake-board';
import { users } from '../live/fixtures';
import { Asking } from './asking';
import { Held } from './held';

const question = { epoch: 1, room: apple, ask: 1 };
const which = { epoch: 1, ask: 1 };
const message = { kind: 'message', epoch: 1, message: 'm1' } as const;

let world: FakeWorld;
let board: Board;
let held: Held;
let asking: Asking;
/** What was said of where to find what could not be shown. */
let said: unknown[];

beforeEach(async () => {
  world = new FakeWorld();
  const { timers } = world;
  ({ board } = world.client(users.ben));
  const wake = (): void => undefined;
  const writer = writerId('ben');
  held = new Held({ board, timers, writer, repair: () => 'never', wake });
  await held.open();
  said = [];
  asking = new Asking({
    board,
    timers,
    held,
    wake,
    tab: tabId('bens'),
    heard: { offsetMs: () => undefined },
    notices: {
      blocked: (about) => said.push(about),
      blockedChoice: (about) => said.push(about),
      wayBack: vi.fn(),
      wayBackToRooms: vi.fn(),
    },
    messages: { blocked: (id) => said.push(id), told: vi.fn() },
    tellings: { told: vi.fn() },
  });
});

describe.each([
  [
    'another window is in the way',
    'window-taken',
    () => Promise.resolve({ shown: false } as const),
  ],
  [
    'it does not load',
    'not-loaded',
    () => Promise.reject(new BoardError('not-loaded', 'Not in 10 s.')),
  ],
])('[I11] where %s', (_, code, open) => {
  beforeEach(() => void vi.spyOn(board.ui, 'openModal').mockImplementation(open));

  test('nobody counts as asked, and it is said where to find the question', async () => {
    await expect(asking.ask(question)).rejects.toMatchObject({ code });
    await world.timers.advance(3_000);
    expect(said).toEqual([question]);
    expect(held.person.value.asked).toBeUndefined();
  });

  test('[S8] so with the question about rooms', async () => {
    await expect(asking.choose(which)).rejects.toMatchObject({ code });
    expect(said).toEqual([which]);
    expect(held.person.value.choosing).toBeUndefined();
  });

  test('[E2] so with a message', async () => {
    await expect(asking.tell(message)).rejects.toMatchObject({ code });
    expect(said).toEqual(['m1']);
  });
});
