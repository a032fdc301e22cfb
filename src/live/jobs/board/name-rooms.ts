/** Who works where, as a text at the top of each room's frame: the channel that reaches everyone. */
import type { FrameInfo, ItemInfo } from '../../../board/port';
import type { RoomId } from '../../../breakout/ids';
import type { RoomText } from '../../../breakout/work';
import { digestOf } from '../../../records/digest';
import { labelEdits } from '../../../records/labels';
import { escaped, liesAt, type Bench, type JobRunner } from './job';

const SHARE_OF_FRAME = 0.9;
const FONT = { least: 12, most: 72, share: 1 / 45 };
/** Between the frame's upper edge and the text, in lines. */
const ABOVE = 0.5;
const LINE = 1.5;
/** How wide a letter is, in font sizes. An estimate: the text only has to stay inside the frame. */
const LETTER = 0.6;

export function nameRooms(texts: readonly RoomText[]): JobRunner {
  return {
    async go(bench) {
      const { labels, ledger, goesOn } = bench;
      const named = new Set(texts.map(({ room }) => room));
      const superfluous = [...labels().keys()].filter((room) => !named.has(room));
      const of = texts.length + superfluous.length;
      for (const [done, text] of texts.entries()) {
        ledger.reached({ done, of });
        if (!goesOn()) return false;
        await nameRoom(bench, text);
      }
      for (const [index, room] of superfluous.entries()) {
        ledger.reached({ done: texts.length + index, of });
        if (!goesOn()) return false;
        await takeAway(bench, room);
      }
      ledger.reached({ done: of, of });
      return true;
    },
    async undo(bench) {
      // What was made but not written down is found again by making it known first.
      for (const text of texts) {
        const frame = await frameOf(bench, text.room);
        if (frame !== undefined) await recognise(bench, frame, text);
      }
      return takeAllAway(bench);
    },
  };
}

/** Takes away every such text, whoever of the facilitators had it put there. */
export const takeNames: JobRunner = { go: takeAllAway, undo: async () => true };

async function takeAllAway(bench: Bench): Promise<boolean> {
  const rooms = [...bench.labels().keys()];
  for (const [done, room] of rooms.entries()) {
    bench.ledger.reached({ done, of: rooms.length });
    if (!bench.goesOn()) return false;
    await takeAway(bench, room);
  }
  bench.ledger.reached({ done: rooms.length, of: rooms.length });
  return true;
}

async function takeAway({ items, labels, editLabels }: Bench, room: RoomId): Promise<void> {
  const label = labels().get(room);
  if (label !== undefined) await items.remove(label.item);
  editLabels(labelEdits.forget(room));
}

async function nameRoom(bench: Bench, { room, text }: RoomText): Promise<void> {
  const { items, labels, editLabels } = bench;
  const frame = await frameOf(bench, room);
  if (frame === undefined) return takeAway(bench, room);
  await recognise(bench, frame, { room, text });
  const label = labels().get(room);
  const lies = label && bench.found.find(({ id }) => id === label.item);
  if (label !== undefined && lies?.parent === frame.id) {
    if (label.digest === digestOf(text)) return;
    if (isAsHigh(frame, lies, text) && (await items.rewrite(label.item, escaped(text)))) {
      editLabels(labelEdits.put(room, label.item, text));
      return;
    }
  }
  // A text that needs more lines would grow out of the frame: it is put there anew.
  if (label !== undefined) await takeAway(bench, room);
  const { place, width, fontSize } = placeOf(frame, text);
  const words = escaped(text);
  const item = await items.createText(
    { words, ...place, width, fontSize, align: 'center' },
    frame.id,
  );
  editLabels(labelEdits.put(room, item, text));
}

/** Finds a text that was made, but not written down before a crash. */
async function recognise(bench: Bench, frame: FrameInfo, { room, text }: RoomText): Promise<void> {
  const { me, found, items, labels, editLabels } = bench;
  if (labels().has(room)) return;
  const { place } = placeOf(frame, text);
  const corner = { x: frame.x - frame.width / 2, y: frame.y - frame.height / 2 };
  const inFrame = { x: place.x - corner.x, y: place.y - corner.y };
  const isOurs = (item: ItemInfo): boolean =>
    item.type === 'text' &&
    item.createdBy === me &&
    (item.parent === frame.id ? liesAt(item, inFrame) : liesAt(item, place)) &&
    sameWords(item.words, text);
  const there = found.find(isOurs);
  if (there === undefined) return;
  if (there.parent === undefined) await items.adopt(frame.id, there.id);
  editLabels(labelEdits.put(room, there.id, text));
}

async function frameOf({ plan, frames }: Bench, id: RoomId): Promise<FrameInfo | undefined> {
  const frame = plan.rooms.find((room) => room.id === id)?.frame;
  return frame && frames.get(frame);
}

interface TextPlace {
  readonly place: { readonly x: number; readonly y: number };
  readonly width: number;
  readonly fontSize: number;
}

/** Centred, at the top of the frame; further down, the more lines there are. */
function placeOf(frame: FrameInfo, text: string): TextPlace {
  const { fontSize, lines } = linesOf(frame, text);
  const top = frame.y - frame.height / 2;
  return {
    place: { x: frame.x, y: top + (ABOVE + lines / 2) * LINE * fontSize },
    width: frame.width * SHARE_OF_FRAME,
    fontSize,
  };
}

function linesOf(frame: FrameInfo, text: string) {
  const fontSize = Math.round(Math.min(FONT.most, Math.max(FONT.least, frame.width * FONT.share)));
  const fits = (frame.width * SHARE_OF_FRAME) / (fontSize * LETTER);
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / fits)), 0);
  return { fontSize, lines };
}

function isAsHigh(frame: FrameInfo, { words }: ItemInfo, text: string): boolean {
  return linesOf(frame, plain(words)).lines === linesOf(frame, text).lines;
}

/** Miro may wrap what it is given in paragraphs of its own. */
function sameWords(words: string, text: string): boolean {
  const letters = (raw: string): string => raw.replaceAll(/\s+/g, '');
  return letters(plain(words)) === letters(plain(escaped(text)));
}

function plain(words: string): string {
  return words.replaceAll(/<br[^>]*>/g, '\n').replaceAll(/<[^>]*>/g, '');
}
