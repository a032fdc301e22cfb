/** What a spreadsheet would take for the beginning of a formula, as written and in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * [X1] RFC 4180: commas, quotes where they are needed, lines that end in CR LF. A cell that would be
 * a formula gets an apostrophe in front: names are chosen by people, and the file is opened by others.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
