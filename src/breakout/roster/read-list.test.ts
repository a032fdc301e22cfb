import { describe, expect, test } from 'vitest';
import { MAX_CELL, MAX_LINES } from './limits';
import { readList } from './read-list';
import { roomOf } from './room-of';
import { roomId } from '../ids';

const rooms = [
  { id: roomId('a'), name: 'Apple' },
  { id: roomId('b'), name: 'Birch' },
];
const isRoom = (text: string): boolean => roomOf(text, rooms) !== undefined;

function pairs(text: string): string[] {
  const list = readList(text, isRoom);
  if (list.type === 'refused') throw new Error(list.reason);
  return list.entries.map(({ name, room }) => (room === '' ? name : `${name} → ${room}`));
}

describe('[L1] a list is read', () => {
  test.each([
    ['one name a line', 'Anna\n\n  Ben  Meyer \r\nCem', ['Anna', 'Ben Meyer', 'Cem']],
    ['name; room', 'Anna; Apple\nBen;2', ['Anna → Apple', 'Ben → 2']],
    ['from a spreadsheet', 'Anna\tApple\nBen\t', ['Anna → Apple', 'Ben']],
    [
      'CSV',
      '"Schmidt, Anna",Apple\n"Ben ""B"" Meyer",Red',
      ['Schmidt, Anna → Apple', 'Ben "B" Meyer → Red'],
    ],
    [
      'comma where a room is known',
      'Anna Schmidt, apple\nBen Meyer, Blue',
      ['Anna Schmidt → apple', 'Ben Meyer → Blue'],
    ],
    ['comma in names', 'Schmidt, Anna\nMeyer, Ben', ['Schmidt, Anna', 'Meyer, Ben']],
    ['names with comma and a room', 'Schmidt, Anna; Apple', ['Schmidt, Anna → Apple']],
    ['titles of columns', 'Room;Name\nApple;Anna', ['Anna → Apple']],
    ['titles with comma', 'Name,Group\nAnna,Red', ['Anna → Red']],
    ['first and last name', 'Nachname;Vorname;Raum\nSchmidt;Anna;1', ['Anna Schmidt → 1']],
    ['bullets and numbers', '1. Anna\n2) Ben\n- Cem\n• Dana', ['Anna', 'Ben', 'Cem', 'Dana']],
    [
      'addresses',
      'Anna Schmidt <anna@example.org>\nben.meyer@example.org',
      ['Anna Schmidt', 'ben meyer'],
    ],
    ['a quote that is never closed', '"Anna\nBen', ['"Anna', 'Ben']],
  ])('%s', (_, text, expected) => {
    expect(pairs(text)).toEqual(expected);
  });

  test('a name that comes twice counts once, and is told', () => {
    const list = readList('Anna Schmidt; Apple\nBen\nschmidt, anna; Birch', isRoom);
    expect(list).toMatchObject({ type: 'list', repeated: [3], tooLong: [] });
    expect(list.type === 'list' && list.entries.map(({ name }) => name)).toEqual([
      'Anna Schmidt',
      'Ben',
    ]);
  });

  test('a line in quotes over two lines keeps the count of lines', () => {
    const list = readList('"Anna\nSchmidt"\nBen', isRoom);
    expect(list.type === 'list' && list.entries.map(({ line }) => line)).toEqual([1, 3]);
  });

  test('what is too long or too much is refused in so many words', () => {
    const name = (length: number): string => 'a'.repeat(length);
    expect(readList(`${name(MAX_CELL)}\n${name(MAX_CELL + 1)}`, isRoom)).toMatchObject({
      tooLong: [2],
    });
    const lines = (count: number): string =>
      Array.from({ length: count }, (_, index) => `Person ${String(index)}`).join('\n');
    expect(readList(lines(MAX_LINES), isRoom).type).toBe('list');
    expect(readList(lines(MAX_LINES + 1), isRoom)).toEqual({
      type: 'refused',
      reason: 'too-many-lines',
    });
    expect(readList('a'.repeat(1_000_000), isRoom).type).toBe('refused');
  });
});

describe('a room is meant by', () => {
  test.each([
    ['APPLE', 'a'],
    ['äpple ', 'a'],
    ['2', 'b'],
    ['Room 2', 'b'],
    ['#1', 'a'],
    ['グループ２', 'b'],
    ['3', undefined],
    ['Apple 2', undefined],
    ['', undefined],
  ])('%s', (text, id) => {
    expect(roomOf(text, rooms)).toBe(id);
  });

  test('its name before its number', () => {
    const numbered = [
      { id: roomId('x'), name: '2' },
      { id: roomId('y'), name: '1' },
    ];
    expect(roomOf('2', numbered)).toBe('x');
  });
});
