import { describe, expect, test } from 'vitest';
import { roomId, userId, writerId } from '../breakout/ids';
import { expectedIn } from './expected';
import { expectable, expectedEdits } from './expected-edits';
import { edit, emptyDoc } from './merge';
import { seatsEdits, seatsRecord } from './seats';
import { fits } from './size';

const writer = writerId('w');
const red = roomId('red');
const people = (count: number, name = 'Person') =>
  Array.from({ length: count }, (_, index) => ({ name: `${name} ${String(index)}`, room: red }));

describe('who is expected', () => {
  test('[M4] reads back as written, and is no seat', () => {
    const expected = [
      { name: 'Anna Schmidt', room: red },
      { name: 'Ben', room: undefined },
    ];
    const doc = edit(emptyDoc, expectedEdits.expect(expected), writer);
    const { read, write, decode } = seatsRecord(1);
    const back = read(write(doc));
    if (back.type !== 'ok') throw new Error(back.type);
    expect(expectedIn(back.value)).toEqual(expected);
    expect(decode(back.value).size).toBe(0);
  });

  test('is one person however the name is written, and nothing of it is left once they are here', () => {
    const first = edit(
      emptyDoc,
      expectedEdits.expect([{ name: 'Schmidt, Anna', room: red }]),
      writer,
    );
    const again = edit(
      first,
      expectedEdits.expect([{ name: 'anna schmidt', room: undefined }]),
      writer,
    );
    expect(expectedIn(again)).toEqual([{ name: 'anna schmidt', room: undefined }]);
    const arrived = { seats: new Map([[userId('1'), red]]), arrived: expectedIn(again) };
    const doc = edit(again, expectedEdits.arrive(arrived), writer);
    expect(expectedIn(doc)).toEqual([]);
    expect(JSON.stringify(doc).toLowerCase()).not.toContain('anna');
    expect(seatsRecord(1).decode(doc).get(userId('1'))).toEqual({ room: red, ask: 1 });
  });

  test('a value that is none makes the record unreadable, as any other', () => {
    const doc = edit(emptyDoc, { 'expected/x': ['Anna', 'no room'] }, writer);
    const { read, write } = seatsRecord(1);
    expect(read(write(doc)).type).toBe('malformed');
  });

  test.each([
    ['short names', 'Person'],
    ['long names', 'x'.repeat(90)],
    ['long names in another script', '名'.repeat(90)],
  ])('as many as are accepted fit beside a thousand seats: %s', (_, name) => {
    const all = people(1_000, name);
    const accepted = all.slice(0, expectable([], all));
    expect(accepted.length).toBeGreaterThan(70);
    const seats = Array.from(
      { length: 1_000 },
      (_, index) => [userId(String(3.07e18 + index * 1e4)), { room: red, ask: 1 }] as const,
    );
    const changes = { ...expectedEdits.expect(accepted), ...seatsEdits.seat(seats) };
    const doc = edit(emptyDoc, changes, writer);
    expect(fits(seatsRecord(1).write(doc))).toBe(true);
    expect(expectable(accepted, people(1, `${name} and one more`))).toBe(0);
    expect(expectable(accepted, accepted)).toBe(accepted.length);
  });
});
