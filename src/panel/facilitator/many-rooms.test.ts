// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { roomId, userId } from '../../breakout/ids';
import { startI18n } from '../../i18n/start';
import { noting } from '../../live/actions/noting';
import type { FacilitatorActions, OpenView, RoomView } from '../../live/views';
import { aClockView, anOpenView, aPersonView, aRoomView } from '../../live/views/fixtures';
import { Announcer } from '../../ui/announcer.svelte';
import { menuList } from '../../ui/menu-list.svelte';
import { parts } from '../parts';
import Facilitator from './Facilitator.svelte';
import Open from './open/Open.svelte';

// The tiles, the second level and the menus are chunks of their own; once loaded they are at hand.
beforeAll(async () => {
  await startI18n('en');
  await Promise.all([parts.LevelOf.load(), parts.RoomTiles.load(), menuList.load()]);
});
afterEach(cleanup);

const room = (number: number, change: Partial<RoomView> = {}): RoomView =>
  aRoomView(number, `Room ${number}`, {
    id: roomId(`r${number}`),
    people: [aPersonView('Ben', { id: userId(`u${number}`), state: 'in' })],
    inside: 1,
    ...change,
  });
const open = (rooms: readonly RoomView[]): OpenView =>
  anOpenView({
    rooms,
    clock: aClockView({ remainingMs: 60_000, share: 0.5, endsAt: 60_000 }),
    counts: { expected: rooms.length, inside: rooms.length, asked: 0, notNow: 0, away: 0 },
  });
const rooms = (count: number): RoomView[] =>
  Array.from({ length: count }, (_, index) => room(index + 1));

function show(shown: readonly RoomView[]): { readonly did: readonly string[] } {
  const did: string[] = [];
  const actions = new Proxy({} as FacilitatorActions, noting(did));
  const announcer = new Announcer();
  render(Facilitator, { view: open(shown), Screen: Open, actions, announcer });
  return { did };
}

const list = () => within(screen.getByRole('list', { name: 'Rooms' }));
const button = (name: string | RegExp) => screen.getByRole('button', { name });

test('[O2] up to twelve rooms are rows with a menu, thirteen are tiles', () => {
  show(rooms(12));
  expect(list().getAllByRole('button', { name: /^Actions for / })).toHaveLength(12);
  cleanup();
  show(rooms(13));
  expect(list().queryAllByRole('button', { name: /^Actions for / })).toHaveLength(0);
  expect(list().getAllByRole('button')).toHaveLength(13);
});

test('[O2] one of thirteen rooms is closed from its page', async () => {
  const { did } = show(rooms(13));
  await fireEvent.click(button(/^Room 7, /));
  await fireEvent.click(await screen.findByRole('button', { name: 'Close room…' }));
  await fireEvent.click(button('Close Room 7'));
  expect(did).toEqual(['closeRoom r7 ']);
});

test('[O2] a tile says that its room is closing; on its page it can be kept', async () => {
  const { did } = show(rooms(12).concat(room(13, { closing: true })));
  await fireEvent.click(button('Room 13, 1 of 1 in, closing'));
  expect(await screen.findByText(/^This room is being closed/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Close room…' })).toBeNull();
  await fireEvent.click(button('Keep room open'));
  expect(did).toEqual(['keepRoom r13']);
});

test('[O2] the page of a room shows where its people talk, and leads to changing it', async () => {
  show(rooms(12).concat(room(13, { link: 'https://meet.example/abc' })));
  await fireEvent.click(button(/^Room 13, /));
  expect(await screen.findByText('Call: meet.example/abc')).toBeTruthy();
  await fireEvent.click(button('Call link…'));
  expect(screen.getByLabelText<HTMLInputElement>('Address').value).toBe('https://meet.example/abc');
});

test('[O1] new notes are said on a row, on a tile and on the page; none are not mentioned', async () => {
  show([room(1, { notes: 3 }), room(2)]);
  expect(button('Room 1, 1 of 1 in, 3 new notes').textContent).toContain('3 new notes');
  expect(button('Room 2, 1 of 1 in')).toBeTruthy();
  await fireEvent.click(button(/^Room 1, /));
  expect(await screen.findByText('3 new notes', { selector: 'p' })).toBeTruthy();
  cleanup();
  show(rooms(12).concat(room(13, { notes: 1 })));
  expect(button('Room 13, 1 of 1 in, 1 new note').textContent).toContain('+1');
});
