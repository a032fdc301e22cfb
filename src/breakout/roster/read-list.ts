/** A list as people paste it: one name a line, or a name and a room. Rule L1 of docs/spec.md. */
import { cellsOf, type Cell, type Line, type Separator } from './cells';
import { columnsOf, headerIn, type Columns } from './columns';
import { MAX_CELL, MAX_LINES } from './limits';
import { nameKey } from './name-parts';

/** A text that cannot be a list of so many lines is not looked at. */
const MAX_TEXT = MAX_LINES * MAX_CELL * 3;

export interface Entry {
  /** Counted from 1. */
  readonly line: number;
  readonly name: string;
  /** As written; empty when none is. */
  readonly room: string;
}

export type ReadList =
  | {
      readonly type: 'list';
      /** All different by `nameKey`: of two lines for one name the first counts. */
      readonly entries: readonly Entry[];
      /** Lines whose name is on an earlier line. */
      readonly repeated: readonly number[];
      /** Lines that are too long for a name or a room. */
      readonly tooLong: readonly number[];
    }
  | { readonly type: 'refused'; readonly reason: 'too-many-lines' };

/**
 * [L1] Semicolon, tab or comma, quotes as in CSV, a line of titles. A comma separates only where
 * that is certain: "Schmidt, Anna" is a name.
 * @param isRoom whether a room is called so
 */
export function readList(raw: string, isRoom: (text: string) => boolean): ReadList {
  if (raw.length > MAX_TEXT) return { type: 'refused', reason: 'too-many-lines' };
  const text = raw.replace(/\r\n?/gu, '\n').replace(/^\ufeff/u, '');
  const lines = cellsOf(text, separatorIn(text, isRoom)).filter(hasText);
  const [first] = lines;
  const columns = columnsOf(first?.cells ?? []);
  const header = first !== undefined && headerIn(first.cells) !== undefined;
  const people = header ? lines.slice(1) : lines;
  if (people.length > MAX_LINES) return { type: 'refused', reason: 'too-many-lines' };
  return sorted(people.map((line) => entryOf(line, columns)));
}

const hasText = ({ cells }: Line): boolean => cells.some(({ text }) => text !== '');

function sorted(all: readonly Entry[]): ReadList {
  const entries: Entry[] = [];
  const repeated: number[] = [];
  const tooLong: number[] = [];
  const known = new Set<string>();
  for (const entry of all) {
    const key = nameKey(entry.name);
    if (entry.name.length > MAX_CELL || entry.room.length > MAX_CELL) tooLong.push(entry.line);
    else if (known.has(key)) repeated.push(entry.line);
    else if (key !== '') {
      known.add(key);
      entries.push(entry);
    }
  }
  return { type: 'list', entries, repeated, tooLong };
}

function separatorIn(text: string, isRoom: (text: string) => boolean): Separator | undefined {
  const separators = [';', '\t'] as const;
  const certain = separators.find((each) =>
    cellsOf(text, each).some(({ cells }) => cells.length > 1),
  );
  if (certain !== undefined) return certain;
  const lines = cellsOf(text, ',').filter(hasText);
  const header = lines[0] !== undefined && lines[0].cells.length > 1 ? lines[0].cells : [];
  if (headerIn(header) !== undefined) return ',';
  const several = lines.filter(({ cells }) => cells.length > 1);
  const inQuotes = several.some(({ cells }) => cells.some(({ quoted }) => quoted));
  const inRooms = several.some(({ cells }) => isRoom(cells[1]?.text ?? ''));
  return several.length > 0 && (inQuotes || inRooms) ? ',' : undefined;
}

function entryOf({ number, cells }: Line, { name, room }: Columns): Entry {
  const names = name.map((index) => cells[index]).filter((cell) => cell !== undefined);
  const at = room === undefined ? undefined : cells[room];
  return {
    line: number,
    name: names.map(plainName).join(' ').trim(),
    room: at === undefined ? '' : plainCell(at),
  };
}

/** Without what people put before and behind names: "1. ", "- ", "<ana@example.org>". */
function plainName(cell: Cell): string {
  if (cell.quoted) return plainCell(cell);
  const text = cell.text
    .replace(/^(?:[-*•‣◦–—]|\d{1,4}[.)])\s+/u, '')
    .replace(/\s*<[^<>]*@[^<>]*>$/u, '');
  const mail = /^([^\s@]+)@[^\s@]+\.[^\s@]+$/u.exec(text);
  return mail?.[1] === undefined
    ? plainCell({ ...cell, text })
    : mail[1].replaceAll(/[._]+/gu, ' ');
}

/** A spreadsheet's sign that this is text and no formula. */
const plainCell = ({ text }: Cell): string => text.replace(/^'(?='*[=+\-@])/u, '').trim();
