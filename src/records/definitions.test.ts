import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  frameId,
  roomId,
  sessionId,
  tabId,
  userId,
  writerId,
  type RoomId,
  type UserId,
} from '../breakout/ids';
import type { Run } from '../breakout/run';
import type { Seat } from '../breakout/seats';
import { beatRecord } from './beat';
import { edit, emptyDoc, type Changes, type Doc } from './merge';
import { personEdits, personRecord } from './person';
import { contentDigest, planRecord } from './plan';
import { planEdits } from './plan-edits';
import { openEnvelope } from './reading';
import { runRecord } from './run';
import { seatsEdits, seatsRecord } from './seats';

const me = writerId('w');
const after = (...all: readonly Changes[]): Doc =>
  all.reduce((doc, changes) => edit(doc, changes, me), emptyDoc);
/** As it would be after a trip through storage. */
const clone = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const bytes = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length;

const [apple, birch] = [roomId('apple'), roomId('birch')];
const [mia, ben] = [userId('3458764500000000001'), userId('3458764500000000002')];

describe('the plan', () => {
  test('of a new board has no rooms, ten minutes and nobody in charge', () => {
    expect(planRecord.decode(emptyDoc)).toMatchObject({
      rooms: [],
      task: '',
      length: 600_000,
      facilitators: [],
      settings: { boardTimer: true, closingMs: 30_000, plenary: undefined, names: true },
      prepared: 0,
    });
    expect(planRecord.decode(emptyDoc).wanted(1)).toMatchObject({ phase: 'none', paused: false });
  });

  test('[S5] knows who is kept in a room, and 200 of them fit', () => {
    const two = after(planEdits.setPinned(mia, true), planEdits.setPinned(ben, true));
    expect(planRecord.decode(two).pinned).toEqual(new Set([mia, ben]));
    expect(planRecord.decode(edit(two, planEdits.setPinned(mia, false), me)).pinned).toEqual(
      new Set([ben]),
    );
    const users = Array.from({ length: 200 }, (_, index) =>
      userId(`30744573456182${String(65_000 + index)}`),
    );
    const many = users.map((user) => planEdits.setPinned(user, true));
    expect(bytes(planRecord.write(after(...many)))).toBeLessThan(15_000);
  });

  test('lists rooms by order, then id, and knows the removed ones', () => {
    const doc = after(
      planEdits.setRoom(birch, { alive: true, name: 'Birch', order: 1, hue: 3 }),
      planEdits.setRoom(apple, {
        alive: true,
        name: 'Apple',
        order: 1,
        frame: frameId('f1'),
        wantsFrame: mia,
        task: 'stop',
        places: 3,
        locked: true,
      }),
      planEdits.setRoom(roomId('cedar'), { alive: true, order: 0 }),
      planEdits.setRoom(roomId('cedar'), { alive: false }),
      planEdits.setRoom(roomId('daisy'), { name: 'not there yet' }),
    );
    const plan = planRecord.decode(doc);
    expect(plan.rooms).toEqual([
      {
        id: apple,
        name: 'Apple',
        named: 'by-hand',
        order: 1,
        hue: 0,
        frame: frameId('f1'),
        wantsFrame: mia,
        task: 'stop',
        link: undefined,
        places: 3,
        locked: true,
      },
      {
        id: birch,
        name: 'Birch',
        named: 'by-hand',
        order: 1,
        hue: 3,
        frame: undefined,
        wantsFrame: undefined,
        task: '',
        link: undefined,
        places: undefined,
        locked: false,
      },
    ]);
    expect([...plan.removed]).toEqual(['cedar']);
    const bare = after(planEdits.setRoom(apple, { frame: null, wantsFrame: null }));
    expect(
      planRecord.decode(edit(doc, planEdits.setRoom(apple, { frame: null }), me)).rooms[0]?.frame,
    ).toBeUndefined();
    expect(bare).toBe(emptyDoc);
  });

  test('lists facilitators in order, and forgets one who was removed', () => {
    const doc = after(
      planEdits.setFacilitator(ben, { name: 'Ben', order: 1 }),
      planEdits.setFacilitator(mia, { name: 'Mia', order: 0 }),
      planEdits.setFacilitator(userId('3'), { name: 'Lin', order: 2 }),
      planEdits.setFacilitator(userId('3'), null),
    );
    expect(planRecord.decode(doc).facilitators).toEqual([
      { user: mia, name: 'Mia', order: 0 },
      { user: ben, name: 'Ben', order: 1 },
    ]);
  });

  test('[I6] keeps what is wanted of each epoch apart', () => {
    const order = { by: mia, byName: 'Mia', planDigest: 'p', seatsDigest: 's' };
    const verdict = { call: 2, verdict: 'coming', by: mia, byName: 'Mia' } as const;
    const doc = after(
      planEdits.setLength('none'),
      planEdits.setPrepared(2),
      planEdits.setWanted(1, { phase: 'closed', length: 60_000 }),
      planEdits.setWanted(2, { phase: 'open', order, paused: true, changedBy: 'Mia' }),
      planEdits.setVerdict(2, ben, verdict),
      planEdits.setVerdict(22, ben, { ...verdict, call: 9 }),
    );
    const plan = planRecord.decode(doc);
    expect(plan.prepared).toBe(2);
    expect(plan.wanted(1)).toEqual({
      phase: 'closed',
      order: undefined,
      length: 60_000,
      paused: false,
      changedBy: undefined,
      help: new Map(),
    });
    expect(plan.wanted(2)).toEqual({
      phase: 'open',
      order,
      length: 'none',
      paused: true,
      changedBy: 'Mia',
      help: new Map([[ben, verdict]]),
    });
  });

  test('survives a trip through storage', () => {
    const doc = after(
      planEdits.setRoom(apple, { alive: true, name: 'Ä 👩‍👩‍👧' }),
      planEdits.setSettings({
        boardTimer: false,
        closingMs: 10_000,
        plenary: frameId('f9'),
        asking: 'bring',
        seating: 'chosen',
        late: 'wait',
      }),
      planEdits.setSettings({ plenary: undefined }),
      planEdits.setTask('three ideas'),
    );
    const read = planRecord.read(clone(planRecord.write(doc)));
    expect(read).toEqual({ type: 'ok', value: doc });
    expect(planRecord.decode(doc).settings).toEqual({
      boardTimer: false,
      closingMs: 10_000,
      plenary: undefined,
      asking: 'bring',
      seating: 'chosen',
      late: 'wait',
      names: true,
    });
  });

  test('cuts texts that are too long, at a whole character', () => {
    const doc = after(
      planEdits.setRoom(apple, { alive: true, name: '👩‍👩‍👧'.repeat(90), task: 'x'.repeat(900) }),
    );
    const [room] = planRecord.decode(doc).rooms;
    expect(room?.task).toHaveLength(500);
    expect(room?.name).toMatch(/^(👩‍👩‍👧)+$/u);
    expect(room?.name.length).toBeLessThanOrEqual(320);
    const hostile = edit(
      emptyDoc,
      { 'room/apple/alive': true, 'room/apple/name': 'y'.repeat(9_000) },
      me,
    );
    expect(planRecord.decode(hostile).rooms[0]?.name).toBe('y'.repeat(80));
  });

  test('[I10] has no text that hides or turns round what stands beside it', () => {
    const name = '\u202eBen\u202c \u2066(Ana)\u2069\u0000\u001b\u200f';
    const doc = after(
      planEdits.setRoom(apple, { alive: true, name, task: 'Line one\n\tLine two\u0007' }),
      planEdits.setFacilitator(mia, { name, order: 1 }),
    );
    const { rooms, facilitators } = planRecord.decode(doc);
    expect(rooms[0]).toMatchObject({ name: 'Ben (Ana)\u200f', task: 'Line one\n\tLine two' });
    expect(facilitators[0]?.name).toBe('Ben (Ana)\u200f');
  });

  test('has one digest for the same content, whoever wrote it and whatever was ordered', () => {
    const doc = after(planEdits.setTask('a'), planEdits.setTask('b'));
    const same = edit(emptyDoc, planEdits.setTask('b'), writerId('other'));
    expect(contentDigest(doc)).toBe(contentDigest(same));
    const ordered = edit(
      doc,
      { ...planEdits.setWanted(1, { phase: 'open' }), ...planEdits.setPrepared(1) },
      me,
    );
    expect(contentDigest(ordered)).toBe(contentDigest(doc));
    expect(contentDigest(edit(doc, planEdits.setTask('c'), me))).not.toBe(contentDigest(doc));
  });
});

