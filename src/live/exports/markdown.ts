/** [X2] A table whose cells are text, whatever stands in them. The first row is the heading. */
export function markdownTableOf(rows: readonly (readonly (string | number)[])[]): string {
  const [head, ...rest] = rows.map((row) => `| ${row.map(cellOf).join(' | ')} |`);
  if (head === undefined) return '';
  const rule = `|${' --- |'.repeat(rows[0]?.length ?? 0)}`;
  return `${[head, rule, ...rest].join('\n')}\n`;
}

/** A backslash before any punctuation of ASCII takes its meaning away. */
export function markdownText(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#+\-.!|~&$=:"'@^/]/g, '\\$&');
}

function cellOf(value: string | number): string {
  return typeof value === 'number' ? String(value) : markdownText(value);
}
