/** What an item's content says, without any of its markup reaching the page: lines of styled runs. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
}

const BLOCKS = new Set(['P', 'DIV', 'LI', 'UL', 'OL', 'H1', 'H2', 'H3']);

export function linesOf(content: string): readonly (readonly Run[])[] {
  if (!content.includes('<') && !content.includes('&')) {
    return content.split('\n').map((text) => [{ text, strong: false, em: false }]);
  }
  // A parsed document runs no script and loads nothing.
  const { body } = new DOMParser().parseFromString(content, 'text/html');
  const lines: Run[][] = [[]];
  const breakLine = (): void => {
    if (lines.at(-1)?.length) lines.push([]);
  };
  function walk(node: Node, strong: boolean, em: boolean): void {
    if (node instanceof Text) {
      if (node.data) lines.at(-1)?.push({ text: node.data, strong, em });
      return;
    }
    if (!(node instanceof Element)) return;
    const { tagName } = node;
    if (tagName === 'BR') lines.push([]);
    if (BLOCKS.has(tagName)) breakLine();
    for (const child of node.childNodes) {
      walk(
        child,
        strong || /^(STRONG|B|H[1-3])$/.test(tagName),
        em || tagName === 'EM' || tagName === 'I',
      );
    }
    if (BLOCKS.has(tagName)) breakLine();
  }
  walk(body, false, false);
  while (lines.length > 1 && lines.at(-1)?.length === 0) lines.pop();
  return lines;
}

export const plainText = (content: string): string =>
  linesOf(content)
    .map((line) => line.map(({ text }) => text).join(''))
    .join('\n');
