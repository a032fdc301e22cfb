/**
 * Copies what lies in one frame into the rooms' frames, as far as those are empty. What was made
 * before a crash is found again by its place. Nothing that people write is ever lost: what lies in a
 * frame stays, and an undo keeps the copies on which somebody has written.
 */
import { BoardError } from '../../../board/errors';
import type { FrameInfo, ItemInfo } from '../../../board/port';
import { itemId, type ItemId } from '../../../breakout/ids';
import { MOST_ITEMS, MOST_ORIGINALS, type Copies, type Job } from '../../../breakout/work';
import { copiesIn, type Copy } from './copies-layout';
import { FrameContents, originalOf, wordsDigest } from './frame-content';
import type { Bench, JobRunner } from './job';

type Fill = Extract<Job, { kind: 'fill' }>;

export function fillRooms(job: Fill): JobRunner {
  return {
    async go(bench) {
      await bench.claims.open();
      const copies = bench.blueprint?.copies ?? (await draw(bench, job));
      const filling = new Filling(bench, copies, job.rooms.length - copies.rooms.length);
      for (const room of copies.rooms) {
        filling.tell();
        if (!bench.goesOn()) return false;
        if (!(await filling.fill(room))) return false;
      }
      filling.tell();
      bench.claims.release();
      return true;
    },

    async undo(bench) {
      const { ledger, found, items } = bench;
      const copies = bench.blueprint?.copies;
      if (copies === undefined) return true;
      const words = new Set(copies.originals.map(({ digest }) => digest));
      const unchanged = (item: ItemInfo): boolean => words.has(wordsDigest(item.words));
      const all = [...new Set([...ledger.made, ...recognised(bench, copies)])];
      const still = new Set(found.map(({ id }) => id));
      let left = 0;
      for (const [done, id] of all.entries()) {
        ledger.reached({ done, of: all.length, left });
        if (!bench.goesOn()) return false;
        if (still.has(id) && !(await items.remove(id, unchanged))) left += 1;
      }
      ledger.reached({ done: all.length, of: all.length, left });
      await bench.claims.open();
      bench.claims.release();
      return true;
    },
  };
}

/** Counts, and claims the rooms. Nothing is made before this is stored. */
async function draw(bench: Bench, { template, rooms }: Fill): Promise<Copies> {
  const { plan, found, labels, claims } = bench;
  const source = found.find(({ id, type }) => type === 'frame' && id === itemId(template));
  if (source === undefined) throw new BoardError('not-found', 'The frame to copy has gone.');
  const contents = new FrameContents(
    found,
    new Set([...labels().values()].map(({ item }) => item)),
  );
  const { copied } = contents.of(template);
  const wanted = plan.rooms.flatMap(({ id, frame }) =>
    frame !== undefined && frame !== template && rooms.includes(id) ? [{ room: id, frame }] : [],
  );
  const empty = wanted.filter(({ frame }) => contents.isEmpty(frame));
  if (copied.length > MOST_ORIGINALS || copied.length * empty.length > MOST_ITEMS)
    throw new BoardError('too-large', `More than ${MOST_ITEMS} items.`);
  if (empty.length > 0) await claims.take(empty.map(({ room }) => room));
  const copies = {
    size: { width: source.width, height: source.height },
    originals: copied.map(originalOf),
    rooms: empty,
  };
  await bench.draw({ at: { x: 0, y: 0 }, rooms: [], copies });
  return copies;
}

class Filling {
  readonly #bench: Bench;
  readonly #copies: Copies;
  /** Deleted since they were counted, before this attempt began. */
  readonly #gone: ReadonlySet<ItemId>;
  readonly #ours: ReadonlySet<string>;
  readonly #made: ReadonlySet<ItemId>;
  #done = 0;
  #of: number;
  #left: number;

  /** @param left rooms that are not filled, because something lay in their frames already */
  constructor(bench: Bench, copies: Copies, left: number) {
    const { found, ledger, labels } = bench;
    this.#bench = bench;
    this.#copies = copies;
    this.#left = left;
    const there = new Set(found.map(({ id }) => id));
    this.#gone = new Set(copies.originals.flatMap(({ item }) => (there.has(item) ? [] : [item])));
    this.#ours = new Set([...labels().values()].map(({ item }) => item));
    this.#made = new Set(ledger.made);
    this.#of = copies.rooms.length * copies.originals.length;
  }

  tell(): void {
    this.#bench.ledger.reached({ done: this.#done, of: this.#of, left: this.#left });
  }

  /** @returns whether it came to its end */
  async fill({ room, frame: id }: Copies['rooms'][number]): Promise<boolean> {
    const { items, goesOn, claims, ledger } = this.#bench;
    const looked = await items.look(id);
    if (looked === undefined) return this.#leave();
    const { frame, children } = looked;
    const copies = this.#copiesIn(frame);
    const begun = copies.some(({ there }) => there !== undefined);
    const strange = children.some((child) => !this.#ours.has(child));
    if (!begun && (strange || !claims.holds(room))) return this.#leave();
    const before = this.#done;
    for (const copy of copies) {
      this.tell();
      if (!goesOn()) return false;
      const item = await this.#settle(frame, copy);
      if (item === 'no-frame') {
        this.#done = before;
        return this.#leave();
      }
      if (item === undefined) {
        this.#of -= 1;
        continue;
      }
      // Somebody else has claimed it in the moment in which it was begun.
      if (!begun && this.#done === before && !claims.holds(room)) {
        await items.remove(item);
        return this.#leave();
      }
      ledger.add(item);
      this.#done += 1;
    }
    return true;
  }

  #copiesIn(frame: FrameInfo): readonly Copy[] {
    const { me, found } = this.#bench;
    const items = found.filter(
      ({ createdBy, parent }) => createdBy === me && (parent ?? frame.id) === frame.id,
    );
    return copiesIn(this.#copies, frame, { items, made: this.#made });
  }

  /** @returns `undefined`: there is nothing to be copied any more */
  async #settle(
    frame: FrameInfo,
    { original, at, scale, there }: Copy,
  ): Promise<ItemId | 'no-frame' | undefined> {
    const { items } = this.#bench;
    if (there !== undefined) {
      if (there.parent === undefined) await items.adopt(frame.id, there.id);
      return there.id;
    }
    if (this.#gone.has(original.item)) {
      if (this.#gone.size === this.#copies.originals.length)
        throw new BoardError('not-found', 'What is to be copied has gone.');
      return undefined;
    }
    try {
      return await items.copy(original.item, { ...at, scale }, frame.id);
    } catch (error) {
      const gone = error instanceof BoardError && error.code === 'not-found';
      if (gone && (await items.look(frame.id)) === undefined) return 'no-frame';
      throw error;
    }
  }

  #leave(): true {
    this.#left += 1;
    this.#of -= this.#copies.originals.length;
    return true;
  }
}

/** What was made, but not written down before a crash. */
function recognised(bench: Bench, copies: Copies): readonly ItemId[] {
  const { me, found, ledger } = bench;
  const made = new Set(ledger.made);
  return copies.rooms.flatMap(({ frame: id }) => {
    const info = found.find((item) => item.type === 'frame' && item.id === String(id));
    if (info === undefined) return [];
    const { x, y, width, height, words: title } = info;
    const frame = { id, title, x, y, width, height };
    const items = found.filter(
      ({ createdBy, parent }) => createdBy === me && (parent ?? id) === id,
    );
    return copiesIn(copies, frame, { items, made }).flatMap(({ there }) => there?.id ?? []);
  });
}
