import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from './csv';
import { fileName } from './file-name';
import { markdownTableOf, markdownText } from './markdown';

/** As a spreadsheet reads it. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < csv.length; at++) {
    const char = csv.charAt(at);
    if (quoted) {
      if (char === '"' && csv[at + 1] === '"') cell += csv.charAt(++at);
      else if (char === '"') quoted = false;
      else cell += char;
    } else if (char === '"') quoted = true;
    else if (char === ',' || (char === '\r' && csv[at + 1] === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\r') {
        rows.push([]);
        at++;
      }
    } else cell += char;
  }
  rows.pop();
  return rows;
}

const nasty = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({
    unit: fc.constantFrom(
      ...Array.from('=+-@＝＋－＠\t\r\n\0 ;,|"\'`\\<>&*_[]()#!~a1\u202e\ufeff'),
    ),
  }),
  fc.constantFrom(
    '=HYPERLINK("https://elsewhere.example";"Ana")',
    "=cmd|'/C calc'!A0",
    ' =1+1',
    'Ana;=1+1',
    'Ana\t@SUM(1)',
    'Ana\n-2+3',
    '<img src=x onerror=alert(1)>',
    '[Ana](javascript:alert(1))',
    '![](https://elsewhere.example/p.png)',
    'a | b',
    'a\\| b',
    'Ana\r\n\r\n# Heading',
    '\u202eanA',
  ),
);
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(nasty, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe('[X1] CSV', () => {
  test('reads back as the cells it was made of, but for an apostrophe', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const plain = (cells: readonly (readonly string[])[]): readonly (readonly string[])[] =>
          cells.map((row) => row.map((cell) => cell.replaceAll("'", '')));
        expect(plain(parse(csvOf(rows)))).toEqual(plain(rows));
      }),
    );
  });

  test('no cell can become a formula', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const cell of parse(csvOf(rows)).flat()) {
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
        }
      }),
    );
  });

  test('nor where another separator counts, whatever it makes of the quotes', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const cell of csvOf(rows).split(/[;\t\r\n]/)) {
          expect(cell.replace(/^"/, '')).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        }
      }),
    );
  });

  test('numbers stay numbers, and every line ends in CR LF', () => {
    expect(
      csvOf([
        ['a', 1],
        ['=1+1', -2],
      ]),
    ).toBe("a,1\r\n'=1+1,-2\r\n");
  });
});

describe('[X2] Markdown', () => {
  test('has one line per row and the same columns in each, whatever stands in a cell', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const lines = markdownTableOf(rows).trimEnd().split('\n');
        expect(lines).toHaveLength(rows.length + 1);
        const columns = lines.map((line) => line.replaceAll(/\\./g, '').split('|').length);
        expect(new Set(columns).size).toBe(1);
      }),
    );
  });

  test('no cell holds anything that Markdown or HTML would give a meaning to', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const unescaped = markdownText(text).replaceAll(/\\[!-/:-@[-`{-~]/g, '');
        expect(unescaped).not.toMatch(/[\\`*_{}[\]()<>#+\-.!|~&$=:"'@^/\r\n\t]/);
      }),
    );
  });

  test('markup is text', () => {
    expect(markdownText('<b>*A* & [x](y)|')).toBe('\\<b\\>\\*A\\* \\& \\[x\\]\\(y\\)\\|');
  });
});

test('a file’s name says the day and holds nothing that no file system likes', () => {
  const at = new Date(2026, 10, 2, 10).getTime();
  expect(fileName('Who was where: "1/2"', at, 'csv')).toBe('Who was where 1 2, 2026-11-02.csv');
});
