import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlan, ben } from '../../../breakout/fixtures';
import { roomId, type ItemId } from '../../../breakout/ids';
import { setupOf } from '../../../breakout/setup';
import type { Job } from '../../../breakout/work';
import { KEPT_AS, writeKeptSetup } from '../../../records/setup-document';
import type { Trouble } from './fake-canvas';
import { FakeWorkshop } from './fake-workshop';

const collect: Job = { kind: 'collect', title: 'Results', withoutNotes: 'Without notes:' };
const text: Job = { kind: 'text', text: 'Please click the icon.' };
const setup: Job = {
  kind: 'setup',
  text: 'Retro: 4 rooms',
  document:
    writeKeptSetup(
      'Retro',
      setupOf(aPlan(), () => undefined),
    ) ?? null,
};
const names: Job = {
  kind: 'names',
  texts: [
    { room: roomId('0'), text: 'Ada, Ben' },
    { room: roomId('1'), text: 'Cleo <3' },
  ],
};

const trouble = fc.constantFrom<Trouble>('refused', 'done-but-failed', 'dies-before', 'dies-after');
/** One for each attempt that goes wrong: at which of its calls, how, and how much was stored. */
const attempts = fc.array(
  fc.record({ call: fc.nat({ max: 25 }), trouble, seconds: fc.nat({ max: 2 }) }),
  { maxLength: 6 },
);

/** Rooms with so many notes each. */
const rooms = fc.array(fc.nat({ max: 5 }), { minLength: 2, maxLength: 4 });

function furnished(counts: readonly number[]): { shop: FakeWorkshop; notes: readonly ItemId[] } {
  const shop = new FakeWorkshop();
  const notes = counts.flatMap((count, room) => {
    const frame = shop.canvas.frame(ben, `Room ${room}`, room * 2_000);
    shop.room(roomId(String(room)), `Room ${room}`, frame);
    return Array.from({ length: count }, (_, at) =>
      shop.canvas.note(ben, frame, `${room}.${at}`, { x: 200 + at * 250, y: 300 }),
    );
  });
  return { shop, notes };
}

type Attempts = typeof attempts extends fc.Arbitrary<infer T> ? T : never;

/** Each attempt goes wrong as told; the last one does not. */
async function through(shop: FakeWorkshop, wrong: Attempts): Promise<void> {
  for (const { call, trouble: what, seconds } of wrong) {
    await shop.attempt((at) => {
      // Something of the ledger was stored before, something was not.
      if (at === call) void shop.timers.advance(seconds * 1_000);
      return at === call ? what : undefined;
    });
  }
  await shop.attempt();
}

const linkedTo = (shop: FakeWorkshop, note: ItemId) =>
  [...shop.canvas.things.values()].filter((thing) => thing.linkedTo === note);

