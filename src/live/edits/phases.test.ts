import { describe, expect, test } from 'vitest';
import { ana, aRun, ben, MINUTE } from '../../breakout/fixtures';
import type { Run } from '../../breakout/run';
import { facilitatorActions } from '../actions/facilitator-actions';
import { FakeDesk } from '../fake-desk';
import { crowd, users } from '../fixtures';
import { facilitatorStage } from '../stage';
import * as phases from './phases';
import { claim } from './roles';
import { createRooms } from './rooms';

/** Four people in two rooms, nothing opened yet. */
function prepared(): FakeDesk {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(4)], now: MINUTE });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), 2, desk));
  return desk;
}

/** Opened at 0 for ten minutes; it is `now`. */
function opened(now = MINUTE, run: Partial<Run> = {}): FakeDesk {
  const desk = prepared();
  facilitatorActions(desk).open();
  desk.happen({ run: aRun(run), now });
  return desk;
}

const wanted = (desk: FakeDesk, epoch = 1) => desk.snapshot().plan.wanted(epoch);

describe('opening', () => {
  test('orders the epoch with the digests of what is seen', () => {
    const desk = prepared();
    facilitatorActions(desk).open();
    expect(wanted(desk)).toMatchObject({
      phase: 'open',
      length: 10 * MINUTE,
      order: {
        by: ana,
        byName: 'Ana',
        planDigest: desk.snapshot().planDigest,
        seatsDigest: 'seats true',
      },
    });
    expect(facilitatorStage(desk.snapshot())).toMatchObject({ at: 'opening', epoch: 1 });
  });

  test('[I1] seats everyone who came since, without moving anybody', () => {
    const desk = prepared();
    const before = new Map(desk.snapshot().seatsOf(1));
    desk.happen({ online: [users.ana, ...crowd(7)] });
    facilitatorActions(desk).open();
    const after = desk.snapshot().seatsOf(1);
    expect(after.size).toBe(7);
    for (const [user, seat] of before) expect(after.get(user)).toEqual(seat);
  });

  test('[I1] prepared alone the evening before: everyone is split at the opening', () => {
    const desk = new FakeDesk({ online: [users.ana] });
    desk.apply(claim(desk.snapshot()));
    desk.apply(createRooms(desk.snapshot(), 3, desk));
    desk.happen({ online: [users.ana, ...crowd(9)] });
    facilitatorActions(desk).open();
    const { seatsOf, plan } = desk.snapshot();
    const sizes = plan.rooms.map(
      ({ id }) => [...seatsOf(1).values()].filter(({ room }) => room === id).length,
    );
    expect(sizes).toEqual([3, 3, 3]);
  });

  test('without rooms there is nothing to open', () => {
    const desk = new FakeDesk();
    desk.apply(claim(desk.snapshot()));
    facilitatorActions(desk).open();
    expect(wanted(desk).phase).toBe('none');
  });

  test('[I6] a button pressed late changes nothing: an open board cannot be opened', () => {
    const desk = opened();
    const stale = desk.snapshot();
    expect(phases.open(stale, 'x')).toEqual({});
    expect(phases.seatForOpening(stale, desk.random)).toEqual({});
  });

  test('cancelled: the same epoch is being prepared again, seats kept', () => {
    const desk = opened(0, { phase: 'opening', opensAt: 3_000 });
    const seats = desk.snapshot().seatsOf(1);
    desk.apply(phases.cancelOpening(desk.snapshot()));
    expect(facilitatorStage(desk.snapshot())).toEqual({ at: 'prepare', epoch: 1 });
    desk.happen({ run: aRun({ epoch: 0, phase: 'closed' }) });
    expect(facilitatorStage(desk.snapshot())).toEqual({ at: 'prepare', epoch: 1 });
    expect(desk.snapshot().seatsOf(1)).toEqual(seats);
  });
});

describe('time', () => {
  test('[I2] two facilitators who press +5 at the same moment add five minutes', () => {
    const desk = opened();
    const seen = desk.snapshot();
    const bens = { ...seen, me: users.ben };
    desk.apply(phases.prolong(seen, 5 * MINUTE));
    desk.apply(phases.prolong(bens, 5 * MINUTE));
    expect(wanted(desk)).toMatchObject({ length: 15 * MINUTE, changedBy: 'Ben' });
  });

  test('one who presses twice adds ten', () => {
    const desk = opened();
    facilitatorActions(desk).prolong(5 * MINUTE);
    facilitatorActions(desk).prolong(5 * MINUTE);
    expect(wanted(desk).length).toBe(20 * MINUTE);
  });

  test('shortening leaves a minute', () => {
    const desk = opened(8 * MINUTE);
    facilitatorActions(desk).prolong(-5 * MINUTE);
    expect(wanted(desk).length).toBe(9 * MINUTE);
  });

  test('without an end, "+5" ends it in five minutes', () => {
    const desk = prepared();
    desk.apply(phases.setLength(desk.snapshot(), 'none'));
    facilitatorActions(desk).open();
    desk.happen({ run: aRun({ length: 'none', deadlineAt: undefined }), now: 3 * MINUTE });
    facilitatorActions(desk).prolong(5 * MINUTE);
    expect(wanted(desk).length).toBe(8 * MINUTE);
  });

  test('pause and resume say who', () => {
    const desk = opened();
    facilitatorActions(desk).pause();
    expect(wanted(desk)).toMatchObject({ paused: true, changedBy: 'Ana' });
    facilitatorActions(desk).resume();
    expect(wanted(desk).paused).toBe(false);
  });
});

