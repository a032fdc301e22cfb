import { describe, expect, test } from 'vitest';
import { ana, apple, aRun, ben, birch, MINUTE } from '../../breakout/fixtures';
import type { HelpCall } from '../../breakout/person';
import { personEdits } from '../../records/person';
import { planEdits } from '../../records/plan-edits';
import { answerHelp } from '../edits/help';
import { seatAll } from '../edits/seats-of';
import { FakeDesk } from '../fake-desk';
import { aFrame, users } from '../fixtures';
import { around } from '../jobs/glide';
import { participantActions } from './participant-actions';
import { visit } from './visit';

const at = { epoch: 1, room: apple, ask: 1 };

/** Ben is asked to join Apple. */
function asked(): { desk: FakeDesk; actions: ReturnType<typeof participantActions> } {
  const desk = new FakeDesk({ me: users.ben, run: aRun(), now: MINUTE });
  const frame = aFrame('f1');
  desk.frames.set(frame.id, frame);
  desk.apply({
    plan: {
      ...planEdits.setFacilitator(ana, { name: 'Ana', order: 0 }),
      ...planEdits.setRoom(apple, { alive: true, name: 'Apple', frame: frame.id }),
      ...planEdits.setRoom(birch, { alive: true, name: 'Birch' }),
      ...planEdits.setWanted(1, { phase: 'open' }),
    },
  });
  desk.apply(seatAll(desk.snapshot(), 1, [[ben, apple]]));
  return { desk, actions: participantActions(desk) };
}

const own = (desk: FakeDesk) => desk.snapshot().people.get(ben);

describe('answering', () => {
  test.each([
    ['join', 'yes'],
    ['notNow', 'later'],
    ['notThisTime', 'never'],
  ] as const)('%s', (button, kind) => {
    const { desk, actions } = asked();
    actions[button]();
    expect(own(desk)?.answer).toEqual({ ...at, kind });
  });

  test('[I4] leaving and coming back needs nobody else', () => {
    const { desk, actions } = asked();
    actions.join();
    desk.apply({ person: personEdits.set({ at }) });
    actions.leave();
    expect(own(desk)?.answer).toEqual({ ...at, kind: 'left' });
    actions.join();
    expect(own(desk)?.answer).toEqual({ ...at, kind: 'yes' });
  });

  test('a move: accepted or not, the answer is to the new question', () => {
    const { desk, actions } = asked();
    desk.apply({ person: personEdits.set({ at }) });
    desk.apply(seatAll(desk.snapshot(), 1, [[ben, birch]]));
    actions.stay();
    expect(own(desk)?.answer).toEqual({ epoch: 1, room: birch, ask: 2, kind: 'later' });
    actions.acceptMove();
    expect(own(desk)?.answer).toEqual({ epoch: 1, room: birch, ask: 2, kind: 'yes' });
  });

  test('[I6] nothing is answered once the breakout is over', () => {
    const { desk, actions } = asked();
    desk.happen({ run: aRun({ phase: 'ending' }) });
    actions.join();
    expect(own(desk)?.answer).toBeUndefined();
  });
});

describe('calling for help', () => {
  function inside() {
    const { desk, actions } = asked();
    desk.apply({ person: personEdits.set({ at }) });
    return { desk, actions };
  }
  const help = (desk: FakeDesk): HelpCall | undefined => own(desk)?.help;
  const bens = (desk: FakeDesk) => ({ ...desk.snapshot(), me: users.ana });

  test('names the room and the reason; pressed twice it is one call', () => {
    const { desk, actions } = inside();
    actions.askForHelp('stuck');
    actions.askForHelp('stuck');
    expect(help(desk)).toEqual({
      ...{ epoch: 1, room: apple, reason: 'stuck' },
      call: 1,
      open: true,
      at: MINUTE,
    });
  });

  test('what it is about can be said afterwards: it stays the same call', () => {
    const { desk, actions } = inside();
    actions.askForHelp('unsaid');
    actions.askForHelp('technical');
    actions.askForHelp('unsaid');
    expect(help(desk)).toMatchObject({ call: 1, reason: 'technical', open: true });
  });

  test('after "can’t come" it is a new call', () => {
    const { desk, actions } = inside();
    actions.askForHelp('stuck');
    desk.apply(answerHelp(bens(desk), ben, 'cannot'));
    actions.askForHelp('stuck');
    expect(help(desk)?.call).toBe(2);
  });

  test('taken back', () => {
    const { desk, actions } = inside();
    actions.askForHelp('question');
    actions.takeBackHelp();
    expect(help(desk)?.open).toBe(false);
  });

  test('only from within a room', () => {
    const { desk, actions } = asked();
    actions.askForHelp('stuck');
    expect(help(desk)).toBeUndefined();
  });
});

