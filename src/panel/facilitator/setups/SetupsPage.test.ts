// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { aPlan } from '../../../breakout/fixtures';
import { itemId } from '../../../breakout/ids';
import { setupOf, type Setup } from '../../../breakout/setup';
import { startI18n } from '../../../i18n/start';
import type { JobView, OnBoard, OnBoardView } from '../../../live/on-board/on-board-view';
import type { FacilitatorActions, PrepareView } from '../../../live/views';
import { readKeptSetup } from '../../../records/setup-document';
import { Announcer } from '../../../ui/announcer.svelte';
import { menuList } from '../../../ui/menu-list.svelte';
import { Levels } from '../levels.svelte';
import SetupsPage from './SetupsPage.svelte';

beforeAll(async () => {
  await startI18n('en');
  await menuList.load();
});
afterEach(cleanup);

const setup = setupOf(aPlan(), () => undefined);
const detail = '2 rooms · 10 min';

function setUp(on: Partial<OnBoardView> = {}, prepared: Setup = setup) {
  const board = {
    putSetup: vi.fn<OnBoard['actions']['putSetup']>(),
    lookForSetups: vi.fn(),
    undo: vi.fn(),
  };
  const onBoard = {
    view: { job: undefined, setups: [], ...on },
    actions: board as Partial<OnBoard['actions']>,
  } as OnBoard;
  const actions = {
    loadSetups: vi.fn(),
    useSetup: vi.fn(),
    keepSetup: vi.fn(),
    onBoard: (ready) => ready(onBoard),
  } as Partial<FacilitatorActions> as FacilitatorActions & { useSetup: typeof vi.fn };
  const view = {
    rooms: [{}] as unknown as PrepareView['rooms'],
    frames: [],
    setup: prepared,
    setups: [{ id: 'a', name: 'Retro', order: 1, setup }],
  } as Partial<PrepareView> as PrepareView;
  render(SetupsPage, { view, actions, levels: new Levels(), announcer: new Announcer() });
  return { board, actions };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const type = (name: string): Promise<boolean> =>
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: name } });

describe('[U4] a set-up with a text on the board', () => {
  test('is put there with a name, as words for people and as what a copy reads', async () => {
    const { board } = setUp();
    expect(button('Put it on the board, for copies').disabled).toBe(true);
    await type('Friday');
    await fireEvent.click(button('Put it on the board, for copies'));
    const [words, document] = board.putSetup.mock.calls[0] ?? [];
    expect(words).toBe(
      `⊞ Breakout Rooms: set-up “Friday” (${detail}). Copies of this board bring it along.`,
    );
    expect(readKeptSetup(document)).toMatchObject({ type: 'set-up', name: 'Friday' });
  });

  test('so is one that is kept already', async () => {
    const { board } = setUp();
    await fireEvent.click(button('Actions for Retro'));
    await fireEvent.click(
      screen.getByRole('menuitem', { name: 'Put it on the board, for copies' }),
    );
    expect(board.putSetup.mock.calls[0]?.[0]).toContain('“Retro”');
  });

  test('that is too much for a text is refused in words', async () => {
    const [room] = setup.rooms;
    if (room === undefined) throw new Error('fixture');
    const rooms = Array.from({ length: 10 }, () => ({ ...room, task: 'x'.repeat(800) }));
    setUp({}, { ...setup, rooms });
    await type('Friday');
    screen.getByText('This is too much for a text on the board. Save it as a file.');
    expect(button('Put it on the board, for copies').disabled).toBe(true);
  });

  test('can be taken away again, as long as nothing else has been ordered', async () => {
    const job: Partial<JobView> = { kind: 'setup', state: 'done', problem: undefined };
    const { board } = setUp({ job: job as JobView });
    screen.getByText('It is on the board.');
    await fireEvent.click(button('Undo'));
    expect(board.undo).toHaveBeenCalled();
  });

  test('that lies there is used by one click; what cannot be read is said', async () => {
    const { actions, board } = setUp({
      setups: [
        { id: itemId('1'), type: 'set-up', name: 'From the template', setup },
        { id: itemId('2'), type: 'refused', reason: 'not-a-set-up' },
        { id: itemId('3'), type: 'refused', reason: 'newer' },
      ],
    });
    expect(board.lookForSetups).toHaveBeenCalledTimes(1);
    screen.getByText("A text on this board holds a set-up that can't be read.");
    screen.getByText(/a set-up of a newer version/);
    await fireEvent.click(button('Use From the template'));
    expect(actions.useSetup).toHaveBeenCalledWith(setup);
  });

  test('[I11] that Miro does not tell is said, and can be tried again', async () => {
    const { board } = setUp({ setups: { reason: 'offline', detail: '', at: 0 } });
    screen.getByText("The texts on this board couldn't be searched for set-ups.");
    await fireEvent.click(button('Try again'));
    expect(board.lookForSetups).toHaveBeenCalledTimes(2);
  });
});

test('[U1] the name stays when a set-up was kept, to be put on the board or kept once more', async () => {
  const { actions } = setUp();
  await type('Friday');
  await fireEvent.click(button('Keep this one'));
  expect(actions.keepSetup).toHaveBeenCalledWith('Friday');
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Friday');
});

test('[U1] of a name it is said whether the set-up kept under it is this one', async () => {
  setUp();
  await type('Retro');
  expect(screen.getByText('It is kept under this name.')).toBeDefined();
  cleanup();

  setUp({}, { ...setup, task: 'Something else' });
  await type('Retro');
  expect(screen.getByText('Replaces the set-up of this name.')).toBeDefined();
});
