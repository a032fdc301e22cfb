// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { roomId } from '../../breakout/ids';
import { startI18n } from '../../i18n/start';
import { noting } from '../../live/actions/noting';
import type {
  EndedView,
  InRoomView,
  MyRoom,
  ParticipantActions,
  ParticipantView,
  RoomClosingView,
  WaitingView,
} from '../../live/views';
import { Announcer } from '../../ui/announcer.svelte';
import { parts } from '../parts';
import Participant from './Participant.svelte';

// What is seldom needed is a chunk of its own; once loaded it is at hand.
beforeAll(async () => {
  await startI18n('en');
  await Promise.all(
    [parts.InRoom, parts.Leaving, parts.Coming, parts.OwnNotices, parts.Choosing].map((part) =>
      part.load(),
    ),
  );
});
afterEach(cleanup);

const cedar: MyRoom = {
  id: roomId('c'),
  name: 'Cedar',
  hue: 2,
  task: '',
  link: undefined,
  others: [],
};
const inCedar = (change: Partial<InRoomView> = {}): InRoomView => ({
  screen: 'in-room',
  mayRunIt: false,
  closesAt: undefined,
  notices: [],
  unsent: false,
  keepsNames: true,
  room: cedar,
  clock: {
    remainingMs: 300_000,
    share: 0.5,
    endsAt: undefined,
    paused: false,
    approximate: false,
  },
  help: { state: 'none' },
  messages: [],
  moreTime: 'may-ask',
  inWindow: false,
  astray: false,
  moveTo: undefined,
  invitedBy: 'Ana',
  switching: undefined,
  ...change,
});

function show(view: ParticipantView): readonly string[] {
  const did: string[] = [];
  const actions = new Proxy({} as ParticipantActions, noting(did));
  render(Participant, { view, actions, announcer: new Announcer() });
  return did;
}

const primary = (): readonly (string | undefined)[] =>
  screen
    .getAllByRole('button')
    .filter((button) => button.classList.contains('primary'))
    .map((button) => button.textContent.trim());

test('P2: in the frame, the primary button asks for help', () => {
  show(inCedar());
  expect(primary()).toEqual(['Ask for help']);
  expect(screen.getByRole('button', { name: 'Back to my frame' })).toBeDefined();
});

test('[V5] P2: out of the frame, the primary button leads back to it', async () => {
  const did = show(inCedar({ astray: true }));
  expect(primary()).toEqual(['Back to Cedar']);
  expect(screen.getByRole('button', { name: 'Ask for help' })).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Back to my frame' })).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: 'Back to Cedar' }));
  expect(did).toEqual(['backToFrame']);
});

