import { describe, expect, test } from 'vitest';
import { ana } from '../../breakout/fixtures';
import type { RoomId, UserId } from '../../breakout/ids';
import { FakeDesk } from '../fake-desk';
import { aFrame, crowd, users } from '../fixtures';
import type { Snapshot } from '../snapshot';
import { claim } from './roles';
import { chooseFrame } from './choose-frame';
import {
  createRooms,
  moveRoom,
  orderFrame,
  removeRoom,
  renameRoom,
  setRoomCount,
  setTask,
  useFrames,
} from './rooms';

function withCrowd(count: number): FakeDesk {
  const desk = new FakeDesk({ online: [users.ana, ...crowd(count)] });
  desk.apply(claim(desk.snapshot()));
  return desk;
}

function sizes({ plan, seatsOf }: Snapshot): number[] {
  const seats = [...seatsOf(1).values()];
  return plan.rooms.map(({ id }) => seats.filter(({ room }) => room === id).length);
}

const seatMap = ({ seatsOf }: Snapshot): Map<UserId, RoomId> =>
  new Map([...seatsOf(1)].map(([user, { room }]) => [user, room]));

describe('creating rooms', () => {
  test('[I1] twelve people in four rooms: three in each, the facilitator in none', () => {
    const desk = withCrowd(12);
    desk.apply(createRooms(desk.snapshot(), 4, desk));
    const now = desk.snapshot();
    expect(now.plan.rooms.map(({ name }) => name)).toEqual(['Apple', 'Birch', 'Cedar', 'Daisy']);
    expect(now.plan.rooms.map(({ hue }) => hue)).toEqual([0, 1, 2, 3]);
    expect(now.plan.rooms.every(({ wantsFrame }) => wantsFrame === ana)).toBe(true);
    expect(now.plan.prepared).toBe(1);
    expect(sizes(now)).toEqual([3, 3, 3, 3]);
    expect(now.seatsOf(1).has(ana)).toBe(false);
  });

  test('pressed twice, it does not make twice as many', () => {
    const desk = withCrowd(4);
    desk.apply(createRooms(desk.snapshot(), 4, desk));
    desk.apply(createRooms(desk.snapshot(), 4, desk));
    expect(desk.snapshot().plan.rooms).toHaveLength(4);
  });

  test('more rooms than names: names are numbered, never repeated', () => {
    const desk = withCrowd(0);
    desk.apply(createRooms(desk.snapshot(), 10, desk));
    const names = desk.snapshot().plan.rooms.map(({ name }) => name);
    expect(names.slice(4, 6)).toEqual(['Apple 2', 'Birch 2']);
    expect(new Set(names).size).toBe(10);
  });

  test('never more than a hundred, never none', () => {
    const desk = withCrowd(0);
    desk.apply(createRooms(desk.snapshot(), 5_000, desk));
    expect(desk.snapshot().plan.rooms).toHaveLength(100);
    desk.apply(setRoomCount(desk.snapshot(), -3, desk));
    expect(desk.snapshot().plan.rooms).toHaveLength(1);
  });
});

describe('using frames of the board', () => {
  test('a room for each, named after it, without a frame to be made', () => {
    const desk = withCrowd(4);
    const frames = [aFrame('f1', '  What to\n stop '), aFrame('f2', '')];
    desk.apply(useFrames(desk.snapshot(), frames, desk));
    const { rooms } = desk.snapshot().plan;
    expect(rooms.map(({ name, frame, wantsFrame }) => [name, frame, wantsFrame])).toEqual([
      ['What to stop', 'f1', undefined],
      ['Apple', 'f2', undefined],
    ]);
    expect(sizes(desk.snapshot())).toEqual([2, 2]);
  });

  test('a frame that has a room gets no second one', () => {
    const desk = withCrowd(4);
    desk.apply(useFrames(desk.snapshot(), [aFrame('f1')], desk));
    desk.apply(useFrames(desk.snapshot(), [aFrame('f1')], desk));
    expect(desk.snapshot().plan.rooms).toHaveLength(1);
  });
});

describe('names that the app gives', () => {
  test('[O7] of frames without a title: none that a frame of the same lot has', () => {
    const desk = withCrowd(0);
    const frames = [aFrame('f1', ''), aFrame('f2', 'apple'), aFrame('f3', ''), aFrame('f4', 'Älm')];
    desk.apply(useFrames(desk.snapshot(), frames, desk));
    const names = desk.snapshot().plan.rooms.map(({ name }) => name);
    expect(names).toEqual(['Birch', 'apple', 'Cedar', 'Älm']);
  });

  test('[O7] none that a list could not tell from one that is there', () => {
    const desk = withCrowd(0);
    desk.apply(useFrames(desk.snapshot(), [aFrame('f1', 'ÁPPLE'), aFrame('f2', 'birch!')], desk));
    desk.apply(setRoomCount(desk.snapshot(), 3, desk));
    expect(desk.snapshot().plan.rooms.map(({ name }) => name)).toEqual([
      'ÁPPLE',
      'birch!',
      'Cedar',
    ]);
  });

  test('a name that somebody gives is theirs', () => {
    const desk = withCrowd(0);
    desk.apply(createRooms(desk.snapshot(), 2, desk));
    const [first, second] = desk.snapshot().plan.rooms;
    if (first === undefined) throw new Error('two rooms expected');
    desk.apply(renameRoom(desk.snapshot(), first.id, 'Green'));
    expect(desk.snapshot().plan.rooms.map(({ named }) => named)).toEqual(['by-hand', 'by-app']);
    expect(second?.named).toBe('by-app');
  });
});

