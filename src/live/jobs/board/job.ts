/** What a job on the board works with, whoever carries it out: a background, or a test. */
import type { FramesPort, ItemInfo, ItemsPort, ViewPort } from '../../../board/port';
import type { FrameId, ItemId, RoomId, UserId } from '../../../breakout/ids';
import type { Plan } from '../../../breakout/plan';
import type { Blueprint } from '../../../breakout/work';
import type { Labels } from '../../../records/labels';
import type { Changes } from '../../../records/merge';
import type { Point } from '../frame-grid';

export interface Bench {
  readonly me: UserId;
  readonly items: ItemsPort;
  readonly view: Pick<ViewPort, 'get'>;
  readonly frames: Pick<FramesPort, 'get' | 'create' | 'remove' | 'emptySpace'>;
  readonly plan: Plan;
  /** Everything that was on the board when this attempt began. */
  readonly found: readonly ItemInfo[];
  /** The frame that this order has made, as far as it is noted down. */
  readonly frame: FrameId | undefined;
  /** Of this order, if it was stored before. */
  readonly blueprint: Blueprint | undefined;
  /** Resolves when it is stored. @throws {BoardError} when it cannot be */
  readonly draw: (blueprint: Omit<Blueprint, 'n'>) => Promise<Blueprint>;
  readonly labels: () => Labels;
  readonly editLabels: (changes: Changes) => void;
  readonly claims: Claims;
  readonly ledger: Pages;
  /** False: end after the item under way. */
  readonly goesOn: () => boolean;
}

/** What a job notes down while it works. Stored at most once a second. */
export interface Pages {
  readonly made: readonly ItemId[];
  /** Put on the board by this job. Noting it twice is noting it once. */
  add(item: ItemId): void;
  reached(progress: Reached): void;
}

export interface Reached {
  readonly done: number;
  readonly of: number;
  readonly left?: number;
  readonly frame?: FrameId;
}

/** Which rooms this user fills: of two facilitators who set about it at once, one has each room. */
export interface Claims {
  /** To be called before the others. @throws {BoardError} */
  open(): Promise<void>;
  /** Resolves when whoever claims them at the same time has been heard. @throws {BoardError} */
  take(rooms: readonly RoomId[]): Promise<void>;
  holds(room: RoomId): boolean;
  release(): void;
}

/**
 * Both may be interrupted anywhere and begun again with what is then on the board.
 * @throws {BoardError} of the call that failed
 */
export interface JobRunner {
  /** @returns whether it came to its end; `false`: it was told to stop */
  go(bench: Bench): Promise<boolean>;
  /** Takes away what the job has made, and nothing else. */
  undo(bench: Bench): Promise<boolean>;
}

/** Miro may round what it is given. */
const SAME_PLACE = 2;

export function liesAt({ x, y }: Point, place: Point): boolean {
  return Math.abs(x - place.x) < SAME_PLACE && Math.abs(y - place.y) < SAME_PLACE;
}

/** What people typed, as Miro's markup. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}

/** Removes items one by one. @returns whether it came to its end */
export async function removeAll(
  { items, ledger, goesOn }: Pick<Bench, 'items' | 'ledger' | 'goesOn'>,
  ids: readonly ItemId[],
): Promise<boolean> {
  for (const [index, id] of ids.entries()) {
    if (!goesOn()) return false;
    ledger.reached({ done: index, of: ids.length });
    await items.remove(id);
  }
  return true;
}