describe('seats', () => {
  test('survive a trip through storage', () => {
    const record = seatsRecord(3);
    const seats: [UserId, Seat | null][] = [
      [mia, { room: apple, ask: 1 }],
      [ben, { room: birch, ask: 4 }],
    ];
    const doc = after(seatsEdits.seat(seats), seatsEdits.seat([[mia, null]]));
    expect(record.key).toBe('seats-3');
    const read = record.read(clone(record.write(doc)));
    expect(read).toEqual({ type: 'ok', value: doc });
    expect(record.decode(doc)).toEqual(new Map([[ben, { room: birch, ask: 4 }]]));
  });

  test('of a thousand people take less than 30 KB', () => {
    const rooms = Array.from({ length: 100 }, (_, index): RoomId => roomId(`room${index}xy`));
    const everyone = Array.from({ length: 1_000 }, (_, index): [UserId, Seat] => [
      userId(String(3_458_764_500_000_000_000n + BigInt(index) * 7_919n)),
      { room: rooms[index % 100] ?? apple, ask: 1 },
    ]);
    const doc = after(seatsEdits.seat(everyone));
    const stored = seatsRecord(1).write(doc);
    expect(bytes(stored)).toBeLessThan(30_000);
    expect(seatsRecord(1).decode(doc).size).toBe(1_000);
  });
});