test('[V12] whoever waits for a room is not told that rooms are prepared, nor asked to be ready', () => {
  show(waiting({ roomsOpen: true, ready: true }));
  expect(screen.getByText("The rooms are open. You'll be given one.")).toBeDefined();
  expect(screen.queryByText(/preparing/)).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('[V11] a clock that stands still says so in a word', () => {
  const { clock } = inCedar();
  show(inCedar({ clock: { ...clock, paused: true } }));
  expect(screen.getByText('Paused')).toBeDefined();
  expect(screen.getByRole('timer', { name: /, Paused$/ })).toBeDefined();
});

test('P2: a move that is asked for comes first, wherever one looks', () => {
  const daisy = { ...cedar, id: roomId('d'), name: 'Daisy' };
  show(inCedar({ astray: true, moveTo: { room: daisy, by: 'Ana' } }));
  expect(primary()).toEqual(['Go to Daisy']);
  expect(screen.getByRole('button', { name: 'Back to my frame' })).toBeDefined();
});

const waiting = (change: Partial<WaitingView> = {}): WaitingView => ({
  screen: 'waiting',
  mayRunIt: false,
  closesAt: undefined,
  notices: [],
  unsent: false,
  facilitators: ['Ana'],
  here: [],
  ready: false,
  keepsNames: true,
  inWindow: false,
  ...change,
});
const closing: RoomClosingView = {
  ...{ screen: 'room-closing', mayRunIt: false, closesAt: undefined, notices: [], unsent: false },
  ...{ room: cedar, closesInMs: 20_000, returnsTo: 'home' },
};

const OFFLINE = "You're offline. Rooms go on; changes are sent when you're back.";

test.each([
  ['P0', waiting()],
  ['P2', inCedar()],
  ['P3', closing],
])('[V6] %s: somebody who is offline is told so', (_, view) => {
  show({ ...view, notices: [{ kind: 'offline' }] });
  expect(screen.getByText(OFFLINE)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
});

test('[V6] what was not saved can be tried again', async () => {
  const did = show(inCedar({ notices: [{ kind: 'not-saved', detail: 'Why' }] }));
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(did).toEqual(['retry']);
});

test('[V6] nothing is said to have been seen that nobody can see', () => {
  const unsent = "This hasn't reached the facilitators yet.";
  const asked = { help: { state: 'asked', reason: 'stuck' }, moreTime: 'asked' } as const;
  show(inCedar(asked));
  expect(screen.getByText('You asked for help. Facilitators can see it.')).toBeDefined();
  cleanup();
  show(inCedar({ ...asked, unsent: true }));
  expect(screen.getAllByText(unsent)).toHaveLength(2);
  expect(screen.queryByText(/can see it/)).toBeNull();
  cleanup();
  show(waiting({ ready: true, unsent: true }));
  expect(screen.getByText(unsent)).toBeDefined();
});

const ended = (change: Partial<EndedView>): EndedView => ({
  ...{ screen: 'ended', mayRunIt: false, closesAt: undefined, notices: [], unsent: false },
  ...{ room: cedar, stayedMs: undefined, keepsNames: true, ...change },
});
const gia = { ...cedar, others: [{ name: 'Gia', state: 'left' }] } as const;

test.each<[Partial<EndedView>, string]>([
  [{ stayedMs: 245_000, room: gia }, 'You were in Cedar for 4 min with Gia.'],
  [{ stayedMs: 245_000 }, 'You were in Cedar for 4 min.'],
  [{ room: gia }, 'You were in Cedar with Gia.'],
  [{}, 'You were in Cedar.'],
  [{ stayedMs: 245_000, keepsNames: false }, 'Your room was Cedar.'],
])('[J6] P4 says one’s own minutes where they are known: %o', (change, text) => {
  show(ended(change));
  expect(screen.getByText(text)).toBeDefined();
});

const birch = { ...cedar, id: roomId('b'), name: 'Birch', left: 2, state: 'free' } as const;
const switching = { rooms: [birch], waitingFor: undefined, lost: undefined };

test('[S12] another room is chosen without leaving the one they are in', async () => {
  const did = show(inCedar({ switching }));
  await fireEvent.click(screen.getByRole('button', { name: 'Choose another room' }));
  await fireEvent.click(screen.getByRole('radio', { name: /Birch/ }));
  await fireEvent.click(screen.getByRole('button', { name: 'Join Birch' }));
  expect(did).toEqual(['choose b']);
});

test('[S12] a wish that is not granted yet, or was in vain, can be taken back', async () => {
  const did = show(inCedar({ switching: { ...switching, waitingFor: 'Birch' } }));
  expect(screen.getByRole('button', { name: 'Getting you a place in Birch…' })).toBeDefined();
  await fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(did).toEqual(['chooseNothing']);
  cleanup();
  show(inCedar({ switching: { ...switching, lost: { name: 'Birch', instead: undefined } } }));
  expect(screen.getByText('Birch just filled up.')).toBeDefined();
});

test('[S12] who may not write is told that a choice cannot be stored', () => {
  const notices = [{ kind: 'read-only' }] as const;
  show(inCedar({ notices, switching: { ...switching, waitingFor: 'Birch' } }));
  expect(screen.getByText(/so a choice can't be saved/)).toBeDefined();
  expect(screen.queryByText(/Joining and help still work/)).toBeNull();
});
