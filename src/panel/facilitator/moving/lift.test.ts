import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId, userId, type RoomId } from '../../../breakout/ids';
import { nextLift, type Ground, type Lift, type LiftEvent, type Outcome } from './lift';

const [cedar, daisy, elm] = ['Cedar', 'Daisy', 'Elm'].map(roomId) as [RoomId, RoomId, RoomId];
const gia = userId('Gia');
const hugo = userId('Hugo');
const ines = userId('Ines');

const ground: Ground = {
  rooms: [cedar, daisy, elm],
  seats: new Map([
    [gia, cedar],
    [hugo, daisy],
    [ines, undefined],
  ]),
  obstacle: () => undefined,
};
const full: Ground = { ...ground, obstacle: (room) => (room === daisy ? 'full' : undefined) };

/** All that comes of these events, and who is in the air afterwards. */
function play(events: readonly LiftEvent[], on = ground) {
  let lift: Lift | undefined;
  const outcomes: Outcome[] = [];
  for (const event of events) {
    const next = nextLift(lift, event, on);
    lift = next.lift;
    if (next.outcome !== undefined) outcomes.push(next.outcome);
  }
  return { lift, outcomes, last: outcomes.at(-1) };
}

const lifting = (by: Lift['by'], ...ticked: (typeof gia)[]): LiftEvent => ({
  kind: 'lift',
  user: gia,
  ticked,
  by,
});
const drop: LiftEvent = { kind: 'drop' };
const down: LiftEvent = { kind: 'step', to: 'next' };
const up: LiftEvent = { kind: 'step', to: 'previous' };

describe('[Z1] keys and pointer drive one gesture', () => {
  test('arrows go room by room from where the person is, round and round', () => {
    expect(play([lifting('keys'), down, down, down]).outcomes.slice(1)).toEqual([
      { kind: 'over', room: daisy, obstacle: undefined },
      { kind: 'over', room: elm, obstacle: undefined },
      { kind: 'over', room: cedar, obstacle: undefined },
    ]);
    expect(play([lifting('keys'), up]).last).toMatchObject({ room: elm });
    expect(play([lifting('keys'), { kind: 'step', to: 'last' }]).last).toMatchObject({ room: elm });
  });

  test('whoever has no room begins at the first, or at the last', () => {
    const inesUp: LiftEvent = { kind: 'lift', user: ines, ticked: [], by: 'keys' };
    expect(play([inesUp, down]).last).toMatchObject({ room: cedar });
    expect(play([inesUp, up]).last).toMatchObject({ room: elm });
  });

  test('what is ticked goes along, if whoever is taken is ticked', () => {
    expect(play([lifting('pointer', hugo, gia)]).lift?.users).toEqual([gia, hugo]);
    expect(play([lifting('pointer', hugo)]).lift?.users).toEqual([gia]);
  });

  test('the same room twice is one, and beside all rooms is none', () => {
    const over: LiftEvent = { kind: 'hold', over: daisy };
    expect(
      play([lifting('pointer'), over, over, { kind: 'hold', over: undefined }]).outcomes,
    ).toEqual([{ kind: 'lifted' }, { kind: 'over', room: daisy, obstacle: undefined }]);
  });
});

describe('[Z2] a drop moves those who are elsewhere', () => {
  test('and leaves the others where they are', () => {
    expect(play([lifting('keys', gia, hugo), down, drop])).toMatchObject({
      lift: undefined,
      last: { kind: 'dropped', users: [gia], room: daisy },
    });
  });

  test.each<[string, readonly LiftEvent[]]>([
    ['on their own room', [lifting('keys'), drop]],
    ['beside all rooms', [lifting('pointer'), { kind: 'hold', over: undefined }, drop]],
    ['by Escape', [lifting('keys'), down, { kind: 'cancel' }]],
  ])('%s they stay', (_, events) => {
    expect(play(events)).toMatchObject({ lift: undefined, last: { kind: 'cancelled' } });
  });

  test('a full room takes nobody: keys go on, a pointer has let go', () => {
    const byKeys = play([lifting('keys'), down, drop], full);
    expect(byKeys.last).toEqual({ kind: 'over', room: daisy, obstacle: 'full' });
    expect(byKeys.lift?.over).toBe(daisy);
    const byPointer = play([lifting('pointer'), { kind: 'hold', over: daisy }, drop], full);
    expect(byPointer).toMatchObject({ lift: undefined, last: { kind: 'cancelled' } });
  });

  test('a room that has gone meanwhile is no place', () => {
    const { lift } = play([lifting('keys'), down]);
    expect(nextLift(lift, drop, { ...ground, rooms: [cedar, elm] }).outcome).toEqual({
      kind: 'cancelled',
    });
  });
});

describe('[Z3] somebody else may be quicker', () => {
  const { lift } = play([lifting('keys'), down]);
  const seen = (seats: Ground['seats']) => nextLift(lift, { kind: 'seen' }, { ...ground, seats });

  test('a person whom another facilitator moves is theirs', () => {
    expect(seen(new Map([[gia, elm]]))).toEqual({
      lift: undefined,
      outcome: { kind: 'taken', user: gia, room: elm },
    });
  });

  test('whoever has left is not moved', () => {
    expect(seen(new Map([[hugo, daisy]]))).toEqual({ lift: undefined, outcome: { kind: 'gone' } });
  });

  test('a newcomer who is given a first room is still in the air', () => {
    const held = play([{ kind: 'lift', user: ines, ticked: [], by: 'keys' }]).lift;
    const next = nextLift(held, { kind: 'seen' }, { ...ground, seats: new Map([[ines, cedar]]) });
    expect(next.lift?.from.get(ines)).toBe(cedar);
    expect(next.outcome).toBeUndefined();
  });
});

test('[Z2] whatever happens, nobody is dropped who is not in the air, nor where they are', () => {
  const event = fc.oneof(
    fc.constantFrom<LiftEvent>(drop, down, up, { kind: 'cancel' }, { kind: 'seen' }),
    fc
      .constantFrom(cedar, daisy, elm, undefined)
      .map((over): LiftEvent => ({ kind: 'hold', over })),
    fc.record({
      kind: fc.constant('lift' as const),
      user: fc.constantFrom(gia, hugo, ines),
      ticked: fc.subarray([gia, hugo, ines]),
      by: fc.constantFrom('keys' as const, 'pointer' as const),
    }),
  );
  fc.assert(
    fc.property(fc.array(event), (events) => {
      let lift: Lift | undefined;
      for (const each of events) {
        const next = nextLift(lift, each, ground);
        if (next.outcome?.kind === 'dropped') {
          const { users, room } = next.outcome;
          expect(lift?.users).toEqual(expect.arrayContaining([...users]));
          for (const user of users) expect(ground.seats.get(user)).not.toBe(room);
          expect(next.lift).toBeUndefined();
        }
        lift = next.lift;
      }
    }),
  );
});