describe('a person', () => {
  test('starts unknown, and what is set is read back', () => {
    const record = personRecord(mia);
    expect(record.key).toBe(`person-${mia}`);
    expect(record.decode(emptyDoc)).toMatchObject({ here: false, name: '', answer: undefined });
    const question = { epoch: 1, room: apple, ask: 2 };
    const viewport = { x: -1.5, y: 0, width: 10, height: 20 };
    const everything = {
      here: true,
      name: 'Mia',
      lead: tabId('t1'),
      asked: question,
      answer: { ...question, kind: 'later' },
      at: { ...question, frame: undefined },
      was: { ...question, frame: frameId('f1') },
      home: { epoch: 1, tab: tabId('t1'), viewport },
      help: { epoch: 1, room: apple, call: 1, reason: 'stuck', open: true, at: 5 },
      ready: 1,
      visiting: { room: birch, from: viewport, tabs: [{ tab: tabId('t'), from: viewport }] },
      takesPart: true,
      problem: { step: 'join', problem: { reason: 'forbidden', detail: 'No.', at: 7 } },
      heard: { epoch: 1, ids: ['m1', 'm2'] },
      read: { epoch: 1, ids: ['m1'] },
      draft: { room: undefined, text: 'Please' },
      list: { epoch: 1, text: 'Ben; Apple' },
      inWindow: true,
      moreTime: { epoch: 1, room: apple, length: 600_000 },
    } as const;
    const doc = after(personEdits.set(everything));
    expect(record.read(clone(record.write(doc)))).toEqual({ type: 'ok', value: doc });
    expect(record.decode(doc)).toEqual(everything);
  });

  test('[A7] of an older version is in a place without a frame', () => {
    const at = { epoch: 1, room: apple, ask: 2 };
    expect(personRecord(mia).decode(after(personEdits.set({ at }))).at).toEqual(at);
  });

  test('takes back what is set to undefined, and nothing else', () => {
    const record = personRecord(mia);
    const doc = after(
      personEdits.set({ here: true, ready: 3 }),
      personEdits.set({ ready: undefined }),
    );
    expect(record.decode(doc)).toMatchObject({ here: true, ready: undefined });
  });
});

const run: Run = {
  epoch: 2,
  term: 3,
  seq: 4,
  clock: { user: mia, tab: tabId('t1') },
  phase: 'open',
  by: { user: mia, name: 'Mia' },
  seatsDigest: 'abc',
  opensAt: 1_000,
  openedAt: 4_000,
  length: 600_000,
  deadlineAt: 604_000,
  remainingMs: undefined,
  paused: false,
  closesAt: undefined,
  closedAt: undefined,
  rooms: new Map([
    [apple, { session: sessionId('s1'), problem: undefined }],
    [
      birch,
      {
        session: undefined,
        problem: { reason: 'sessions-taken', detail: 'Another app', at: 5_000 },
      },
    ],
  ]),
  guests: new Map([[ben, { room: birch, ask: 1, state: 'invited' }]]),
  timerEndsAt: undefined,
  failures: [
    {
      step: 'timer',
      room: undefined,
      problem: { reason: 'timer-unavailable', detail: '', at: 6_000 },
    },
  ],
  notes: new Map([[apple, 3]]),
  journal: { keeps: 'counts', chunks: [{ term: 3, n: 1 }] },
};

