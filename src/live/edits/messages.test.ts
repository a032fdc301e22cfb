import { describe, expect, test } from 'vitest';
import { ana, apple, aRun, ben, birch, MINUTE } from '../../breakout/fixtures';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import { messageActions } from '../actions/message-actions';
import { participantActions } from '../actions/participant-actions';
import { FakeDesk } from '../fake-desk';
import { users } from '../fixtures';
import { receivedMessages, reachOf, sentMessages } from '../messages-view';
import type { PersonState, PersonView } from '../views';

function open(): { desk: FakeDesk; actions: ReturnType<typeof messageActions> } {
  const desk = new FakeDesk({ me: users.ana, run: aRun(), now: MINUTE });
  desk.apply({
    plan: {
      ...planEdits.setFacilitator(ana, { name: 'Ana', order: 0 }),
      ...planEdits.setRoom(apple, { alive: true, name: 'Apple' }),
      ...planEdits.setRoom(birch, { alive: true, name: 'Birch' }),
      ...planEdits.setWanted(1, { phase: 'open' }),
    },
  });
  return { desk, actions: messageActions(desk) };
}

const texts = (desk: FakeDesk) => desk.snapshot().plan.messages.map(({ text }) => text);

describe('sending', () => {
  test('[E8] after one for a room the next on the same page is for that room', () => {
    const { desk, actions } = open();
    actions.sendMessage({ room: birch, text: 'To you' });
    expect(desk.snapshot().people.get(ana)?.draft).toEqual({ room: birch, text: '' });
  });

  test('to all rooms or one, and what was written is gone', () => {
    const { desk, actions } = open();
    actions.keepDraft({ room: birch, text: 'Half' });
    expect(desk.snapshot().people.get(ana)?.draft).toEqual({ room: birch, text: 'Half' });
    actions.sendMessage({ room: birch, text: ' Half of the time is over. ' });
    actions.sendMessage({ room: undefined, text: 'Please write legibly.' });
    expect(desk.snapshot().people.get(ana)?.draft).toBeUndefined();
    expect(sentMessages(desk.snapshot(), 1)).toMatchObject([
      { text: 'Please write legibly.', to: undefined, by: 'Ana', at: MINUTE },
      { text: 'Half of the time is over.', to: 'Birch' },
    ]);
  });

  test('not to a room that has gone, not nothing, and not when rooms are closed', () => {
    const { desk, actions } = open();
    actions.sendMessage({ room: undefined, text: '  \n' });
    desk.apply({ plan: planEdits.setRoom(birch, { alive: false }) });
    actions.sendMessage({ room: birch, text: 'Hello' });
    desk.happen({ run: aRun({ phase: 'ending' }) });
    actions.sendMessage({ room: undefined, text: 'Hello' });
    expect(texts(desk)).toEqual([]);
  });
});

test('a message is new until it has been opened', () => {
  const { desk, actions } = open();
  const place = { epoch: 1, room: apple, ask: 1 };
  actions.sendMessage({ room: apple, text: 'One' });
  actions.sendMessage({ room: birch, text: 'Two' });
  actions.sendMessage({ room: undefined, text: 'Three' });
  desk.apply({ person: personEdits.set({ at: place }) });
  const unread = () =>
    receivedMessages(desk.snapshot(), place).map(({ text, unread: isNew }) => [text, isNew]);
  expect(unread()).toEqual(
    expect.arrayContaining([
      ['Three', true],
      ['One', true],
    ]),
  );
  const [first] = receivedMessages(desk.snapshot(), place);
  participantActions(desk).markRead(first?.id ?? '');
  expect(unread()).toContainEqual([first?.text, false]);
  expect(unread()).toHaveLength(2);
});

test('whom a message reaches: in the room with the app; the others are told as what they are', () => {
  const person = (state: PersonState): PersonView => ({
    id: ben,
    name: 'Ben',
    state,
    facilitator: false,
  });
  const rooms = [
    { id: apple, people: [person('in'), person('native-in'), person('away')] },
    { id: birch, people: [person('asked'), person('without-app')] },
  ];
  expect(reachOf(rooms, undefined)).toEqual({ told: 1, withoutApp: 2, later: 1 });
  expect(reachOf(rooms, birch)).toEqual({ told: 0, withoutApp: 1, later: 1 });
});
