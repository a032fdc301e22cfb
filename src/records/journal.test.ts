import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { roomId, userId, type RoomId, type UserId } from '../breakout/ids';
import type { JournalChunk, Note } from '../breakout/journal';
import { recapOf } from '../breakout/recap';
import { journalRecord } from './journal';
import { JournalDraft } from './journal-draft';

const clone = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const bytes = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;

const users = Array.from({ length: 300 }, (_, at) => userId(`34587645000000${1000 + at}`));
const rooms = ['apple', 'birch'].map(roomId);
const names = {
  person: (user: UserId) => `名前 "${user.slice(-4)}"`,
  room: (room: RoomId) => room.toUpperCase(),
};

const at = fc.nat(1e7);
const user = fc.constantFrom(...users);
const room = fc.constantFrom(...rooms);
const note: fc.Arbitrary<Note> = fc.oneof(
  fc.record({ what: fc.constant('in' as const), at, user, room }),
  fc.record({ what: fc.constant('out' as const), at, user }),
  fc.record({ what: fc.constant('help' as const), at, user, room, call: fc.nat(9) }),
  fc.record({ what: fc.constant('never' as const), at, user, room }),
);

function chunksOf(draft: JournalDraft): readonly JournalChunk[] {
  return Array.from({ length: draft.length }, (_, index) => draft.chunk(index)).filter(
    (chunk) => chunk !== undefined,
  );
}

describe('[J4] what is noted', () => {
  test('comes back from storage as it was, each name once, no chunk over 16 KB', () => {
    fc.assert(
      fc.property(fc.array(note, { maxLength: 1_500 }), (notes) => {
        const draft = new JournalDraft({ keeps: 'names', openedAt: 5, most: 40 });
        draft.list(rooms, names);
        for (const one of notes) draft.add([one], names);
        draft.end({ at: 9, planned: 'none', tookPart: 1, neverJoined: 0 });
        const stored = chunksOf(draft).map((chunk) => journalRecord.write(chunk));
        const read = stored.map((raw) => journalRecord.read(clone(raw)));
        const chunks = read.flatMap((reading) => (reading.type === 'ok' ? [reading.value] : []));
        expect(chunks).toHaveLength(stored.length);
        expect(chunks.flatMap((chunk) => chunk.notes)).toEqual(notes);
        const named = chunks.flatMap((chunk) => [...chunk.names.keys()]);
        expect(new Set(named).size).toBe(named.length);
        const mentioned = new Set(notes.flatMap((one) => ('user' in one ? [one.user] : [])));
        expect(new Set(named)).toEqual(mentioned);
        for (const raw of stored) expect(bytes(raw)).toBeLessThanOrEqual(16 * 1024);
        expect(chunks.at(-1)?.end).toEqual({ at: 9, planned: 'none', tookPart: 1, neverJoined: 0 });
      }),
      { numRuns: 25 },
    );
  });

  test('is bounded: when nothing more fits it says so, and still notes the end', () => {
    const draft = new JournalDraft({ keeps: 'names', openedAt: 0, most: 2 });
    for (let at = 0; at < 5_000; at++) {
      const [user = userId('u'), room = roomId('r')] = [users[at % 300], rooms[at % 2]];
      draft.add([{ what: 'in', at, user, room }], names);
    }
    draft.end({ at: 5_000, planned: 'none', tookPart: 300, neverJoined: 0 });
    expect(draft.length).toBe(2);
    const all = chunksOf(draft);
    expect(all.map(({ full }) => full)).toEqual([false, true]);
    const recap = recapOf(
      all.map((chunk) => ({ term: 1, chunk })),
      false,
    );
    expect(recap?.complete).toBe(false);
    expect(recap?.lastedMs).toBe(5_000);
  });

  test('names an empty room, too', () => {
    const draft = new JournalDraft({ keeps: 'counts', openedAt: 0, most: 1 });
    draft.list(rooms, names);
    expect(draft.chunk(0)?.rooms).toEqual(
      new Map([
        [roomId('apple'), 'APPLE'],
        [roomId('birch'), 'BIRCH'],
      ]),
    );
  });
});

describe('[I10] whatever somebody has written under the key of a chunk', () => {
  test('is refused or read, never thrown over', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(journalRecord.read({ v: 1, data: raw }).type).not.toBe('ok');
      }),
    );
  });

  test('a note about nobody in the lists, and one of a kind to come, are passed over', () => {
    const data = {
      keeps: 'names',
      openedAt: 0,
      people: [['u1', 'Ana']],
      rooms: [['r1', 'Apple']],
      notes: [[1, 0, 0, 0], [2, 0, 7, 0], [3, 1, 4], [4, 99, 0, 0], []],
      end: null,
      full: false,
    };
    const reading = journalRecord.read({ v: 1, data });
    expect(reading.type === 'ok' && reading.value.notes).toEqual([
      { what: 'in', at: 1, user: 'u1', room: 'r1' },
    ]);
  });
});
