import { describe, expect, test } from 'vitest';
import { apple, aPerson, ben, birch } from '../breakout/fixtures';
import type { Answer, Person } from '../breakout/person';
import type { NativeGuest } from '../breakout/run';
import { aSnapshot, users } from './fixtures';
import { byName, nameOf, personState, type PersonFacts } from './people';
import type { PersonState } from './views';

const here = { epoch: 1, room: apple, ask: 2 };

function stateOf(change: Partial<PersonFacts>): PersonState {
  return personState({
    moment: 'open',
    epoch: 1,
    online: true,
    person: undefined,
    guest: undefined,
    seat: { room: apple, ask: 2 },
    ...change,
  });
}

const said = (kind: Answer['kind'], change: Partial<Answer> = {}): Person =>
  aPerson({ answer: { ...here, kind, ...change } });
const guest = (state: NativeGuest['state'], change: Partial<NativeGuest> = {}): NativeGuest => ({
  room: apple,
  ask: 2,
  state,
  ...change,
});

describe('before the opening and after the end', () => {
  test.each<[string, Partial<PersonFacts>, PersonState]>([
    ['offline', { online: false, person: aPerson({ ready: 1 }) }, 'away'],
    ['no record', {}, 'without-app'],
    ['a record without the app', { person: aPerson({ here: false }) }, 'without-app'],
    ['here', { person: aPerson() }, 'waiting'],
    ['ready', { person: aPerson({ ready: 1 }) }, 'ready'],
    ['[I6] ready for an older epoch', { person: aPerson({ ready: 0 }) }, 'waiting'],
    ['an answer counts for nothing', { person: said('later') }, 'waiting'],
  ])('%s', (_, change, expected) => {
    expect(stateOf({ moment: 'idle', ...change })).toBe(expected);
  });
});

describe('[V1] while open', () => {
  test.each<[string, Partial<PersonFacts>, PersonState]>([
    ['offline though in', { online: false, person: aPerson({ at: here }) }, 'away'],
    ['in the room', { person: aPerson({ at: here }) }, 'in'],
    ['in the room by an earlier question', { person: aPerson({ at: { ...here, ask: 1 } }) }, 'in'],
    ['in another room', { person: aPerson({ at: { ...here, room: birch } }) }, 'asked'],
    [
      '[I6] in the room in an older epoch',
      { person: aPerson({ at: { ...here, epoch: 0 } }) },
      'asked',
    ],
    ['app here, not asked yet', { person: aPerson() }, 'asked'],
    ['asked', { person: aPerson({ asked: here }) }, 'asked'],
    ['yes, on the way', { person: said('yes') }, 'asked'],
    ['not now', { person: said('later') }, 'not-now'],
    ['not now, then asked again', { person: said('later', { ask: 1 }) }, 'asked'],
    ['not now, then moved', { person: said('later', { room: birch }) }, 'asked'],
    ['[I6] not now, in an older epoch', { person: said('later', { epoch: 0 }) }, 'asked'],
    ['left', { person: said('left') }, 'left'],
    ['left, then asked again', { person: said('left', { ask: 1 }) }, 'asked'],
    ['not this time', { person: said('never') }, 'declined'],
    ['not this time holds when asked again', { person: said('never', { ask: 1 }) }, 'declined'],
    ['no app, not invited yet', {}, 'without-app'],
    ['invited by Miro', { guest: guest('invited') }, 'native-invited'],
    ['joined through Miro', { guest: guest('in') }, 'native-in'],
    ['joined through Miro by an earlier question', { guest: guest('in', { ask: 1 }) }, 'native-in'],
    ['joined another room through Miro', { guest: guest('in', { room: birch }) }, 'without-app'],
    ['refused Miro', { guest: guest('declined') }, 'native-no'],
    ['did not answer Miro', { guest: guest('no-answer') }, 'native-no'],
    ['left through Miro', { guest: guest('left') }, 'native-no'],
    ['refused Miro, then asked again', { guest: guest('declined', { ask: 1 }) }, 'without-app'],
    [
      'app here but silent, invited by Miro',
      { person: aPerson(), guest: guest('invited') },
      'native-invited',
    ],
    ['the app has spoken', { person: aPerson({ asked: here }), guest: guest('declined') }, 'asked'],
  ])('%s', (_, change, expected) => {
    expect(stateOf(change)).toBe(expected);
  });
});

describe('while closing', () => {
  test.each<[string, Partial<PersonFacts>, PersonState]>([
    ['still in', { person: aPerson({ at: here }) }, 'in'],
    ['still in through Miro', { guest: guest('in') }, 'native-in'],
    ['back', { person: said('yes') }, 'waiting'],
    ['never came', { person: said('later') }, 'waiting'],
    ['away', { online: false }, 'away'],
  ])('%s', (_, change, expected) => {
    expect(stateOf({ moment: 'closing', ...change })).toBe(expected);
  });
});

describe('names', () => {
  test('[V2] Miro first, then the own record, then the list of facilitators, else empty', () => {
    const snapshot = aSnapshot({
      online: [],
      people: new Map([[ben, aPerson({ name: 'Benno' })]]),
    });
    expect(nameOf(snapshot, ben)).toBe('Benno');
    expect(nameOf(snapshot, users.ana.id)).toBe('Ana');
    expect(nameOf(snapshot, users.cem.id)).toBe('');
    expect(nameOf({ ...snapshot, names: new Map([[ben, 'Ben']]) }, ben)).toBe('Ben');
  });

  test('lists are in the order of names, the nameless last', () => {
    const snapshot = aSnapshot({ online: [users.cem, users.ana] });
    expect(byName(snapshot, [ben, users.cem.id, users.ana.id])).toEqual([
      users.ana.id,
      users.cem.id,
      ben,
    ]);
  });
});
