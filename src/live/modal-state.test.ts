import { beforeEach, describe, expect, test, vi } from 'vitest';
import { apple, aRun, ben, birch, MINUTE } from '../breakout/fixtures';
import { writerId } from '../breakout/ids';
import type { Question } from '../breakout/person';
import { edit, emptyDoc, valueAt, type Changes } from '../records/merge';
import { personRecord } from '../records/person';
import { planRecord } from '../records/plan';
import { planEdits } from '../records/plan-edits';
import { runRecord } from '../records/run';
import { seatsEdits, seatsRecord } from '../records/seats';
import { FakeWorld, type FakeClient } from './fake-board';
import { users } from './fixtures';
import { ModalState } from './modal-state.svelte';

const question: Question = { epoch: 1, room: apple, ask: 1 };
let world: FakeWorld;
let plan = emptyDoc;
let seats = emptyDoc;

const others = writerId('others');
const stored = (key: 'plan' | 'seats', changes: Changes): void => {
  if (key === 'plan') {
    plan = edit(plan, changes, others);
    world.put('plan', planRecord.write(plan));
  } else {
    seats = edit(seats, changes, others);
    world.put('seats-1', seatsRecord(1).write(seats));
  }
};

beforeEach(() => {
  world = new FakeWorld();
  world.come(users.ana, users.ben, users.cem);
  plan = emptyDoc;
  seats = emptyDoc;
  stored('plan', {
    ...planEdits.setFacilitator(users.ana.id, { name: 'Ana', order: 0 }),
    ...planEdits.setRoom(apple, { alive: true, name: 'Apple', order: 0 }),
    ...planEdits.setRoom(birch, { alive: true, name: 'Birch', order: 1 }),
    ...planEdits.setWanted(1, { phase: 'open', length: 10 * MINUTE }),
  });
  stored(
    'seats',
    seatsEdits.seat([
      [ben, { room: apple, ask: 1 }],
      [users.cem.id, { room: apple, ask: 1 }],
    ]),
  );
  world.put('run', runRecord.write(aRun(), undefined));
});

async function opened(
  data: unknown = { kind: 'question', question },
): Promise<{ modal: ModalState; client: FakeClient }> {
  const client = world.client(users.ben);
  client.modalData = data;
  const modal = new ModalState({
    board: client.board,
    timers: world.timers,
    writer: writerId('modal'),
  });
  void modal.open();
  await world.timers.advance(100);
  return { modal, client };
}

/** Ben's answer as stored. */
function answer() {
  const read = personRecord(ben).read(world.stored.get(`person-${ben}`));
  return read.type === 'ok' ? valueAt(read.value, 'answer') : undefined;
}

test('shows the question and stays as long as it is to be answered', async () => {
  const { modal, client } = await opened();
  expect(modal.view).toMatchObject({ screen: 'invite', room: { name: 'Apple' }, invitedBy: 'Ana' });
  await world.timers.advance(60_000);
  const left = modal.view.screen === 'invite' ? modal.view.clock.remainingMs : undefined;
  expect(Math.floor((left ?? 0) / 1_000)).toBe(9 * 60 - 1);
  expect(client.closedWith).toEqual([]);
});

test('[T6] opened at the last beat of all, it closes itself by what its background has heard', async () => {
  const offsetMs = 3 * MINUTE;
  const { modal, client } = await opened({ kind: 'question', question, offsetMs });
  await world.timers.advance(offsetMs + 10 * MINUTE);
  expect(modal.view.screen).toBe('invite');
  await world.timers.advance(MINUTE);
  expect(client.closedWith).toEqual([{ type: 'void' }]);
});

describe('answering', () => {
  test.each([
    ['join', 'yes'],
    ['notNow', 'later'],
    ['notThisTime', 'never'],
  ] as const)(
    '%s is stored, handed to the background, and closes the modal',
    async (button, kind) => {
      const { modal, client } = await opened();
      modal.actions[button]();
      await world.timers.advance(100);
      expect(answer()).toEqual({ ...question, kind });
      expect(client.closedWith).toEqual([{ type: 'answered', answer: { ...question, kind } }]);
    },
  );

  test('the first answer counts: a double click does not answer twice', async () => {
    const { modal, client } = await opened();
    modal.actions.join();
    modal.actions.notNow();
    await world.timers.advance(100);
    expect(answer()).toMatchObject({ kind: 'yes' });
    expect(client.closedWith).toHaveLength(1);
  });

  test('[Q5] is on its way before Miro is asked to close, which ends the page', async () => {
    const { modal, client } = await opened();
    const sent: string[] = [];
    await world.storage.watch(`person-${ben}`, (raw) => raw !== undefined && sent.push('write'));
    vi.spyOn(client.board.ui, 'closeModal').mockImplementation(async () => void sent.push('close'));
    modal.actions.join();
    await world.timers.advance(100);
    expect(sent).toEqual(['write', 'close']);
  });

  test('[Q5] whose window dies at once has stored it all the same', async () => {
    const { modal } = await opened();
    modal.actions.join();
    modal.close();
    await world.timers.advance(100);
    expect(answer()).toMatchObject({ kind: 'yes' });
  });
});

describe('[I6] closes itself, without an answer,', () => {
  test.each<[string, () => void]>([
    [
      'when the person is moved',
      () => stored('seats', seatsEdits.seat([[ben, { room: birch, ask: 2 }]])),
    ],
    ['when asked anew', () => stored('seats', seatsEdits.seat([[ben, { room: apple, ask: 2 }]]))],
    ['when the room is removed', () => stored('plan', planEdits.setRoom(apple, { alive: false }))],
    [
      'when the breakout ends',
      () => world.put('run', runRecord.write(aRun({ seq: 2, phase: 'ending' }), undefined)),
    ],
  ])('%s', async (_, happen) => {
    const { modal, client } = await opened();
    happen();
    await world.timers.advance(100);
    expect(modal.view.screen).toBe('void');
    expect(client.closedWith).toEqual([{ type: 'void' }]);
    expect(answer()).toBeUndefined();
  });

  test('when it was opened with something that is no question', async () => {
    const { client } = await opened({ epoch: 'x' });
    expect(client.closedWith).toEqual([{ type: 'void' }]);
  });
});

test('asks for the seats of its question at once, before it knows the run', async () => {
  world.silent.add('run');
  await opened();
  expect(world.subscriptions).toContain('seats-1');
});

test('waits for storage before it judges the question', async () => {
  world.silent.add('seats-1');
  const { modal, client } = await opened();
  await world.timers.advance(5_000);
  expect(modal.view.screen).toBe('loading');
  expect(client.closedWith).toEqual([]);
  world.answer('seats-1');
  await world.timers.advance(100);
  expect(modal.view.screen).toBe('invite');
});
