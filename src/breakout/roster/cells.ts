/**
 * Lines of cells, as spreadsheets write them: a cell in quotes may hold anything, `""` in it is a
 * quote. A quote that is never closed is a character like any other.
 */
export interface Cell {
  readonly text: string;
  readonly quoted: boolean;
}

export interface Line {
  /** Counted from 1, as an editor does. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

export type Separator = ';' | '\t' | ',';

/** @param separator `undefined`: a line is one cell */
export function cellsOf(text: string, separator: Separator | undefined): readonly Line[] {
  const lines: Line[] = [];
  let at = 0;
  let number = 1;
  while (at < text.length) {
    const line = lineFrom(text, at, separator);
    lines.push({ number, cells: line.cells });
    number += text.slice(at, line.next).split('\n').length - 1;
    at = line.next;
  }
  return lines;
}

function lineFrom(text: string, start: number, separator: Separator | undefined) {
  const cells: Cell[] = [];
  let at = start;
  for (;;) {
    const cell = cellFrom(text, at, separator);
    cells.push(cell);
    at = cell.next + 1;
    if (cell.next >= text.length || text[cell.next] === '\n') return { cells, next: at };
  }
}

/** `next`: where the cell is over: at a separator, the line's end, or the text's. */
function cellFrom(text: string, start: number, separator: Separator | undefined) {
  const opened = quotedFrom(text, start);
  const from = opened?.next ?? start;
  let next = from;
  while (next < text.length && text[next] !== '\n' && text[next] !== separator) next += 1;
  const rest = text.slice(from, next);
  return { text: tidy((opened?.text ?? '') + rest), quoted: opened !== undefined, next };
}

function quotedFrom(text: string, start: number) {
  let open = start;
  while (text[open] === ' ') open += 1;
  if (text[open] !== '"') return undefined;
  let at = open + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return undefined;
    if (text[close + 1] !== '"') {
      return { text: text.slice(open + 1, close).replaceAll('""', '"'), next: close + 1 };
    }
    at = close + 2;
  }
}

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();
