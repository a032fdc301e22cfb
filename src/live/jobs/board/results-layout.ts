/**
 * Where collected notes go: one block for each room, under its name, in rows of about equal width.
 * A pure function of the blueprint, so that whoever goes on after a crash finds the same places.
 */
import type { Harvest } from '../../../breakout/work';
import type { Point, Size } from '../frame-grid';

/** Miro's own sizes of new notes: D:websdk-reference-sticky-note. */
export const NOTE_WIDTH = { square: 199, rectangle: 350 } as const;
const NOTE_HEIGHT = 228;

const GAP = 24;
const BLOCK_GAP = 120;
const MARGIN = 100;
const HEADING_HEIGHT = 110;
/** A block is at least this wide, or its name would be broken. */
const LEAST_WIDTH = 4 * NOTE_WIDTH.square;
/** Of the whole, as of a screen. */
const WIDE_FOR_HIGH = 16 / 9;

export interface Place extends Point {
  readonly width: number;
}

export interface Block {
  readonly name: string;
  readonly heading: Place;
  /** One for each note of the room, in its order. Centres from the top left corner of the whole. */
  readonly notes: readonly Point[];
}

export interface Layout {
  readonly size: Size;
  readonly blocks: readonly Block[];
  /** Names the rooms without notes. */
  readonly footer: Place | undefined;
}

export function resultsLayout(rooms: readonly Harvest[]): Layout {
  const full = rooms.filter(({ notes }) => notes.length > 0);
  const shapes = full.map(shapeOf);
  const area = shapes.reduce(
    (sum, { width, height }) => sum + (width + BLOCK_GAP) * (height + BLOCK_GAP),
    0,
  );
  const widest = Math.max(LEAST_WIDTH, ...shapes.map(({ width }) => width));
  const width = Math.max(widest, Math.sqrt(area * WIDE_FOR_HIGH));

  const blocks: Block[] = [];
  let [left, top, shelf, reached] = [0, 0, 0, 0];
  for (const [index, room] of full.entries()) {
    const shape = shapes[index];
    if (shape === undefined) continue;
    if (left > 0 && left + shape.width > width) {
      top += shelf + BLOCK_GAP;
      [left, shelf] = [0, 0];
    }
    blocks.push(blockAt({ x: MARGIN + left, y: MARGIN + top }, room, shape));
    reached = Math.max(reached, left + shape.width);
    left += shape.width + BLOCK_GAP;
    shelf = Math.max(shelf, shape.height);
  }
  const bottom = top + shelf;
  const innerWidth = Math.max(LEAST_WIDTH, reached);
  const someEmpty = full.length < rooms.length;
  const footerTop = MARGIN + bottom + (bottom === 0 ? 0 : BLOCK_GAP);
  return {
    size: {
      width: innerWidth + 2 * MARGIN,
      height: (someEmpty ? footerTop + HEADING_HEIGHT : MARGIN + bottom) + MARGIN,
    },
    blocks,
    footer: someEmpty
      ? { x: MARGIN + innerWidth / 2, y: footerTop + HEADING_HEIGHT / 2, width: innerWidth }
      : undefined,
  };
}

interface Shape extends Size {
  readonly columns: number;
  readonly cell: number;
}

function shapeOf({ notes, wide }: Harvest): Shape {
  const cell = wide ? NOTE_WIDTH.rectangle : NOTE_WIDTH.square;
  const least = Math.ceil(LEAST_WIDTH / (cell + GAP));
  const columns = Math.max(least, Math.ceil(Math.sqrt(notes.length)));
  const rows = Math.ceil(notes.length / columns);
  return {
    columns,
    cell,
    width: Math.max(LEAST_WIDTH, columns * cell + (columns - 1) * GAP),
    height: HEADING_HEIGHT + rows * NOTE_HEIGHT + (rows - 1) * GAP,
  };
}

function blockAt(corner: Point, { name, notes }: Harvest, shape: Shape): Block {
  const { columns, cell, width } = shape;
  return {
    name,
    heading: { x: corner.x + width / 2, y: corner.y + HEADING_HEIGHT / 2, width },
    notes: notes.map((_, index) => ({
      x: corner.x + cell / 2 + (index % columns) * (cell + GAP),
      y:
        corner.y +
        HEADING_HEIGHT +
        NOTE_HEIGHT / 2 +
        Math.floor(index / columns) * (NOTE_HEIGHT + GAP),
    })),
  };
}
