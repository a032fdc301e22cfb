import { describe, expect, test } from 'vitest';
import { ana, apple, aPerson, aPlan, aRun, ben, birch, cem, theSeats } from './fixtures';
import { notesBetween, nothingSeen, sight, type JournalChunk } from './journal';
import { recapOf } from './recap';
import { neverJoined, tookPart } from './took-part';

const at = { epoch: 1, room: apple, ask: 1 };
const everyone = (): boolean => true;

describe('[J1] what is seen', () => {
  test('people with and without the app, as long as they are online', () => {
    const run = aRun({ guests: new Map([[cem, { room: birch, ask: 1, state: 'in' }]]) });
    const people = new Map([[ben, aPerson({ at })]]);
    expect(sight(run, people, everyone).inside).toEqual(
      new Map([
        [cem, birch],
        [ben, apple],
      ]),
    );
    expect(sight(run, people, (user) => user === cem).inside).toEqual(new Map([[cem, birch]]));
  });

  test('[Q2] somebody without the app who is asked to move is where they are', () => {
    const guest = { room: birch, ask: 2, state: 'invited', at: apple } as const;
    for (const state of ['invited', 'declined'] as const) {
      const run = aRun({ guests: new Map([[cem, { ...guest, state }]]) });
      expect(sight(run, new Map(), everyone).inside).toEqual(new Map([[cem, apple]]));
    }
  });

  test('[I6] nothing of another epoch', () => {
    const help = { ...at, call: 1, reason: 'stuck', open: true, at: 0 } as const;
    const people = new Map([[ben, aPerson({ at, help })]]);
    expect(sight(aRun({ epoch: 2 }), people, everyone)).toEqual(nothingSeen);
  });

  test('a call for help is noted once, and a second one again', () => {
    const calling = (call: number) => {
      const help = { ...at, call, reason: 'stuck', open: call === 1, at: 0 } as const;
      return sight(aRun(), new Map([[ben, aPerson({ help })]]), everyone);
    };
    const names = { at: 5, keeps: 'names' } as const;
    const help = { what: 'help', at: 5, user: ben, room: apple } as const;
    expect(notesBetween(nothingSeen, calling(1), names)).toEqual([{ ...help, call: 1 }]);
    expect(notesBetween(calling(1), calling(1), names)).toEqual([]);
    expect(notesBetween(calling(1), calling(2), names)).toEqual([{ ...help, call: 2 }]);
    const counts = { at: 5, keeps: 'counts' } as const;
    expect(notesBetween(nothingSeen, calling(1), counts)).toEqual([
      { what: 'call', at: 5, room: apple },
    ]);
  });
});

describe('the recap', () => {
  const aChunk = (change: Partial<JournalChunk>): JournalChunk => ({
    keeps: 'names',
    openedAt: 1_000,
    names: new Map(),
    rooms: new Map([[apple, 'Apple']]),
    notes: [],
    end: undefined,
    full: false,
    ...change,
  });
  const end = { at: 600_000, planned: 300_000, tookPart: 7, neverJoined: 2 };

  test('of nothing is none', () => {
    expect(recapOf([], false)).toBeUndefined();
  });

  test('a call that two conductors have noted is one; who came after all did not stay away', () => {
    const help = { what: 'help', user: ben, room: apple, call: 1 } as const;
    const recap = recapOf(
      [
        { term: 1, chunk: aChunk({ notes: [{ ...help, at: 10 }] }) },
        {
          term: 2,
          chunk: aChunk({
            notes: [
              { ...help, at: 20 },
              { what: 'in', at: 30, user: ben, room: apple },
              { what: 'never', at: 40, user: ben, room: apple },
              { what: 'never', at: 40, user: cem, room: birch },
            ],
            end,
          }),
        },
      ],
      false,
    );
    expect(recap?.calls).toEqual([{ at: 10, room: apple, user: ben }]);
    expect(recap?.never).toEqual([{ user: cem, room: birch }]);
    expect(recap).toMatchObject({ tookPart: 1, neverJoined: 1, complete: true });
    expect(recap).toMatchObject({ planned: 300_000, lastedMs: 600_000 });
  });

  test('with counts only takes the numbers that were noted at the end', () => {
    const recap = recapOf([{ term: 1, chunk: aChunk({ keeps: 'counts', end }) }], false);
    expect(recap).toMatchObject({ tookPart: 7, neverJoined: 2, stays: [] });
  });

  test('says when something is missing', () => {
    const of = (change: Partial<JournalChunk>, missing = false) =>
      recapOf([{ term: 1, chunk: aChunk(change) }], missing)?.complete;
    expect(of({ end })).toBe(true);
    expect(of({})).toBe(false);
    expect(of({ end, full: true })).toBe(false);
    expect(of({ end }, true)).toBe(false);
  });
});

test('who took part and who never joined, by the records', () => {
  const people = new Map([
    [ana, aPerson()],
    [ben, aPerson({ answer: { ...at, kind: 'yes' } })],
  ]);
  const seats = theSeats([ana, apple], [ben, apple], [cem, birch]);
  const came = tookPart(aRun(), people);
  expect([...came]).toEqual([ben]);
  expect(neverJoined(aPlan(), seats, came)).toEqual([cem]);
  expect(neverJoined(aPlan({ removed: new Set([birch]) }), seats, came)).toEqual([]);
});
