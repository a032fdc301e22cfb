import { beforeEach, describe, expect, test } from 'vitest';
import { ana, ben } from '../../../breakout/fixtures';
import { itemId, roomId, type FrameId, type ItemId } from '../../../breakout/ids';
import { FakeWorkshop } from './fake-workshop';

const job = { kind: 'collect', title: 'Results', withoutNotes: 'Without notes:' } as const;

let shop: FakeWorkshop;
let apple: FrameId;
let cedar: FrameId;

beforeEach(() => {
  shop = new FakeWorkshop();
  apple = shop.canvas.frame(ben, 'Apple', 0);
  cedar = shop.canvas.frame(ben, 'Cedar', 4_000);
  shop.room(roomId('apple'), 'Apple & Co', apple);
  shop.room(roomId('birch'), 'Birch', shop.canvas.frame(ben, 'Birch', 2_000));
  shop.room(roomId('cedar'), 'Cedar', cedar);
});

const things = () => [...shop.canvas.things].map(([id, thing]) => ({ id, ...thing }));
const copiesOf = (original: ItemId) => things().filter(({ linkedTo }) => linkedTo === original);
const results = () => things().find(({ words }) => words === 'Results');

describe('[D1] collecting notes', () => {
  test('copies every note of a room, coloured and shaped as it was, linked to it, into one frame', async () => {
    const looks = {
      shape: 'rectangle',
      fill: 'violet',
      align: 'left',
      alignVertical: 'top',
    } as const;
    const plain = shop.canvas.note(ben, apple, '<p>Lunch walks</p>', { x: 300, y: 300 });
    const wide = shop.canvas.put(ben, {
      type: 'sticky_note',
      parent: cedar,
      words: 'Pairing',
      note: looks,
    });
    shop.canvas.put(ben, { type: 'shape', parent: apple, words: 'a drawing' });
    shop.order(job);
    await shop.attempt();

    expect(shop.work.progress).toMatchObject({ state: 'done', frame: results()?.id });
    expect(copiesOf(plain)).toMatchObject([{ words: '<p>Lunch walks</p>', parent: results()?.id }]);
    expect(copiesOf(wide)).toMatchObject([{ note: looks, parent: results()?.id }]);
    expect(things().filter(({ words }) => words === 'a drawing')).toHaveLength(1);
  });

  test('rooms have their names as headings; those without notes are named at the end', async () => {
    shop.canvas.note(ben, apple, 'one', { x: 300, y: 300 });
    shop.order(job);
    await shop.attempt();
    const texts = things().filter(({ type }) => type === 'text');
    expect(texts.map(({ words }) => words)).toEqual([
      'Apple &amp; Co',
      'Without notes: Birch, Cedar',
    ]);
  });

  test('keeps the reading order: by rows, though nobody aligns notes to the pixel', async () => {
    const places = [
      { words: 'd', x: 300, y: 700 },
      { words: 'b', x: 600, y: 180 },
      { words: 'a', x: 300, y: 240 },
      { words: 'c', x: 900, y: 220 },
    ];
    for (const { words, ...at } of places) shop.canvas.note(ben, apple, words, at);
    shop.order(job);
    await shop.attempt();
    const copies = things().filter(({ linkedTo }) => linkedTo !== undefined);
    const read = copies.sort((a, b) => a.y - b.y || a.x - b.x).map(({ words }) => words);
    expect(read).toEqual(['a', 'b', 'c', 'd']);
  });

  test('lies beside the plenary frame if there is one', async () => {
    shop.canvas.note(ben, apple, 'one', { x: 300, y: 300 });
    const plenary = shop.canvas.frame(ben, 'Plenary', -3_000);
    shop.plenary(plenary);
    shop.order(job);
    await shop.attempt();
    const frame = results();
    expect((frame?.x ?? 0) - (frame?.width ?? 0) / 2).toBe(-3_000 + 800 + 200);
  });

  test('a note that was deleted meanwhile is left out', async () => {
    const first = shop.canvas.note(ben, apple, 'one', { x: 300, y: 300 });
    const second = shop.canvas.note(ben, apple, 'two', { x: 600, y: 300 });
    shop.order(job);
    await shop.attempt((call) => (call === 3 ? 'dies-before' : undefined));
    shop.canvas.things.delete(second);
    await shop.attempt();
    expect(shop.work.progress?.state).toBe('done');
    expect(copiesOf(first)).toHaveLength(1);
    expect(copiesOf(second)).toEqual([]);
  });

  test('[D4] a stop keeps what is there, and going on does the rest', async () => {
    const notes = [1, 2, 3].map((at) =>
      shop.canvas.note(ben, apple, String(at), { x: at * 250, y: 300 }),
    );
    shop.order(job);
    await shop.attempt((call) => {
      if (call === 8) shop.wish('stop');
      return undefined;
    });
    expect(shop.work.progress?.state).toBe('stopped');
    const copied = notes.flatMap(copiesOf).length;
    expect(copied).toBeGreaterThan(0);
    expect(copied).toBeLessThan(3);
    shop.wish('go');
    await shop.attempt();
    expect(notes.map((note) => copiesOf(note).length)).toEqual([1, 1, 1]);
  });

  test('[I11] a failure is written down with its reason', async () => {
    shop.canvas.note(ben, apple, 'one', { x: 300, y: 300 });
    shop.order(job);
    await shop.attempt((call) => (call === 4 ? 'refused' : undefined));
    expect(shop.work.progress).toMatchObject({ state: 'failed', problem: { reason: 'offline' } });
  });

  test('undo leaves alone what people have put into the results', async () => {
    shop.canvas.note(ben, apple, 'one', { x: 300, y: 300 });
    const before = shop.canvas.picture();
    shop.order(job);
    await shop.attempt();
    const frame = shop.work.progress?.frame;
    if (frame === undefined) throw new Error('There are no results.');
    const own = shop.canvas.note(ana, frame, 'my thoughts', { x: 50, y: 60 });
    shop.wish('undo');
    await shop.attempt();
    const { [own]: left, ...rest } = shop.canvas.picture();
    expect(rest).toEqual(before);
    expect(left).toMatchObject({ words: 'my thoughts', parent: undefined });
    expect(shop.work).toMatchObject({ progress: { state: 'undone', frame: undefined }, made: [] });
  });

  test('more notes than can be remembered are refused before anything is made', async () => {
    for (let at = 0; at < 1_900; at++) shop.canvas.note(ben, apple, 'n', { x: at, y: 300 });
    const before = shop.canvas.picture();
    shop.order(job);
    await shop.attempt();
    expect(shop.work.progress?.state).toBe('failed');
    expect(shop.canvas.picture()).toEqual(before);
  });

  test('a link may be given back as an address', async () => {
    const note = shop.canvas.note(ben, apple, 'one', { x: 300, y: 300 });
    shop.order(job);
    await shop.attempt();
    const [copy] = copiesOf(note);
    if (copy === undefined) throw new Error('There is no copy.');
    const linkedTo = `https://miro.com/app/board/uXjV=/?moveToWidget=${note}&cot=14`;
    shop.canvas.things.set(copy.id, { ...copy, linkedTo, x: 1, y: 1 });
    shop.write({ progress: null });
    await shop.attempt();
    expect(things().filter(({ words }) => words === 'one')).toHaveLength(2);
    expect(shop.work.made).toContain(itemId(copy.id));
  });
});
