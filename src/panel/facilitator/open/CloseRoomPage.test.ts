// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { roomId, userId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import type { RoomView } from '../../../live/views';
import { Announcer } from '../../../ui/announcer.svelte';
import { Levels } from '../levels.svelte';
import CloseRoomPage from './CloseRoomPage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const room = (name: string, people: readonly string[], closing = false): RoomView => ({
  id: roomId(name),
  number: 1,
  name,
  hue: 0,
  task: '',
  link: undefined,
  frame: 'here',
  people: people.map((one) => ({ id: userId(one), name: one, state: 'in', facilitator: false })),
  inside: people.length,
  problem: undefined,
  closing,
  alone: undefined,
});
const rooms = [room('Apple', ['Ben']), room('Birch', []), room('Cedar', [], true)];

function setUp(at: string) {
  const actions = { closeRoom: vi.fn() };
  const announcer = new Announcer();
  const level = { at: 'close-room', room: roomId(at) } as const;
  render(CloseRoomPage, {
    view: { rooms },
    level,
    actions,
    levels: new Levels(),
    announcer,
  });
  return actions;
}

test('says what happens to its people, and where they may be asked to go', async () => {
  const { closeRoom } = setUp('Apple');
  expect(screen.queryByText(/^1 person is asked to go to another room/)).not.toBeNull();
  const where = screen.getByLabelText('They are asked to go to');
  expect([...where.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    'the smallest rooms',
    '1 Birch',
  ]);
  await fireEvent.change(where, { target: { value: 'Birch' } });
  await fireEvent.click(screen.getByRole('button', { name: 'Close Apple' }));
  expect(closeRoom).toHaveBeenCalledWith('Apple', 'Birch');
});

test('an empty room simply goes', async () => {
  const { closeRoom } = setUp('Birch');
  expect(screen.queryByText(/^Nobody is in this room/)).not.toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Close Birch' }));
  expect(closeRoom).toHaveBeenCalledWith('Birch', undefined);
});
