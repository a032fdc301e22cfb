/** Where new frames go: a grid as square as their number allows, in reading order. */
export const FRAME_WIDTH = 1_600;
export const FRAME_HEIGHT = 900;
export const FRAME_GAP = 200;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The empty area to look for. */
export function gridSize(count: number): Size {
  const { columns, rows } = shape(count);
  return {
    width: columns * FRAME_WIDTH + (columns - 1) * FRAME_GAP,
    height: rows * FRAME_HEIGHT + (rows - 1) * FRAME_GAP,
  };
}

/** Centres of the frames, given the centre of the area. */
export function gridCentres(count: number, centre: Point): readonly Point[] {
  const { columns } = shape(count);
  const { width, height } = gridSize(count);
  const left = centre.x - width / 2 + FRAME_WIDTH / 2;
  const top = centre.y - height / 2 + FRAME_HEIGHT / 2;
  return Array.from({ length: count }, (_, index) => ({
    x: left + (index % columns) * (FRAME_WIDTH + FRAME_GAP),
    y: top + Math.floor(index / columns) * (FRAME_HEIGHT + FRAME_GAP),
  }));
}

function shape(count: number): { readonly columns: number; readonly rows: number } {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  return { columns, rows: Math.max(1, Math.ceil(count / columns)) };
}
