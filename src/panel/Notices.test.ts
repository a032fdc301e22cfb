// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { frameId, roomId } from '../breakout/ids';
import { startI18n } from '../i18n/start';
import { facilitatorActions } from '../live/actions/facilitator-actions';
import { claim } from '../live/edits/roles';
import { createRooms } from '../live/edits/rooms';
import { facilitatorView } from '../live/facilitator-view';
import { FakeDesk } from '../live/fake-desk';
import { crowd, users } from '../live/fixtures';
import type { Notice } from '../live/views';
import { planEdits } from '../records/plan-edits';
import { Levels } from './facilitator/levels.svelte';
import Notices from './Notices.svelte';

beforeAll(() => startI18n('en'));
afterEach(cleanup);

/** Ana prepares rooms, each with its frame, for so many people. */
function prepared(rooms: number, people: number) {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(people)] });
  desk.apply(claim(desk.snapshot()));
  desk.apply(createRooms(desk.snapshot(), rooms, desk));
  for (const { id } of desk.snapshot().plan.rooms) {
    const frame = frameId(`frame-${id}`);
    desk.apply({ plan: planEdits.setRoom(id, { frame, wantsFrame: null }) });
  }
  return desk;
}

function without(desk: FakeDesk, gone: 'frame' | 'order-only'): FakeDesk {
  const [first] = desk.snapshot().plan.rooms;
  if (first === undefined) throw new Error('fixture');
  if (gone === 'frame') desk.happen({ lostFrames: new Set(first.frame && [first.frame]) });
  else desk.apply({ plan: planEdits.setRoom(first.id, { frame: null }) });
  return desk;
}

const noticesOf = (desk: FakeDesk): readonly Notice[] => facilitatorView(desk.snapshot()).notices;
const kinds = (desk: FakeDesk): string[] => noticesOf(desk).map(({ kind }) => kind);

function shown(desk: FakeDesk, notices = noticesOf(desk)): Levels {
  const levels = new Levels();
  render(Notices, { notices, actions: facilitatorActions(desk), levels });
  return levels;
}
const press = (name: string): Promise<boolean> =>
  fireEvent.click(screen.getByRole('button', { name }));

const tooMany = () => prepared(4, 2);
const nobody = () => prepared(2, 0);
const frameless = () => without(prepared(2, 4), 'order-only');
const deleted = () => without(prepared(2, 4), 'frame');

describe('[O9] what is unusual is said with a way to mend it', () => {
  test('more rooms than people: as many rooms as people, and it is said no more', async () => {
    const desk = tooMany();
    expect(kinds(desk)).toEqual(['more-rooms-than-people']);
    shown(desk);
    await press('Use 2 rooms');
    expect(desk.snapshot().plan.rooms).toHaveLength(2);
    expect(kinds(desk)).toEqual([]);
  });

  test.each([
    ['a room without a frame', frameless, 'Create a frame'],
    ['a deleted frame', deleted, 'Create again'],
  ])('%s: one is ordered, and it is said no more', async (_, situation, button) => {
    const desk = situation();
    expect(kinds(desk)).toEqual(['room-without-frame']);
    shown(desk);
    await press(button);
    expect(desk.snapshot().plan.rooms[0]).toMatchObject({
      frame: undefined,
      wantsFrame: users.ana.id,
    });
    expect(kinds(desk)).toEqual([]);
  });

  test.each([
    ['without a frame', frameless],
    ['with a deleted one', deleted],
  ])('a room %s: another frame can be chosen', async (_, situation) => {
    const desk = situation();
    const levels = shown(desk);
    await press('Choose another');
    expect(levels.current).toEqual({ at: 'frames', room: desk.snapshot().plan.rooms[0]?.id });
  });

  test('nobody here: it is said, and needs no mending', () => {
    const desk = nobody();
    expect(kinds(desk)).toEqual(['nobody-here']);
    shown(desk);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('[O11] what is to be picked on the board can be cancelled', async () => {
    const desk = prepared(2, 4);
    const [first] = desk.snapshot().plan.rooms;
    if (first === undefined) throw new Error('fixture');
    facilitatorActions(desk).pickFrame(first.id);
    expect(kinds(desk)).toEqual(['picking']);
    shown(desk);
    screen.getByText(`Click a frame on the board: it becomes ${first.name}'s.`);
    await press('Cancel');
    expect(kinds(desk)).toEqual([]);
  });

  const problem = { reason: 'unknown', detail: 'Busy.', at: 0 } as const;
  test.each<Notice>([
    { kind: 'not-saved', detail: 'Busy.' },
    { kind: 'no-conductor', limited: false },
    { kind: 'no-conductor', limited: true },
    { kind: 'step-failed', step: 'frames', problem },
  ])('[I11] $kind: can be tried again', async (notice) => {
    const desk = prepared(2, 4);
    shown(desk, [notice]);
    await press('Try again');
    expect(desk.pressed).toEqual(['retry']);
  });

  test('[I11] a room that could not open: why, in Miro’s own words, and it is tried again', async () => {
    const desk = prepared(2, 4);
    const room = roomId('apple');
    shown(desk, [{ kind: 'room-failed', room, name: 'Apple', problem }]);
    screen.getByText("Apple couldn't open.");
    screen.getByText('Busy.');
    await press('Try again');
    expect(desk.pressed).toEqual(['retry']);
  });

  test.each([
    ['with a copy: it is repaired', 'repair', "Repair from this screen's copy"],
    ['without one: it begins afresh', 'afresh', 'Start afresh'],
  ] as const)('[M11] a record that cannot be read, %s', async (_, mending, button) => {
    const desk = prepared(2, 4);
    shown(desk, [{ kind: 'unreadable', record: 'setups', newer: false, mending }]);
    await press(button);
    expect(desk.pressed).toEqual(['mend setups']);
  });

  test('[M11] a record of somebody else’s names them, and is theirs to mend', () => {
    const notice = { kind: 'unreadable', record: 'person-1', name: 'Ben', newer: false } as const;
    shown(prepared(2, 4), [{ ...notice, mending: undefined }]);
    screen.getByText(/Ben/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  test('[M11] a newer version’s record is not written over: a reload helps', () => {
    const desk = prepared(2, 4);
    shown(desk, [{ kind: 'unreadable', record: 'plan', newer: true, mending: 'repair' }]);
    screen.getByRole('button', { name: 'Reload' });
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  test('sessions held by another app: who is where', async () => {
    const levels = shown(prepared(2, 4), [{ kind: 'sessions-taken', withApp: 3 }]);
    await press('See who');
    expect(levels.current).toEqual({ at: 'people' });
  });
});

describe('[O9] what is unusual never stands in the way of opening', () => {
  test.each([
    ['more rooms than people', tooMany],
    ['nobody here', nobody],
    ['a room without a frame', frameless],
    ['a deleted frame', deleted],
  ])('%s', (_, situation) => {
    const desk = situation();
    expect(kinds(desk)).not.toEqual([]);
    facilitatorActions(desk).open();
    expect(desk.snapshot().plan.wanted(1).phase).toBe('open');
  });
});