describe('closing', () => {
  test('bring back, think better of it, bring back at once', () => {
    const desk = opened();
    facilitatorActions(desk).bringBack();
    expect(facilitatorStage(desk.snapshot())).toMatchObject({
      at: 'closing',
      closesInMs: 30_000,
      cancellable: true,
    });
    facilitatorActions(desk).cancelClosing();
    expect(facilitatorStage(desk.snapshot()).at).toBe('open');
    facilitatorActions(desk).closeNow();
    expect(facilitatorStage(desk.snapshot())).toMatchObject({ at: 'closing', closesInMs: 0 });
  });

  test('after the deadline it cannot be cancelled, but prolonged from now', () => {
    const now = 10 * MINUTE + 10_000;
    const desk = opened(now, { phase: 'closing', closesAt: 10 * MINUTE + 30_000 });
    expect(facilitatorStage(desk.snapshot())).toMatchObject({
      at: 'closing',
      closesInMs: 20_000,
      cancellable: false,
    });
    expect(phases.cancelClosing(desk.snapshot())).toEqual({});
    facilitatorActions(desk).prolong(5 * MINUTE);
    expect(wanted(desk)).toMatchObject({ phase: 'open', length: 15 * MINUTE });
    expect(facilitatorStage(desk.snapshot()).at).toBe('open');
  });

  test('once sessions are being ended nothing can be taken back', () => {
    const desk = opened(5 * MINUTE, { phase: 'ending', closesAt: 4 * MINUTE });
    facilitatorActions(desk).bringBack();
    expect(facilitatorStage(desk.snapshot())).toMatchObject({ ending: true, cancellable: false });
    expect(phases.prolong(desk.snapshot(), MINUTE)).toEqual({});
    expect(phases.cancelClosing(desk.snapshot())).toEqual({});
  });
});

describe('the next round', () => {
  function over(): FakeDesk {
    const desk = opened();
    desk.happen({ run: aRun({ phase: 'closed', closedAt: 9 * MINUTE }), now: 10 * MINUTE });
    return desk;
  }

  test('same groups: everyone keeps their room, in the next epoch', () => {
    const desk = over();
    desk.happen({ online: [users.ana] });
    facilitatorActions(desk).prepareNext('same');
    const { seatsOf, plan } = desk.snapshot();
    const rooms = (epoch: number) => [...seatsOf(epoch)].map(([user, { room }]) => [user, room]);
    expect(plan.prepared).toBe(2);
    expect(rooms(2)).toEqual(rooms(1));
    expect(facilitatorStage(desk.snapshot())).toEqual({ at: 'prepare', epoch: 2 });
  });

  test('[I1] new groups: an even split of those who are here', async () => {
    const desk = over();
    desk.happen({ online: [users.ana, ...crowd(6)] });
    facilitatorActions(desk).prepareNext('new');
    await Promise.all(desk.jobs);
    const { seatsOf, plan } = desk.snapshot();
    const sizes = plan.rooms.map(
      ({ id }) => [...seatsOf(2).values()].filter(({ room }) => room === id).length,
    );
    expect(sizes).toEqual([3, 3]);
  });

  test('[I6] what was wanted of the last epoch does not open the next', () => {
    const desk = over();
    facilitatorActions(desk).prepareNext('same');
    expect(wanted(desk, 2)).toMatchObject({ phase: 'none', order: undefined });
  });

  test('somebody who has become a facilitator gets no seat', () => {
    const desk = over();
    const [one] = crowd(1);
    if (one === undefined) throw new Error('fixture');
    facilitatorActions(desk).makeFacilitator(one.id);
    facilitatorActions(desk).prepareNext('same');
    expect(desk.snapshot().seatsOf(2).has(one.id)).toBe(false);
    expect(desk.snapshot().seatsOf(2).size).toBe(3);
  });
});

test('the last facilitator cannot go while rooms are open, and can afterwards', () => {
  const desk = opened();
  facilitatorActions(desk).removeFacilitator(ana);
  expect(desk.snapshot().plan.facilitators.map(({ user }) => user)).toEqual([ana]);
  facilitatorActions(desk).makeFacilitator(ben);
  facilitatorActions(desk).removeFacilitator(ana);
  expect(desk.snapshot().plan.facilitators.map(({ user }) => user)).toEqual([ben]);
});
