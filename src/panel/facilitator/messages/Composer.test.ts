// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { roomId, userId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import type { PersonView, RoomView } from '../../../live/views';
import Composer from './Composer.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const LONG = 'x'.repeat(81);
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Text');

function setUp(rooms: readonly RoomView[] = []) {
  const props = { text: '', rooms, to: undefined, onwrite: vi.fn(), onsend: vi.fn() };
  const { rerender } = render(Composer, props);
  return { props, rerender };
}

test('says before sending how it will be told, and how long it may be', async () => {
  setUp();
  expect(screen.getByText('Up to 80 characters: a notification')).toBeDefined();
  await fireEvent.input(field(), { target: { value: LONG } });
  expect(screen.getByText('Opens a window for everyone')).toBeDefined();
  expect(screen.getByText('81 of 500')).toBeDefined();
});

/** A large event: forty rooms of five, most of them without the app. */
function largeEvent(withApp: number): readonly RoomView[] {
  const all = Array.from({ length: 200 }, (_, index): PersonView => {
    const state = index < withApp ? 'in' : index % 2 === 0 ? 'native-in' : 'without-app';
    return { id: userId(`u${index}`), name: `P${index}`, state, facilitator: false };
  });
  return Array.from({ length: 40 }, (_, at) => ({
    ...{ id: roomId(`r${at}`), number: at + 1, name: `Room ${at + 1}`, hue: 0, task: '' },
    ...{
      link: undefined,
      frame: 'here' as const,
      people: all.slice(at * 5, at * 5 + 5),
      inside: 5,
    },
    ...{ problem: undefined, alone: undefined },
  }));
}

test('“Reaches 83 of 200. Say it aloud, or put it on the board”; nothing of it where everyone has the app', async () => {
  const { rerender } = setUp(largeEvent(83));
  const reach = () =>
    document.getElementById(field().getAttribute('aria-describedby')?.split(' ')[1] ?? '');
  expect(reach()?.textContent.trim().replace(/\s+/g, ' ')).toBe(
    'Reaches 83 of 200. Say it aloud, or put it on the board.',
  );
  await rerender({ rooms: largeEvent(200) });
  expect(reach()?.textContent.trim()).toBe('Reaches 200 of 200.');
});

test('what became of it is said right below the button', async () => {
  const { rerender } = setUp();
  await rerender({ outcome: 'Sent to 83 people; 117 have no app.' });
  const [send, outcome] = [
    screen.getByRole('button', { name: 'Send' }),
    screen.getByText(/^Sent to 83/),
  ];
  expect(send.nextElementSibling).toBe(outcome);
});

test('sends what is in the field, and leaves it empty', async () => {
  const { props, rerender } = setUp();
  await fireEvent.input(field(), { target: { value: LONG } });
  await rerender({ text: LONG });
  await fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(props.onsend).toHaveBeenCalledWith(LONG, 'Sent to 0 people.');
  await rerender({ text: '' });
  expect(field().value).toBe('');
});

test('nothing is sent from an empty field, which gets the focus', async () => {
  const { props } = setUp();
  field().blur();
  await fireEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(props.onsend).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field());
});

test('a panel that goes away takes no draft with it', async () => {
  const { props } = setUp();
  await fireEvent.input(field(), { target: { value: LONG } });
  window.dispatchEvent(new Event('pagehide'));
  expect(props.onwrite).toHaveBeenLastCalledWith(LONG);
});
