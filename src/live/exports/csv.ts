/**
 * Where a spreadsheet would see the beginning of a formula, as written and in full width, with blanks
 * ahead or not: at the beginning of a cell, and behind what separates cells where a comma does not.
 */
const FORMULA = /^(?=[\t\r\n])|(?<=^|[;\t\r\n])(?=\s*[=+\-@＝＋－＠])/g;

/**
 * [X1] RFC 4180: commas, quotes where they are needed, lines that end in CR LF. What would be a
 * formula gets an apostrophe in front: names are chosen by people, and the file is opened by others.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = value.replace(FORMULA, "'");
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
