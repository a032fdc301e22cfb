/**
 * Copies the rooms' sticky notes into one frame: by room, in reading order, with their own colours
 * and shape, each linked to its original. What was made before a crash is found again by its place
 * and its link, so no note is copied twice.
 */
import { BoardError } from '../../../board/errors';
import type { FrameInfo, ItemInfo } from '../../../board/port';
import { frameId, itemId, type ItemId } from '../../../breakout/ids';
import { MOST_NOTES, type Blueprint, type Job } from '../../../breakout/work';
import { escaped, liesAt, removeAll, type Bench, type JobRunner } from './job';
import { notesInRooms } from './notes-in-rooms';
import { Results } from './results';
import { NOTE_WIDTH, resultsLayout, type Place } from './results-layout';

type Collect = Extract<Job, { kind: 'collect' }>;

const HEADING_SIZE = 48;
const FOOTER_SIZE = 32;
/** Between the plenary frame and the results, if there is room there. */
const BESIDE = 200;
const GROUND = '#f4f5f7';

/** One thing to be on the board: there already, or to be made. */
interface Put {
  /** Only notes are counted: nobody waits for headings. */
  readonly isNote: boolean;
  readonly there: ItemInfo | undefined;
  /** `undefined`: there is nothing to be made any more. */
  readonly make: () => Promise<ItemId | undefined>;
}

export function collectNotes(job: Collect): JobRunner {
  return {
    async go(bench) {
      const { me, found, ledger } = bench;
      const blueprint = bench.blueprint ?? (await draw(bench));
      const there = await frameOf(bench, job, blueprint);
      const frame = there ?? (await makeFrame(bench, job, blueprint));
      ledger.add(itemId(frame.id));
      const puts = putsOf(bench, job, new Results({ me, blueprint, frame, found }));
      const of = puts.filter(({ isNote }) => isNote).length;
      let done = 0;
      for (const put of puts) {
        ledger.reached({ done, of, frame: frame.id });
        if (!bench.goesOn()) return false;
        const item = await settle(bench, frame, put);
        if (item === undefined) continue;
        ledger.add(item);
        if (put.isNote) done += 1;
      }
      ledger.reached({ done, of, frame: frame.id });
      return true;
    },

    async undo(bench) {
      const { me, blueprint, found, items, frames, ledger } = bench;
      if (blueprint === undefined) return true;
      const frame = await frameOf(bench, job, blueprint);
      if (frame === undefined) return removeAll(bench, ledger.made);
      const { parts } = new Results({ me, blueprint, frame, found });
      const all = new Set([...ledger.made, ...parts]);
      // The frame goes last, because what lies in it would go with it.
      all.delete(itemId(frame.id));
      if (!(await removeAll(bench, [...all]))) return false;
      // What people have put there meanwhile stays on the board.
      const strangers = (await items.list()).filter(({ parent }) => parent === frame.id);
      for (const { id } of strangers) await items.release(frame.id, id);
      await frames.remove(frame.id);
      return true;
    },
  };
}

async function settle(
  { items }: Bench,
  frame: FrameInfo,
  { there, make }: Put,
): Promise<ItemId | undefined> {
  if (there === undefined) return make();
  if (there.parent === undefined) await items.adopt(frame.id, there.id);
  return there.id;
}

/** Counts, and looks for a place. Nothing is made before this is stored. */
async function draw(bench: Bench): Promise<Blueprint> {
  const { plan, found, frames } = bench;
  const rooms = notesInRooms(found, plan.rooms).map(({ room, notes }) => ({
    name: room.name,
    wide: notes.some(({ note }) => note?.shape === 'rectangle'),
    notes: notes.map(({ id }) => id),
  }));
  const { size, blocks } = resultsLayout(rooms);
  const notes = blocks.reduce((sum, block) => sum + block.notes.length, 0);
  if (notes > MOST_NOTES) throw new BoardError('too-large', `More than ${MOST_NOTES} notes.`);
  const { plenary } = plan.settings;
  const beside = plenary && (await frames.get(plenary));
  const near = beside && {
    x: beside.x + beside.width / 2 + BESIDE + size.width / 2,
    y: beside.y,
  };
  return bench.draw({ at: await frames.emptySpace(size, near), rooms });
}

async function frameOf(
  { me, frame, found, frames }: Bench,
  { title }: Collect,
  { at }: Blueprint,
): Promise<FrameInfo | undefined> {
  const ours = (item: ItemInfo): boolean =>
    item.type === 'frame' && item.createdBy === me && item.words === title && liesAt(item, at);
  const id = frame ?? found.find(ours)?.id;
  return id === undefined ? undefined : frames.get(frameId(id));
}

function makeFrame({ frames }: Bench, { title }: Collect, { at, rooms }: Blueprint) {
  return frames.create({ title, ...at, ...resultsLayout(rooms).size, fill: GROUND });
}

function putsOf({ items, found }: Bench, job: Collect, results: Results): readonly Put[] {
  const { layout, frame } = results;
  const originals = new Map(found.map((item) => [item.id, item]));

  const text = (words: string, place: Place, fontSize: number): Put => ({
    isNote: false,
    there: results.textAt(place),
    make: () => {
      const at = { ...results.onBoard(place), width: place.width };
      return items.createText({ words: escaped(words), ...at, fontSize, align: 'left' }, frame.id);
    },
  });
  const copy = (original: ItemId, place: { readonly x: number; readonly y: number }): Put => ({
    isNote: true,
    there: results.copyOf(original, place),
    make: async () => {
      const source = originals.get(original);
      // Deleted since it was counted.
      if (source?.note === undefined) return undefined;
      const look = source.note;
      const at = { ...results.onBoard(place), width: NOTE_WIDTH[look.shape] };
      return items.createNote({ words: source.words, ...at, look, linkedTo: original }, frame.id);
    },
  });

  const blocks = layout.blocks.flatMap(({ name, heading, notes }, block) => [
    text(name, heading, HEADING_SIZE),
    ...notes.flatMap((place, at) => {
      const original = results.original(block, at);
      return original === undefined ? [] : [copy(original, place)];
    }),
  ]);
  const footer = layout.footer && text(footerOf(job, results), layout.footer, FOOTER_SIZE);
  return footer === undefined ? blocks : [...blocks, footer];
}

function footerOf({ withoutNotes }: Collect, { empty }: Results): string {
  return `${withoutNotes} ${empty.join(', ')}`;
}
