// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { userId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import { noting } from '../../../live/actions/noting';
import type {
  FacilitatorActions,
  FacilitatorView,
  OpenView,
  PrepareView,
  RoomView,
} from '../../../live/views';
import { anOpenView, aPersonView, aPrepareView, aRoomView } from '../../../live/views/fixtures';
import { Announcer } from '../../../ui/announcer.svelte';
import { groupsText } from '../../groups-text';
import { parts } from '../../parts';
import Facilitator from '../Facilitator.svelte';
import Prepare from '../prepare/Prepare.svelte';

/** Every row of "Moving people" in the design, word for word. */

beforeAll(async () => {
  await startI18n('en');
  await Promise.all([parts.LevelOf.load(), parts.Lift.load(), parts.MoreMenu.load()]);
});
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const room = (number: number, name: string, people: readonly string[]): RoomView =>
  aRoomView(number, name, { people: people.map((one) => aPersonView(one)) });
const apple = room(1, 'Apple', ['Ben', 'Chloé']);
const cedar = room(2, 'Cedar', ['Finn', 'Gia Park', 'Hugo']);
const daisy = room(3, 'Daisy', ['Ines', 'Jo']);
const facilitators = [
  { id: userId('Ana'), name: 'Ana', online: true, me: true },
  { id: userId('Ben'), name: 'Ben', online: true, me: false },
];
const prepare = (rooms: readonly RoomView[]): PrepareView => aPrepareView({ rooms, facilitators });
const opened = (rooms: readonly RoomView[]): OpenView =>
  anOpenView({
    rooms,
    facilitators,
    counts: { expected: 7, inside: 0, asked: 7, notNow: 0, away: 0 },
  });

async function setUp(view: FacilitatorView = prepare([apple, cedar, daisy])) {
  const said: string[] = [];
  const did: string[] = [];
  const actions = new Proxy({} as FacilitatorActions, noting(did));
  const announcer = new Announcer();
  vi.spyOn(announcer, 'sayAtOnce').mockImplementation((text) => void said.push(text));
  vi.spyOn(announcer, 'say').mockImplementation(
    (text, how = 'polite') => void said.push(how === 'polite' ? text : `${how}: ${text}`),
  );
  const shown = render(Facilitator, { view, Screen: Prepare, actions, announcer });
  await fireEvent.click(screen.getByRole('button', { name: /^More/ }));
  await vi.waitFor(() => screen.getByRole('menuitem', { name: 'Who is where' }));
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Who is where' }));
  const show = (next: FacilitatorView) => shown.rerender({ view: next });
  return { said, did, show };
}

const row = (name: string) => screen.getByRole('button', { name: new RegExp(`^${name}, `) });
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key });

async function lift(name: string): Promise<void> {
  row(name).focus();
  await press('m');
}

test('focus', async () => {
  await setUp(
    prepare([
      apple,
      { ...cedar, people: cedar.people.map((one) => ({ ...one, state: 'asked' as const })) },
    ]),
  );
  expect(row('Gia Park').getAttribute('aria-label')).toBe('Gia Park, in Cedar, asked. 2 of 3.');
});

test('ticked', async () => {
  const { said } = await setUp();
  for (const name of ['Finn', 'Hugo', 'Gia Park']) {
    row(name).focus();
    await press(' ');
  }
  expect(said.at(-1)).toBe('Gia Park selected. 3 people selected.');
});

test('lifted: how to go on is said once', async () => {
  const { said } = await setUp();
  await lift('Gia Park');
  expect(said).toEqual([
    'Gia Park lifted from Cedar. Use the arrow keys to choose a room, Enter to place, Escape to cancel.',
  ]);
  await press('Escape');
  await lift('Gia Park');
  expect(said.at(-1)).toBe('Gia Park lifted.');
});

test('over a room: how many are there, or that it is full or locked', async () => {
  const { said } = await setUp(
    prepare([
      apple,
      cedar,
      daisy,
      { ...room(4, 'Elm', ['Kim']), places: 1 },
      { ...room(5, 'Fir', []), locked: true },
    ]),
  );
  await lift('Gia Park');
  for (let step = 0; step < 3; step++) await press('ArrowDown');
  expect(said.slice(1)).toEqual(['Daisy, 2 people.', 'Elm is full.', 'Fir is locked.']);
});

