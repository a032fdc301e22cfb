import { describe, expect, test } from 'vitest';
import { awaitedBy } from './awaited';
import { apple, aPlan, aRun, aWanted, ana, ben, birch } from './fixtures';
import type { Choice, HelpCall } from './person';
import type { Seats } from './seats';

const wish: Choice = { kind: 'room', epoch: 1, ask: 1, room: apple, seat: 0 };
const call: HelpCall = { epoch: 1, room: apple, call: 2, reason: 'stuck', open: true, at: 0 };
const nowhere: Seats = new Map();
const chosen = aPlan({ settings: { ...aPlan().settings, seating: 'chosen' } });
const run = aRun();

describe('[M14] a wish for a room is waited for', () => {
  const awaited = (change: Partial<Parameters<typeof awaitedBy>[0]>, choice: Choice | undefined) =>
    awaitedBy({ plan: chosen, seats: nowhere, run, ...change }, ben, { choice, help: undefined });

  test('until the seat is there', () => {
    expect(awaited({}, wish)).toBeDefined();
    expect(awaited({ seats: new Map([[ben, { room: apple, ask: 1 }]]) }, wish)).toBeUndefined();
    // A facilitator has seated them since.
    expect(awaited({ seats: new Map([[ben, { room: birch, ask: 1 }]]) }, wish)).toBeUndefined();
  });

  test('and not when it is none, of another epoch, or cannot be granted', () => {
    expect(awaited({}, undefined)).toBeUndefined();
    expect(awaited({}, { ...wish, kind: 'later' })).toBeUndefined();
    expect(awaited({}, { ...wish, epoch: 2 })).toBeUndefined();
    expect(awaited({ run: { ...run, phase: 'closed' } }, wish)).toBeUndefined();
    const locked = { ...chosen, rooms: chosen.rooms.map((room) => ({ ...room, locked: true })) };
    expect(awaited({ plan: locked }, wish)).toBeUndefined();
  });
});

describe('[M14] a call for help is waited for', () => {
  const verdict = { call: 2, verdict: 'coming', by: ana, byName: 'Ana' } as const;
  const awaited = (help: HelpCall | undefined, said = new Map<typeof ben, typeof verdict>()) =>
    awaitedBy({ plan: aPlan({}, aWanted({ help: said })), seats: nowhere, run }, ben, {
      choice: undefined,
      help,
    });

  test('until somebody has said something to this one', () => {
    expect(awaited(call)).toBeDefined();
    expect(awaited(call, new Map([[ben, verdict]]))).toBeUndefined();
    expect(awaited({ ...call, call: 3 }, new Map([[ben, verdict]]))).not.toBe(awaited(call));
  });

  test('and not when it was taken back, or is of another epoch', () => {
    expect(awaited(undefined)).toBeUndefined();
    expect(awaited({ ...call, open: false })).toBeUndefined();
    expect(awaited({ ...call, epoch: 2 })).toBeUndefined();
  });
});
