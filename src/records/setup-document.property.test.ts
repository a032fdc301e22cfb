import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Setup } from '../breakout/setup';
import {
  MAX_FILE,
  readKeptSetup,
  readSetupFile,
  writeKeptSetup,
  writeSetupFile,
} from './setup-document';
import { MAX_NAME, MAX_TASK } from './text';

const text = (longest: number) => fc.string({ unit: 'grapheme', maxLength: longest / 10 });
const setup: fc.Arbitrary<Setup> = fc.record({
  rooms: fc.array(
    fc.record({
      name: text(MAX_NAME).filter((name) => name !== ''),
      hue: fc.nat(9),
      task: text(MAX_TASK),
      places: fc.option(fc.integer({ min: 1, max: 999 }), { nil: undefined }),
      locked: fc.option(fc.boolean(), { nil: undefined }),
    }),
    { minLength: 1, maxLength: 100 },
  ),
  task: text(MAX_TASK),
  length: fc.oneof(fc.constant('none' as const), fc.nat(8_640_000_000)),
  boardTimer: fc.boolean(),
  closingMs: fc.nat(600_000),
  plenary: fc.option(text(200), { nil: undefined }),
  manner: fc.option(
    fc.record({
      asking: fc.constantFrom('ask', 'bring'),
      seating: fc.constantFrom('given', 'chosen'),
      late: fc.constantFrom('smallest', 'wait', 'choose'),
      names: fc.boolean(),
    }),
    { nil: undefined },
  ),
});
const valid: Setup = {
  rooms: [{ name: 'Red', hue: 0, task: '' }],
  task: '',
  length: 600_000,
  boardTimer: true,
  closingMs: 30_000,
  plenary: undefined,
};

test('[U3] a file reads back as it was written', () => {
  fc.assert(
    fc.property(text(MAX_NAME), setup, (name, value) => {
      const file = writeSetupFile(name, value);
      expect(readSetupFile(file)).toEqual({ type: 'set-up', name, setup: value });
    }),
  );
});

test('the longest set-up fits a file', () => {
  const room = { name: 'x'.repeat(MAX_NAME), hue: 9, task: '名'.repeat(MAX_TASK) };
  const rooms = Array.from({ length: 100 }, () => room);
  expect(writeSetupFile('x', { ...valid, rooms }).length).toBeLessThan(MAX_FILE);
});

describe('[U3] [I10] refused, whatever it is', () => {
  test('anything at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (content) => {
        expect(readSetupFile(content).type).toBe('refused');
      }),
    );
  });

  const changed = (change: object): string => {
    const { rooms, ...rest } = valid;
    return JSON.stringify({
      app: 'breakout-rooms-set-up',
      name: '',
      set: { v: 1, data: { rooms, ...rest, plenary: null, ...change } },
    });
  };
  test('the example itself is none of these', () => {
    expect(readSetupFile(changed({})).type).toBe('set-up');
  });
  test.each([
    ['no rooms', changed({ rooms: [] }), 'not-a-set-up'],
    [
      'too many rooms',
      changed({ rooms: Array.from({ length: 101 }, () => valid.rooms[0]) }),
      'not-a-set-up',
    ],
    ['a room without a name', changed({ rooms: [{ name: '', hue: 0, task: '' }] }), 'not-a-set-up'],
    [
      'a colour that is none',
      changed({ rooms: [{ name: 'x', hue: 10, task: '' }] }),
      'not-a-set-up',
    ],
    ['a length that is none', changed({ length: -1 }), 'not-a-set-up'],
    ['a prototype', changed({ rooms: { __proto__: [] } }), 'not-a-set-up'],
    ['a newer version', changed({}).replace('"v":1', '"v":2'), 'newer'],
    ['another app', changed({}).replace('breakout-rooms-set-up', 'other'), 'not-a-set-up'],
    ['more than a file may hold', ' '.repeat(MAX_FILE + 1), 'too-large'],
  ])('%s', (_, content, reason) => {
    expect(readSetupFile(content)).toEqual({ type: 'refused', reason });
  });
});

describe('[U4] with a text on the board', () => {
  test('it reads back as it was, or is refused before it is put there', () => {
    fc.assert(
      fc.property(text(MAX_NAME), setup, (name, value) => {
        const kept = writeKeptSetup(name, value);
        if (kept === undefined) return;
        expect(JSON.stringify(kept).length).toBeLessThan(6 * 1024);
        const rooms = value.rooms.map((room) => ({ ...room, locked: room.locked || undefined }));
        expect(readKeptSetup(JSON.parse(JSON.stringify(kept)))).toEqual({
          type: 'set-up',
          name,
          setup: { ...value, rooms },
        });
      }),
    );
  });

  test('a hundred rooms fit, and long tasks for each do not', () => {
    const room = { name: 'Room 100', hue: 9, task: '', locked: false };
    const rooms = Array.from({ length: 100 }, () => room);
    expect(writeKeptSetup('Retro', { ...valid, rooms })).toBeDefined();
    const tasks = rooms.map(() => ({ ...room, task: 'x'.repeat(100) }));
    expect(writeKeptSetup('Retro', { ...valid, rooms: tasks })).toBeUndefined();
  });

  test('[I10] anything else is refused, however it came there', () => {
    fc.assert(
      fc.property(fc.anything(), (raw) => {
        expect(readKeptSetup(raw).type).toBe('refused');
      }),
    );
    const kept = writeKeptSetup('Retro', valid);
    expect(readKeptSetup(kept).type).toBe('set-up');
    const newer = JSON.parse(JSON.stringify(kept).replace('"v":1', '"v":2')) as unknown;
    expect(readKeptSetup(newer)).toEqual({ type: 'refused', reason: 'newer' });
    expect(readKeptSetup({ ...Object(kept), more: 'x'.repeat(7_000) })).toEqual({
      type: 'refused',
      reason: 'too-large',
    });
  });
});
