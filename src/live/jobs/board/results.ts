/** The results frame as it is planned, and what of it is on the board already. */
import type { FrameInfo, ItemInfo } from '../../../board/port';
import type { ItemId, UserId } from '../../../breakout/ids';
import type { Blueprint } from '../../../breakout/work';
import type { Point } from '../frame-grid';
import { liesAt } from './job';
import { resultsLayout, type Layout } from './results-layout';

export interface ResultsDeps {
  readonly me: UserId;
  readonly blueprint: Blueprint;
  readonly frame: FrameInfo;
  /** Everything on the board. */
  readonly found: readonly ItemInfo[];
}

export class Results {
  readonly frame: FrameInfo;
  readonly layout: Layout;
  /** Names of the rooms without notes. */
  readonly empty: readonly string[];
  readonly #harvests: Blueprint['rooms'];
  readonly #texts: readonly ItemInfo[];
  readonly #copies = new Map<string, ItemInfo[]>();

  constructor({ me, blueprint, frame, found }: ResultsDeps) {
    this.frame = frame;
    this.layout = resultsLayout(blueprint.rooms);
    this.empty = blueprint.rooms.filter(({ notes }) => notes.length === 0).map(({ name }) => name);
    this.#harvests = blueprint.rooms.filter(({ notes }) => notes.length > 0);
    const own = found.filter(
      ({ createdBy, parent }) => createdBy === me && (parent ?? frame.id) === frame.id,
    );
    this.#texts = own.filter(({ type }) => type === 'text');
    for (const item of own) {
      if (item.note === undefined) continue;
      for (const id of idsIn(item.linkedTo)) {
        this.#copies.set(id, [...(this.#copies.get(id) ?? []), item]);
      }
    }
  }

  /** A place of the layout on the board. */
  onBoard({ x, y }: Point): Point {
    const { frame } = this;
    return { x: frame.x - frame.width / 2 + x, y: frame.y - frame.height / 2 + y };
  }

  /** The original that belongs at this place of a block. */
  original(block: number, place: number): ItemId | undefined {
    return this.#harvests[block]?.notes[place];
  }

  /** A text of ours at this place. */
  textAt(place: Point): ItemInfo | undefined {
    return this.#texts.find((text) => this.#isAt(text, place));
  }

  /** Our copy of a note. It may have been moved within the frame, but has not lost its link. */
  copyOf(original: ItemId, place: Point): ItemInfo | undefined {
    return this.#copies
      .get(original)
      ?.find((copy) => copy.parent !== undefined || this.#isAt(copy, place));
  }

  /** All that is ours and on the board, the frame excepted. */
  get parts(): readonly ItemId[] {
    const { blocks, footer } = this.layout;
    const parts = blocks.flatMap(({ heading, notes }, block) => [
      this.textAt(heading),
      ...notes.map((place, at) => {
        const original = this.original(block, at);
        return original && this.copyOf(original, place);
      }),
    ]);
    return [...parts, footer && this.textAt(footer)].flatMap((part) => part?.id ?? []);
  }

  /** In the frame, a place counts from its corner. */
  #isAt(item: ItemInfo, place: Point): boolean {
    return liesAt(item, item.parent === undefined ? this.onBoard(place) : place);
  }
}

/** Miro may give a link to an item back as it was set, or as an address with the item in it. */
function idsIn(link: string | undefined): readonly string[] {
  return link?.split(/[^\w-]+/).filter((part) => part !== '') ?? [];
}
