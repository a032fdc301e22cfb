// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { startI18n } from '../../i18n/start';
import { noting } from '../../live/actions/noting';
import type { FacilitatorActions, PrepareView, RoomView } from '../../live/views';
import { aPersonView, aPrepareView, aRoomView } from '../../live/views/fixtures';
import { Announcer } from '../../ui/announcer.svelte';
import { menuList } from '../../ui/menu-list.svelte';
import { keepFocus } from '../../ui/keep-focus';
import { parts } from '../parts';
import Facilitator from './Facilitator.svelte';
import Prepare from './prepare/Prepare.svelte';

// The second level and the menus are chunks of their own; once loaded they are at hand.
beforeAll(async () => {
  await startI18n('en');
  await Promise.all([parts.LevelOf.load(), menuList.load()]);
});
afterEach(cleanup);

const room = (number: number, name: string, people: readonly string[]): RoomView =>
  aRoomView(number, name, { people: people.map((one) => aPersonView(one)) });
const prepare = (rooms: readonly RoomView[]): PrepareView => aPrepareView({ rooms });
const apple = room(1, 'Apple', ['Ben', 'Gia', 'Hugo']);
const birch = room(2, 'Birch', ['Ines', 'Jo']);

async function setUp() {
  const did: string[] = [];
  const actions = new Proxy({} as FacilitatorActions, noting(did));
  const announcer = new Announcer();
  const view = render(Facilitator, {
    view: prepare([apple, birch]),
    Screen: Prepare,
    actions,
    announcer,
  });
  return { did, announcer, show: (next: PrepareView) => view.rerender({ view: next }) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

async function openRoom(name: RegExp): Promise<void> {
  const row = button(name);
  row.focus();
  await fireEvent.click(row);
  await screen.findByRole('button', { name: 'Back' });
}

test('a page of the second level takes the focus to its heading, Back returns it', async () => {
  await setUp();
  await openRoom(/^Apple/);
  expect(document.activeElement?.textContent).toBe('1 Apple');
  await fireEvent.click(button('Back'));
  await vi.waitFor(() => expect(document.activeElement).toBe(button(/^Apple, 3 people/)));
});

test('Escape is Back, and a field uses it for itself', async () => {
  await setUp();
  await openRoom(/^Apple/);
  screen.getByLabelText('Name of the room').focus();
  await press('Escape');
  expect(screen.queryByRole('button', { name: 'Back' })).not.toBeNull();
  screen.getByRole('heading', { name: '1 Apple' }).focus();
  await press('Escape');
  await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Back' })).toBeNull());
});

test('people are one tab stop with arrows, ends and letters', async () => {
  await setUp();
  await openRoom(/^Apple/);
  const list = within(screen.getByRole('list', { name: 'People in Apple' }));
  const rows = list.getAllByRole('button');
  expect(rows.map((row) => row.tabIndex)).toEqual([0, -1, -1]);
  rows[0]?.focus();
  await press('ArrowDown');
  expect(document.activeElement).toBe(rows[1]);
  await press('End');
  expect(document.activeElement).toBe(rows[2]);
  await press('b');
  expect(document.activeElement).toBe(rows[0]);
});

test('a moved person is said with the numbers, and the focus goes to the next in the old room', async () => {
  const { did, announcer, show } = await setUp();
  await openRoom(/^Apple/);
  await fireEvent.click(button(/^Gia, in Apple, here/));
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Move to…' }));
  await screen.findByRole('heading', { name: 'Move Gia to' });
  await fireEvent.click(button(/^2 Birch/), { detail: 1 });
  expect(did).toContain('move Gia,Birch');
  expect(announcer.polite).toBe('Gia is now in Birch. Apple 2, Birch 3.');
  await vi.waitFor(() => expect(document.activeElement).toBe(button(/^Hugo, in Apple, here/)));
  await show(prepare([room(1, 'Apple', ['Ben', 'Hugo']), room(2, 'Birch', ['Ines', 'Jo', 'Gia'])]));
  expect(document.activeElement).toBe(button(/^Hugo, in Apple, here/));
});

test('Space ticks several, each is said, and they are moved together', async () => {
  const { did, announcer } = await setUp();
  const say = vi.spyOn(announcer, 'say');
  await openRoom(/^Apple/);
  button(/^Ben, in Apple, here/).focus();
  await press(' ');
  await press('ArrowDown');
  await press(' ');
  expect(screen.queryByRole('menu')).toBeNull();
  expect(say).toHaveBeenLastCalledWith('Gia selected. 2 people selected.');
  await fireEvent.click(button('Ben, in Apple, here, selected. 1 of 3.'));
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Unselect' }));
  await fireEvent.click(button(/^Hugo, in Apple, here/));
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Select' }));
  await fireEvent.click(button('Move 2 people to…'));
  await screen.findByRole('heading', { name: 'Move 2 people to' });
  await fireEvent.click(button('Back'));
  await fireEvent.click(button('Move 2 people to…'));
  await fireEvent.click(await screen.findByRole('button', { name: /^2 Birch/ }));
  expect(did).toContain('move Gia,Birch,Hugo,Birch');
  expect(say).toHaveBeenLastCalledWith('2 people are now in Birch.');
});

test('a room that another facilitator removes closes its page', async () => {
  const { show } = await setUp();
  const stop = keepFocus(document.body);
  await openRoom(/^Birch/);
  await show(prepare([apple]));
  expect(screen.queryByRole('button', { name: 'Back' })).toBeNull();
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe('H1'));
  stop?.();
});

test('a name is edited in its row; Enter keeps it and returns the focus', async () => {
  const { did } = await setUp();
  await fireEvent.click(button('Actions for Apple'));
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Rename' }));
  const field = await screen.findByLabelText<HTMLInputElement>('Name of the room');
  expect(document.activeElement).toBe(field);
  await fireEvent.input(field, { target: { value: ' Orchard ' } });
  await press('Enter');
  expect(did).toContain('renameRoom Apple Orchard');
  await vi.waitFor(() => expect(document.activeElement).toBe(button(/^Apple, 3 people/)));
});

test('[I2] a task that is being typed survives everything that arrives, and a closed panel', async () => {
  const { did, show } = await setUp();
  await openRoom(/^Apple/);
  const field = screen.getByLabelText<HTMLTextAreaElement>('Task');
  field.focus();
  await fireEvent.input(field, { target: { value: 'Three ideas' } });
  await show(prepare([{ ...apple, task: "Somebody else's" }, birch]));
  expect(field.value).toBe('Three ideas');
  expect(did).not.toContain('setTask Apple Three ideas');
  window.dispatchEvent(new Event('pagehide'));
  expect(did).toContain('setTask Apple Three ideas');
});