describe('the order of rooms', () => {
  test('[O6] a room goes before another, or last; where it is already, nothing changes', () => {
    const desk = withCrowd(4);
    desk.apply(createRooms(desk.snapshot(), 4, desk));
    const names = () => desk.snapshot().plan.rooms.map(({ name }) => name);
    const [apple, birch, cedar, daisy] = desk.snapshot().plan.rooms.map(({ id }) => id);
    if (apple === undefined || cedar === undefined || daisy === undefined) throw new Error('four');
    desk.apply(moveRoom(desk.snapshot(), daisy, birch));
    expect(names()).toEqual(['Apple', 'Daisy', 'Birch', 'Cedar']);
    desk.apply(moveRoom(desk.snapshot(), apple, undefined));
    expect(names()).toEqual(['Daisy', 'Birch', 'Cedar', 'Apple']);
    expect(moveRoom(desk.snapshot(), cedar, apple)).toEqual({});
    expect(moveRoom(desk.snapshot(), cedar, cedar)).toEqual({});
  });
});

describe('another number of rooms', () => {
  test('[I1] more: sizes stay even and as few people as possible move', () => {
    const desk = withCrowd(12);
    desk.apply(createRooms(desk.snapshot(), 3, desk));
    const before = seatMap(desk.snapshot());
    desk.apply(setRoomCount(desk.snapshot(), 4, desk));
    const after = seatMap(desk.snapshot());
    expect(sizes(desk.snapshot())).toEqual([3, 3, 3, 3]);
    expect([...after].filter(([user, room]) => before.get(user) !== room)).toHaveLength(3);
  });

  test('[I1] fewer: the last ones go and only their people move', () => {
    const desk = withCrowd(12);
    desk.apply(createRooms(desk.snapshot(), 4, desk));
    const before = seatMap(desk.snapshot());
    desk.apply(setRoomCount(desk.snapshot(), 3, desk));
    const { plan } = desk.snapshot();
    expect(plan.rooms.map(({ name }) => name)).toEqual(['Apple', 'Birch', 'Cedar']);
    expect(sizes(desk.snapshot())).toEqual([4, 4, 4]);
    const kept = new Set(plan.rooms.map(({ id }) => id));
    for (const [user, room] of before) {
      if (kept.has(room)) expect(seatMap(desk.snapshot()).get(user)).toBe(room);
    }
  });

  test('a new room takes the colour used least', () => {
    const desk = withCrowd(0);
    desk.apply(createRooms(desk.snapshot(), 3, desk));
    const [, birch] = desk.snapshot().plan.rooms;
    if (birch !== undefined) desk.apply(removeRoom(desk.snapshot(), birch.id));
    desk.apply(setRoomCount(desk.snapshot(), 3, desk));
    expect(desk.snapshot().plan.rooms.map(({ hue }) => hue)).toEqual([0, 2, 1]);
  });
});

describe('one room', () => {
  function twoRooms(): { desk: FakeDesk; first: RoomId; second: RoomId } {
    const desk = withCrowd(4);
    desk.apply(createRooms(desk.snapshot(), 2, desk));
    const [first, second] = desk.snapshot().plan.rooms;
    if (first === undefined || second === undefined) throw new Error('two rooms expected');
    return { desk, first: first.id, second: second.id };
  }

  test('removing it spreads its people over the others', () => {
    const { desk, first, second } = twoRooms();
    desk.apply(removeRoom(desk.snapshot(), first));
    expect(desk.snapshot().plan.rooms.map(({ id }) => id)).toEqual([second]);
    expect(sizes(desk.snapshot())).toEqual([4]);
  });

  test('a new name is tidied; an empty one changes nothing', () => {
    const { desk, first } = twoRooms();
    desk.apply(renameRoom(desk.snapshot(), first, '  Green \n room '));
    expect(desk.snapshot().plan.rooms[0]?.name).toBe('Green room');
    expect(renameRoom(desk.snapshot(), first, '   ')).toEqual({});
    expect(renameRoom(desk.snapshot(), first, 'Green room')).toEqual({});
  });

  test('a task of its own, and one for all', () => {
    const { desk, first } = twoRooms();
    desk.apply(setTask(desk.snapshot(), first, 'Draw'));
    desk.apply(setTask(desk.snapshot(), undefined, 'Talk'));
    expect(desk.snapshot().plan.rooms[0]?.task).toBe('Draw');
    expect(desk.snapshot().plan.task).toBe('Talk');
  });

  test('choosing a frame takes back the order for a new one, and the other way round', () => {
    const { desk, first } = twoRooms();
    desk.apply(chooseFrame(desk.snapshot(), first, aFrame('f9').id));
    expect(desk.snapshot().plan.rooms[0]).toMatchObject({ frame: 'f9', wantsFrame: undefined });
    desk.apply(orderFrame(desk.snapshot(), first));
    expect(desk.snapshot().plan.rooms[0]).toMatchObject({ frame: undefined, wantsFrame: ana });
  });
});
