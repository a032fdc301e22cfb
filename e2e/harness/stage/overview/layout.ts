/** How stages share a window: pure. */

/** A stage is laid out at least this large, in CSS pixels, and shown smaller where there is less room. */
export const STAGE_MIN = { width: 960, height: 560 } as const;

export interface Grid {
  readonly columns: number;
  readonly rows: number;
}

/** The grid in which `count` stages are shown largest. */
export function gridFor(count: number, room: { width: number; height: number }): Grid {
  let best: Grid = { columns: 1, rows: Math.max(1, count) };
  for (let columns = 1; columns <= count; columns += 1) {
    const grid = { columns, rows: Math.ceil(count / columns) };
    if (scaleIn(grid, room) > scaleIn(best, room)) best = grid;
  }
  return best;
}

const scaleIn = ({ columns, rows }: Grid, room: { width: number; height: number }): number =>
  scaleFor({ width: room.width / columns, height: room.height / rows });

/** How much smaller than laid out a stage of this size is shown. 1: at its own size. */
export const scaleFor = ({ width, height }: { width: number; height: number }): number =>
  Math.min(1, width / STAGE_MIN.width, height / STAGE_MIN.height);
