import { describe, expect, test } from 'vitest';
import { MAX_COUNTER } from './counter';
import { apple, aPerson, birch } from './fixtures';
import type { Question } from './person';
import { isOpen } from './question';
import { nextAsk, type Asked } from './next-ask';

const question = (ask: number, room = apple, epoch = 2): Question => ({ epoch, room, ask });

const next = (known: Partial<Asked>): number =>
  nextAsk({ epoch: 2, seat: undefined, person: undefined, guest: undefined, ...known });

describe('[Q1] the number of the next question', () => {
  test('counts from one, and on from the seat', () => {
    expect(next({})).toBe(1);
    expect(next({ person: aPerson() })).toBe(1);
    expect(next({ seat: { room: apple, ask: 4 } })).toBe(5);
  });

  test('is new to whoever has answered an earlier one and lost their seat since', () => {
    const person = aPerson({ answer: { ...question(1), kind: 'later' } });
    expect(isOpen(question(1), person)).toBe(false);
    expect(isOpen(question(next({ person })), person)).toBe(true);
  });

  test('is new to whoever has an earlier seat again', () => {
    const seat = { room: apple, ask: 1 };
    expect(next({ seat, person: aPerson({ asked: question(3, birch) }) })).toBe(4);
    expect(next({ seat, person: aPerson({ at: question(2, birch) }) })).toBe(3);
    expect(next({ seat, person: aPerson({ was: question(2, birch) }) })).toBe(3);
  });

  test('[I6] knows nothing of other epochs', () => {
    const answer = { ...question(7, apple, 1), kind: 'later' } as const;
    expect(next({ person: aPerson({ asked: question(6, apple, 1), answer }) })).toBe(1);
  });

  test('is new to Miro’s own invitation where that is what asks', () => {
    const guest = { room: apple, ask: 2, state: 'left' } as const;
    expect(next({ guest })).toBe(3);
    expect(next({ guest, person: aPerson({ here: false }) })).toBe(3);
    // With the app, whoever wishes for a room counts as well, and knows of no invitation.
    expect(next({ guest, person: aPerson({ here: true }) })).toBe(1);
  });

  test('[M12] grows whatever number somebody has forged', () => {
    const person = aPerson({ asked: question(MAX_COUNTER) });
    expect(next({ person, seat: { room: apple, ask: 3 } })).toBe(4);
    expect(next({ seat: { room: apple, ask: MAX_COUNTER } })).toBe(1);
  });
});