test('[D2] whatever call fails or wherever a page dies: one copy of each note, and undo takes all back', async () => {
  await fc.assert(
    fc.asyncProperty(rooms, attempts, attempts, async (counts, wrong, wrongUndo) => {
      const { shop, notes } = furnished(counts);
      const before = shop.canvas.picture();
      shop.order(collect);
      await through(shop, wrong);
      expect(shop.work.progress?.state).toBe('done');
      expect(notes.map((note) => linkedTo(shop, note).length)).toEqual(notes.map(() => 1));
      const made = [...shop.canvas.things.keys()].filter((id) => !Object.hasOwn(before, id));
      expect(new Set(shop.work.made)).toEqual(new Set(made));

      shop.wish('undo');
      await through(shop, wrongUndo);
      expect(shop.work.progress?.state).toBe('undone');
      expect(shop.canvas.picture()).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test('[D2] undoing what was interrupted takes back what was not written down, too', async () => {
  await fc.assert(
    fc.asyncProperty(
      rooms,
      attempts,
      fc.constantFrom(collect, text, setup, names),
      async (counts, wrong, job) => {
        const { shop } = furnished(counts);
        const before = shop.canvas.picture();
        shop.order(job);
        for (const each of wrong)
          await shop.attempt((at) => (at === each.call ? each.trouble : undefined));
        shop.wish('undo');
        await through(shop, wrong);
        expect(shop.canvas.picture()).toEqual(before);
        expect([...shop.labels]).toEqual([]);
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  { job: text, texts: ['Please click the icon.'] },
  { job: setup, texts: ['Retro: 4 rooms'] },
  { job: names, texts: ['Ada, Ben', 'Cleo &lt;3'] },
])('[D2] $job.kind: each text once, however often it was interrupted', async ({ job, texts }) => {
  await fc.assert(
    fc.asyncProperty(attempts, async (wrong) => {
      const { shop } = furnished([1, 1]);
      shop.order(job);
      await through(shop, wrong);
      const there = [...shop.canvas.things.values()].filter(({ type }) => type === 'text');
      expect(there.map(({ words }) => words).sort()).toEqual(texts);
      // [U4] A text that says it brings a set-up along has it.
      const kept = job.kind === 'setup' ? { [KEPT_AS]: job.document } : {};
      expect(there.map((one) => one.kept)).toEqual(texts.map(() => kept));
    }),
    { numRuns: 200 },
  );
});

/** A template with so many items, and rooms whose frames are empty, or are not. */
function withTemplate(items: number, taken: readonly boolean[]) {
  const shop = new FakeWorkshop();
  const template = shop.canvas.frame(ben, 'Template', -4_000);
  for (let at = 0; at < items; at++) {
    // Some lie on one another, and say the same.
    const place = { x: 200 + Math.floor(at / 2) * 250, y: 300 };
    if (at % 3 === 2) shop.canvas.put(ben, { type: 'shape', parent: template, ...place });
    else shop.canvas.note(ben, template, at % 2 === 0 ? '' : 'Why?', place);
  }
  const rooms = taken.map((isTaken, at) => {
    const room = roomId(String(at));
    const frame = shop.canvas.frame(ben, `Room ${at}`, at * 2_000);
    shop.room(room, `Room ${at}`, frame);
    if (isTaken) shop.canvas.note(ben, frame, 'mine', { x: 200, y: 300 });
    return { room, frame, isTaken };
  });
  const job: Job = { kind: 'fill', template, rooms: rooms.map(({ room }) => room) };
  return { shop, job, rooms };
}

const items = fc.integer({ min: 1, max: 6 });
const taken = fc.array(fc.boolean(), { minLength: 1, maxLength: 3 });

test('[D2] filling rooms: each empty frame gets each item once, and undo takes all back', async () => {
  await fc.assert(
    fc.asyncProperty(items, taken, attempts, attempts, async (count, isTaken, wrong, wrongUndo) => {
      const { shop, job, rooms } = withTemplate(count, isTaken);
      const before = shop.canvas.picture();
      shop.order(job);
      await through(shop, wrong);
      const full = rooms.filter((room) => room.isTaken).length;
      const done = (rooms.length - full) * count;
      expect(shop.work.progress).toMatchObject({ state: 'done', done, of: done, left: full });
      const all = Object.values(shop.canvas.picture());
      for (const { frame, isTaken: was } of rooms)
        expect(all.filter(({ parent }) => parent === frame)).toHaveLength(was ? 1 : count);
      const made = [...shop.canvas.things.keys()].filter((id) => !Object.hasOwn(before, id));
      expect(new Set(shop.work.made)).toEqual(new Set(made));

      shop.wish('undo');
      await through(shop, wrongUndo);
      expect(shop.work.progress?.state).toBe('undone');
      expect(shop.canvas.picture()).toEqual(before);
    }),
    { numRuns: 200 },
  );
});

test('[D2] undoing a filling that was interrupted takes back what was not written down, too', async () => {
  await fc.assert(
    fc.asyncProperty(items, taken, attempts, async (count, isTaken, wrong) => {
      const { shop, job } = withTemplate(count, isTaken);
      const before = shop.canvas.picture();
      shop.order(job);
      for (const each of wrong)
        await shop.attempt((at) => (at === each.call ? each.trouble : undefined));
      shop.wish('undo');
      await through(shop, wrong);
      expect(shop.canvas.picture()).toEqual(before);
    }),
    { numRuns: 200 },
  );
});
