import { cellsOf } from './cells';
import { headerIn } from './columns';

/** A spreadsheet would take it for a formula. */
const FORMULA = /^'*[=+\-@]/u;
/** What `readList` would take off or apart, unless it is in quotes. */
const NEEDS_QUOTES = /^['"\s=+\-@*•‣◦–—]|^\d{1,4}[.)]|[;,\t\n\r"@<>]/u;

/**
 * [L1] A list that `readList` reads as it was, and that a spreadsheet reads as text.
 * @param people rooms may be empty
 */
export function writeList(
  people: readonly { readonly name: string; readonly room: string }[],
): string {
  const lines = people.map(({ name, room }) =>
    room === '' ? cell(name) : `${cell(name)}; ${cell(room)}`,
  );
  // Somebody may be called like the title of a column: then there is a line of titles before.
  const [first = ''] = lines;
  const cells = cellsOf(first, ';')[0]?.cells ?? [];
  return headerIn(cells) === undefined ? lines.join('\n') : ['Name; Room', ...lines].join('\n');
}

function cell(text: string): string {
  if (!NEEDS_QUOTES.test(text)) return text;
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
