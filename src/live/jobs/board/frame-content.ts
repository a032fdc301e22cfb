/** What lies in a frame, as far as it can be copied into another one. */
import type { ItemInfo } from '../../../board/port';
import { COPIED_KINDS, type CopiedKind, type Original } from '../../../breakout/work';
import { digestOf } from '../../../records/digest';

/** Kinds that cannot be copied, as facilitators know them. */
export const OTHER_KINDS = ['image', 'connector', 'embed', 'app-card', 'other'] as const;
export type OtherKind = (typeof OTHER_KINDS)[number];

export interface FrameContent {
  /** In the order in which they are to be made. */
  readonly copied: readonly CopiedItem[];
  readonly others: ReadonlyMap<OtherKind, number>;
}

/** What lies in each frame: the texts that the app itself has put there do not count. */
export class FrameContents {
  readonly #children = new Map<string, ItemInfo[]>();
  readonly #connectors: readonly ItemInfo[];

  constructor(items: readonly ItemInfo[], ours: ReadonlySet<string>) {
    for (const item of items) {
      if (item.parent === undefined || ours.has(item.id)) continue;
      const siblings = this.#children.get(item.parent);
      if (siblings === undefined) this.#children.set(item.parent, [item]);
      else siblings.push(item);
    }
    this.#connectors = items.filter(({ joins }) => joins.length > 0);
  }

  isEmpty(frame: string): boolean {
    return !this.#children.has(frame);
  }

  of(frame: string): FrameContent {
    const children = this.#children.get(frame) ?? [];
    const ids = new Set<string>(children.map(({ id }) => id));
    const lines = this.#connectors.filter(({ joins }) => joins.some((joined) => ids.has(joined)));
    const others = new Map<OtherKind, number>();
    for (const item of [...children.filter((child) => !isCopied(child)), ...lines]) {
      const kind = otherKindOf(item);
      others.set(kind, (others.get(kind) ?? 0) + 1);
    }
    return { copied: children.filter(isCopied).sort(largestFirst), others };
  }
}

export type CopiedItem = ItemInfo & { readonly type: CopiedKind };

const kinds: ReadonlySet<string> = new Set(COPIED_KINDS);

export function isCopied(item: ItemInfo): item is CopiedItem {
  return kinds.has(item.type);
}

/**
 * Miro says of no item what it lies on without a call for each. What is made later lies on top, and
 * what holds other things is larger than they are.
 */
function largestFirst(a: ItemInfo, b: ItemInfo): number {
  return b.width * b.height - a.width * a.height;
}

function otherKindOf({ type }: ItemInfo): OtherKind {
  switch (type) {
    case 'image':
    case 'connector':
      return type;
    case 'embed':
    case 'preview':
      return 'embed';
    case 'app_card':
      return 'app-card';
    default:
      return 'other';
  }
}

export function originalOf({ id, type, x, y, words }: CopiedItem): Original {
  return { item: id, kind: type, x: rounded(x), y: rounded(y), digest: wordsDigest(words) };
}

/** Stored for each: hundredths are nothing that anybody sees. */
function rounded(place: number): number {
  return Math.round(place * 100) / 100;
}

/** Of what can be read. Miro may wrap what it is given in markup of its own. */
export function wordsDigest(words: string): string {
  return digestOf(words.replaceAll(/<[^>]*>/g, '').replaceAll(/\s+/g, ''));
}
