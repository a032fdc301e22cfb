import type { Board } from '../../board/port';
import type { ItemId, Millis } from '../../breakout/ids';

/** Room around an item that is larger than the view, as a share of its size. */
const MARGIN = 0.1;

/**
 * Puts an item in the middle of this user's view, which stays as large as it is unless that is too small.
 * Reads the whole board: of an item in a frame Miro tells only where it lies in there.
 * @returns `false`: it has been deleted, and the view stays where it is
 */
export async function glideToItem(
  board: Pick<Board, 'items' | 'view'>,
  item: ItemId,
  durationMs: Millis,
): Promise<boolean> {
  const all = await (await board.items()).list();
  const found = all.find(({ id }) => id === item);
  if (found === undefined) return false;
  const around = all.find(({ id }) => id === found.parent);
  const left = around === undefined ? 0 : around.x - around.width / 2;
  const top = around === undefined ? 0 : around.y - around.height / 2;
  const { width, height } = await board.view.get();
  const share = Math.max(found.width / width, found.height / height) * (1 + 2 * MARGIN);
  const scale = Math.max(1, share);
  await board.view.glide(
    {
      x: left + found.x - (width * scale) / 2,
      y: top + found.y - (height * scale) / 2,
      width: width * scale,
      height: height * scale,
    },
    durationMs,
  );
  return true;
}