describe('the run', () => {
  test('survives a trip through storage', () => {
    const stored = clone(runRecord.write(run, undefined));
    expect(runRecord.read(stored)).toEqual({ type: 'ok', value: run });
  });

  test('of a greater conductor, or a later one of the same, supersedes', () => {
    const later = { ...run, seq: 5 };
    const [lower, higher] = [userId('0'), userId('9')];
    expect(runRecord.supersedes(run, later)).toBe(true);
    expect(runRecord.supersedes(later, run)).toBe(false);
    expect(runRecord.supersedes(later, { ...run, term: 4, seq: 0 })).toBe(true);
    expect(runRecord.supersedes(run, { ...later, clock: { ...run.clock, user: lower } })).toBe(
      false,
    );
    expect(runRecord.supersedes(later, { ...run, clock: { ...run.clock, user: higher } })).toBe(
      true,
    );
  });

  test('[H2] [M9] that opened rooms is not taken back by whoever took them for cancelled', () => {
    const open = { ...run, epoch: 2, phase: 'open' } as const;
    const cancelled = { ...run, epoch: 1, term: 9, phase: 'closed' } as const;
    const opening = { ...open, term: 9, phase: 'opening' } as const;
    for (const later of [cancelled, opening]) {
      expect(runRecord.supersedes(open, later)).toBe(false);
      expect(runRecord.supersedes(later, open)).toBe(true);
    }
    expect(runRecord.supersedes(opening, cancelled)).toBe(true);
    expect(runRecord.supersedes(open, { ...open, term: 9 })).toBe(true);
  });

  test('cuts long details, and takes an unknown reason for "unknown"', () => {
    const stored = clone(runRecord.write(run, undefined)) as { data: { failures: unknown[] } };
    stored.data.failures = [
      {
        step: 'end',
        room: null,
        problem: { reason: 'gremlins', detail: 'x'.repeat(5_000), at: 1 },
      },
    ];
    const read = runRecord.read(stored);
    expect(read).toMatchObject({
      value: { failures: [{ problem: { reason: 'unknown', detail: 'x'.repeat(300) } }] },
    });
  });
});

test('a beat is under 300 bytes', () => {
  const beat = {
    term: 2 ** 30,
    seq: 2 ** 30,
    user: mia,
    tab: tabId('abcdefghijkl'),
    visible: true,
    at: 1_763_800_000_000,
    planDigest: 'z'.repeat(11),
    seatsDigest: 'z'.repeat(11),
    runDigest: 'z'.repeat(11),
  };
  const stored = beatRecord.write(beat, undefined);
  expect(beatRecord.read(clone(stored))).toEqual({ type: 'ok', value: beat });
  expect(bytes(stored)).toBeLessThan(300);
});

describe('[I10] hostile input', () => {
  const definitions = [planRecord, seatsRecord(1), personRecord(mia), runRecord, beatRecord];
  const path = fc.oneof(
    fc.string({ minLength: 1 }),
    fc.constantFrom('__proto__', 'room/a/name', 'room/__proto__/alive', 'facilitator/constructor'),
    fc.constantFrom('epoch/1/phase', 'epoch/1/help/toString', 'answer', 'constructor'),
  );
  const registers = fc.array(
    fc.tuple(fc.nat(), fc.string({ minLength: 1 }), fc.array(fc.tuple(fc.jsonValue(), path))),
  );
  const raw = fc.oneof(
    fc.anything(),
    fc.jsonValue(),
    fc.record({ v: fc.constantFrom(1, 2, 'x'), data: fc.anything() }),
    fc.record({ v: fc.constant(1), data: fc.record({ g: fc.nat(), r: registers }) }),
  );

  test('throws nothing, and what is read decodes', () => {
    fc.assert(
      fc.property(raw, fc.constantFrom(...definitions), (value, definition) => {
        const reading = definition.read(value);
        if (reading.type === 'ok' && 'decode' in definition) {
          definition.decode(reading.value as Doc);
        }
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['an epoch beyond 2³⁰', { epoch: 2 ** 30 + 1 }],
    ['a fraction of a term', { term: 1.5 }],
    ['a time that is none', { opensAt: null }],
    ['an id with a slash', { clock: { user: 'a/b', tab: 't' } }],
    [
      'too many rooms',
      { rooms: Array.from({ length: 201 }, (_, i) => [`r${i}`, { session: null, problem: null }]) },
    ],
  ])('in a run is malformed: %s', (_, change) => {
    const stored = clone(runRecord.write(run, undefined)) as { data: object };
    const reading = runRecord.read({ ...stored, data: { ...stored.data, ...change } });
    expect(reading.type).toBe('malformed');
  });
});

describe('versions', () => {
  test('an older one is migrated, step by step', () => {
    const migrations = {
      2: (data: unknown) => ({ two: data }),
      3: (data: unknown) => ({ three: data }),
    };
    expect(openEnvelope({ v: 1, data: 'one' }, 3, migrations)).toEqual({
      type: 'ok',
      value: { three: { two: 'one' } },
    });
    expect(openEnvelope({ v: 3, data: 'now' }, 3, migrations)).toEqual({
      type: 'ok',
      value: 'now',
    });
  });

  test('a newer one, a missing one and a broken one are told apart', () => {
    const trip = { 2: (data: unknown) => (data as { a: { b: unknown } }).a.b };
    expect(openEnvelope({ v: 4, data: 0 }, 3, {}).type).toBe('newer');
    expect(openEnvelope(undefined, 3, {}).type).toBe('missing');
    expect(openEnvelope(null, 3, {}).type).toBe('malformed');
    expect(openEnvelope({ v: 0, data: 0 }, 3, {}).type).toBe('malformed');
    expect(openEnvelope({ v: 1, data: null }, 2, trip).type).toBe('malformed');
  });
});