test('dropped, before the opening', async () => {
  const { said, did } = await setUp();
  await lift('Gia Park');
  await press('ArrowDown');
  await press('Enter');
  expect(said.at(-1)).toBe('Gia Park is now in Daisy. Cedar 2, Daisy 3.');
  expect(did).toContain('move Gia Park,Daisy');
});

test('dropped, while rooms are open', async () => {
  const { said, did, show } = await setUp();
  await show(opened([apple, cedar, daisy]));
  await lift('Gia Park');
  await press('ArrowDown');
  await press('Enter');
  expect(said.at(-1)).toBe('Gia Park has been asked to move to Daisy.');
  expect(did).toContain('move Gia Park,Daisy');
});

test('cancelled', async () => {
  const { said, did } = await setUp();
  await lift('Gia Park');
  await press('ArrowDown');
  await press('Escape');
  expect(said.at(-1)).toBe('Cancelled. Gia Park stays in Cedar.');
  expect(did.some((what) => what.startsWith('move'))).toBe(false);
});

test('undone', async () => {
  const { said, show } = await setUp();
  await show({
    ...prepare([apple, cedar, daisy]),
    undo: { what: 'move', name: 'Gia Park', from: 'Cedar' },
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Undo' }));
  expect(said.at(-1)).toBe('Undone. Gia Park is back in Cedar.');
});

test('changed by another meanwhile', async () => {
  const { said, show } = await setUp();
  await lift('Gia Park');
  await press('ArrowDown');
  await show(
    prepare([
      { ...apple, people: [...apple.people, aPersonView('Gia Park')] },
      { ...cedar, people: [aPersonView('Finn'), aPersonView('Hugo')] },
      daisy,
    ]),
  );
  expect(said.at(-1)).toBe('assertive: Ben moved Gia Park to Apple. Your move was cancelled.');
  await press('Enter');
  expect(said.at(-1)).toBe('assertive: Ben moved Gia Park to Apple. Your move was cancelled.');
});

test('shuffled', () => {
  const rooms = [1, 2, 3, 4].map((number) => room(number, `Room ${number}`, ['a', 'b', 'c']));
  expect(groupsText({ ...prepare(rooms), people: 12, repeats: 0 })).toBe(
    '12 people in 4 rooms, 3 in each. No pair repeats.',
  );
});

test('[Z4] by the keyboard the same person has the focus in the new place', async () => {
  const { show } = await setUp();
  await lift('Gia Park');
  await press('ArrowDown');
  await press('Enter');
  await show(
    prepare([
      apple,
      { ...cedar, people: [aPersonView('Finn'), aPersonView('Hugo')] },
      { ...daisy, people: [aPersonView('Gia Park'), ...daisy.people] },
    ]),
  );
  await vi.waitFor(() => expect(document.activeElement).toBe(row('Gia Park')));
  expect(row('Gia Park').getAttribute('aria-label')).toBe('Gia Park, in Daisy, here. 1 of 3.');
});

test('[Z1] several that are ticked are lifted and moved together', async () => {
  const { said, did } = await setUp();
  for (const name of ['Finn', 'Gia Park']) {
    row(name).focus();
    await press(' ');
  }
  await lift('Gia Park');
  expect(said.at(-1)).toMatch(/^2 people lifted\. Use the arrow keys/);
  await press('ArrowDown');
  await press('Enter');
  expect(did).toContain('move Gia Park,Daisy,Finn,Daisy');
  expect(said.at(-1)).toBe('2 people are now in Daisy.');
  expect(screen.queryByRole('button', { name: /^Move \d+ people/ })).toBeNull();
});

test('[Z1] in the middle of a name M is a letter', async () => {
  const { said } = await setUp(prepare([room(1, 'Apple', ['Ada', 'Emma', 'Eva']), daisy]));
  row('Ada').focus();
  await press('e');
  await press('m');
  expect(document.activeElement).toBe(row('Emma'));
  expect(said).toEqual([]);
});
