/** A second item like one that is there. Miro has no call for that: it is created from what can be read. */
import type { Card, Miro, Shape, StickyNote, Text } from '@mirohq/websdk-types';
import { BoardError } from './errors';
import type { AnyItem, Placed } from './miro-item';
import type { CopyPlace } from './port';

type Copied = StickyNote | Text | Shape | Card;
type KindOf = { readonly [K in Copied as K['type']]: K };

/** Miro's own range of font sizes. D:websdk-reference-text */
const FONT = { least: 10, most: 288 };

/** @throws {BoardError} for a kind that cannot be copied: see `COPIED_KINDS` */
export async function createCopy(sdk: Miro, item: AnyItem, place: CopyPlace): Promise<Placed> {
  const { scale, ...at } = place;
  if (is(item, 'sticky_note')) {
    const { content, shape, style, tagIds, width } = item;
    const look = { content, shape, style, tagIds, ...linkOf(item) };
    return sdk.board.createStickyNote({ ...look, ...at, width: width * scale });
  }
  if (is(item, 'text')) {
    const { content, rotation, width } = item;
    const style = { ...item.style, fontSize: fontOf(item.style.fontSize, scale) };
    const look = { content, style, rotation, ...linkOf(item) };
    return sdk.board.createText({ ...look, ...at, width: width * scale });
  }
  if (is(item, 'shape')) {
    const { content, shape, rotation, width, height } = item;
    const style = { ...item.style, fontSize: fontOf(item.style.fontSize, scale) };
    const look = { content, shape, style, rotation, ...linkOf(item) };
    const size = { width: width * scale, height: height * scale };
    return sdk.board.createShape({ ...look, ...at, ...size });
  }
  if (is(item, 'card')) {
    const { title, description, style, taskStatus, tagIds, rotation, width } = item;
    const look = { title, description, style, taskStatus, tagIds, rotation, ...linkOf(item) };
    return sdk.board.createCard({ ...look, ...cardExtras(item), ...at, width: width * scale });
  }
  throw new BoardError('unknown', `A ${item.type} cannot be copied.`);
}

/** The SDK's type for an unsupported item may carry any `type`, so it has to be said. */
function is<K extends keyof KindOf>(item: AnyItem, kind: K): item is KindOf[K] {
  return item.type === kind;
}

const linkOf = ({ linkedTo }: Copied) =>
  linkedTo === undefined || linkedTo === '' ? {} : { linkedTo };

/** What is not there must not be named either. */
function cardExtras({ dueDate, startDate, assignee, fields }: Card) {
  return {
    ...(dueDate === undefined ? {} : { dueDate }),
    ...(startDate === undefined ? {} : { startDate }),
    ...(assignee === undefined ? {} : { assignee }),
    ...(fields === undefined ? {} : { fields }),
  };
}

function fontOf(size: number, scale: number): number {
  if (scale === 1) return size;
  return Math.round(Math.min(FONT.most, Math.max(FONT.least, size * scale)));
}