describe('ready', () => {
  test('is kept for the breakout being prepared, and nudges the facilitators once', async () => {
    const { desk, actions } = asked();
    desk.happen({ run: undefined });
    actions.ready(true);
    actions.ready(true);
    await Promise.all(desk.jobs);
    expect(own(desk)?.ready).toBe(1);
    expect(desk.events).toEqual(['ready']);
    actions.ready(false);
    expect(own(desk)?.ready).toBeUndefined();
    expect(desk.failures).toEqual([]);
  });
});

test('looking at the room again, afterwards as well', async () => {
  const { desk, actions } = asked();
  actions.join();
  actions.backToFrame();
  desk.happen({ run: aRun({ phase: 'closed' }) });
  actions.lookAgain();
  await Promise.all(desk.jobs);
  expect(desk.glides).toHaveLength(2);
});

test('[I11] that somebody was not brought to their frame is told until they go there themselves', async () => {
  const { desk, actions } = asked();
  const problem = { reason: 'offline', detail: '', at: 0 } as const;
  const fails = (step: string) =>
    desk.apply({ person: personEdits.set({ at, problem: { step, problem } }) });
  fails('arrive apple');
  actions.backToFrame();
  await Promise.all(desk.jobs);
  expect(own(desk)?.problem).toBeUndefined();
  fails('ask apple 1');
  actions.backToFrame();
  await Promise.all(desk.jobs);
  expect(own(desk)?.problem?.step).toBe('ask apple 1');
});

test('“Look at Apple again” is the room in which somebody stayed who was asked to move', async () => {
  const { desk, actions } = asked();
  const frame = { ...aFrame('elsewhere'), x: 5_000 };
  desk.frames.set(frame.id, frame);
  desk.apply({ plan: planEdits.setRoom(birch, { frame: frame.id }) });
  desk.apply(seatAll(desk.snapshot(), 1, [[ben, birch]]));
  const was = { epoch: 1, room: apple, ask: 1 };
  const answer = { epoch: 1, room: birch, ask: 2, kind: 'later' } as const;
  desk.apply({ person: personEdits.set({ was, answer }) });
  desk.happen({ run: aRun({ phase: 'closed' }) });
  actions.lookAgain();
  await Promise.all(desk.jobs);
  expect(desk.glides).toEqual([around(aFrame('f1'))]);
});

test('running it makes this person a facilitator beside the others', () => {
  const { desk, actions } = asked();
  actions.runIt();
  expect(desk.snapshot().plan.facilitators.map(({ name, order }) => [name, order])).toEqual([
    ['Ana', 0],
    ['Ben', 1],
  ]);
});

test('[I11] a frame that has been deleted since is told, and the view stays where it is', async () => {
  const { desk, actions } = asked();
  actions.join();
  desk.frames.clear();
  actions.lookAgain();
  await Promise.all(desk.jobs);
  expect(desk.failures).toMatchObject([{ code: 'not-found' }]);
  expect(desk.glides).toEqual([]);
});

test('[I11] a visit to a room whose frame has been deleted is told, and none has begun', async () => {
  const { desk } = asked();
  desk.frames.clear();
  await expect(visit(desk, apple)).rejects.toMatchObject({ code: 'not-found' });
  expect(own(desk)?.visiting).toBeUndefined();
});
