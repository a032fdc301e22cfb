// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { roomId, userId, type RoomId } from '../../../breakout/ids';
import { startI18n } from '../../../i18n/start';
import type { FacilitatorActions, OpenView, RoomView } from '../../../live/views';
import { Announcer } from '../../../ui/announcer.svelte';
import { Levels } from '../levels.svelte';
import MessagePage from './MessagePage.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

const TEXT = 'Only Apple may know';
const [apple, birch] = [roomId('a'), roomId('b')];

const room = (id: RoomId, name: string): RoomView => ({
  ...{ id, number: 1, name, hue: 0, task: '', link: undefined, frame: 'here' as const, inside: 1 },
  people: [{ id: userId(`in ${id}`), name: `In ${name}`, state: 'in', facilitator: false }],
  ...{ problem: undefined, alone: undefined },
});
const rooms = [room(apple, 'Apple'), room(birch, 'Birch')];
const viewOf = (change: Partial<OpenView>) =>
  ({
    rooms,
    messages: [],
    draft: { room: apple, text: TEXT },
    ...change,
  }) as Partial<OpenView> as OpenView;

/** A message for Apple has been typed; then Apple is no longer there. */
async function roomGoes() {
  const spies = { keepDraft: vi.fn(), sendMessage: vi.fn() };
  const actions = spies as Partial<FacilitatorActions> as FacilitatorActions;
  const announcer = new Announcer();
  const say = vi.spyOn(announcer, 'say');
  const props = { view: viewOf({}), actions, levels: new Levels(), announcer };
  const { rerender } = render(MessagePage, props);
  expect(send().disabled).toBe(false);
  await rerender({ view: viewOf({ rooms: rooms.slice(1) }) });
  return { ...spies, say, rerender };
}

const send = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Send' });
const to = () => screen.getByLabelText<HTMLSelectElement>('To');
const text = () => screen.getByLabelText<HTMLTextAreaElement>('Text');

describe('[E8] a message for a room that goes meanwhile', () => {
  test('is kept, and cannot be sent to anybody; that the room has gone is said once', async () => {
    const { sendMessage, say, rerender } = await roomGoes();
    expect(text().value).toBe(TEXT);
    expect(to().selectedOptions[0]?.textContent).toBe('That room has gone.');
    expect(screen.queryByText(/^Reaches/)).toBeNull();
    expect(send().disabled).toBe(true);
    await fireEvent.click(send());
    expect(sendMessage).not.toHaveBeenCalled();
    await rerender({ view: viewOf({ rooms: rooms.slice(1) }) });
    expect(say.mock.calls).toEqual([['That room has gone.']]);
  });

  test('what is typed after that does not make it one for all', async () => {
    const { keepDraft } = await roomGoes();
    await fireEvent.input(text(), { target: { value: `${TEXT}!` } });
    window.dispatchEvent(new Event('pagehide'));
    expect(keepDraft).toHaveBeenLastCalledWith({ room: apple, text: `${TEXT}!` });
  });

  test.each([
    ['another room', birch, birch],
    ['all rooms', '', undefined],
  ])('is sent when %s has been chosen', async (_, value, chosen) => {
    const { keepDraft, sendMessage, rerender } = await roomGoes();
    await fireEvent.change(to(), { target: { value } });
    expect(keepDraft).toHaveBeenLastCalledWith({ room: chosen, text: TEXT });
    const draft = { room: chosen, text: TEXT };
    await rerender({ view: viewOf({ rooms: rooms.slice(1), draft }) });
    await fireEvent.click(send());
    expect(sendMessage).toHaveBeenCalledExactlyOnceWith({ room: chosen, text: TEXT });
  });
});
