const MOST_OF_NAME = 48;

/**
 * What the copy of a board is called, within `BOARD_ID`. Not by number: whether there is such a board
 * only the server knows.
 * @param random from 0 up to 1
 */
export function nameOfCopy(board: string, random: number): string {
  const original = board.replace(/-copy-[a-z0-9]{4}$/, '').slice(0, MOST_OF_NAME);
  const mark = Math.floor(random * 36 ** 4)
    .toString(36)
    .padStart(4, '0');
  return `${original}-copy-${mark}`;
}
