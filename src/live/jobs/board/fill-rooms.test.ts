import { beforeEach, describe, expect, test } from 'vitest';
import { ana, ben } from '../../../breakout/fixtures';
import { roomId, type FrameId } from '../../../breakout/ids';
import { FakeWorkshop } from './fake-workshop';

const [apple, birch, cedar] = [roomId('apple'), roomId('birch'), roomId('cedar')];

let shop: FakeWorkshop;
let template: FrameId;
let frames: Record<'apple' | 'birch' | 'cedar', FrameId>;

beforeEach(() => {
  shop = new FakeWorkshop();
  template = shop.canvas.frame(ben, 'Retro', -4_000);
  frames = {
    apple: shop.canvas.frame(ben, 'Apple', 0),
    birch: shop.canvas.frame(ben, 'Birch', 2_000),
    cedar: shop.canvas.frame(ben, 'Cedar', 4_000),
  };
  shop.room(apple, 'Apple', frames.apple);
  shop.room(birch, 'Birch', frames.birch);
  shop.room(cedar, 'Cedar', frames.cedar);
  shop.canvas.note(ben, template, 'What went well?', { x: 300, y: 300 });
  shop.canvas.put(ben, { type: 'card', parent: template, words: 'Rules\n', x: 800, y: 300 });
});

const order = (rooms = [apple, birch, cedar]): void =>
  shop.order({ kind: 'fill', template, rooms });
const inFrame = (frame: FrameId) =>
  [...shop.canvas.things.values()].filter(({ parent }) => parent === frame);
const wordsIn = (frame: FrameId) => inFrame(frame).map(({ words }) => words);
const idOf = (words: string, frame: FrameId): string => {
  const found = [...shop.canvas.things].find(
    ([, thing]) => thing.parent === frame && thing.words === words,
  );
  if (found === undefined) throw new Error(`No ${words}.`);
  return found[0];
};
const rewrite = (words: string, frame: FrameId, next: string): void => {
  const thing = shop.canvas.things.get(idOf(words, frame));
  if (thing !== undefined) thing.words = next;
};

const both = ['Rules\n', 'What went well?'];

describe('[D6] filling rooms from a frame', () => {
  test('copies notes, texts, shapes and cards to the same places, the larger first, and nothing else', async () => {
    const small = { width: 50, height: 50 };
    shop.canvas.put(ben, { type: 'text', parent: template, words: 'Hi', x: 90, y: 80, ...small });
    const large = { width: 900, height: 700 };
    shop.canvas.put(ben, { type: 'shape', parent: template, x: 700, y: 400, ...large });
    shop.canvas.put(ben, { type: 'image', parent: template, x: 900, y: 400 });
    order();
    await shop.attempt();
    expect(shop.work.progress).toMatchObject({ state: 'done', done: 12, of: 12, left: 0 });
    for (const frame of Object.values(frames)) {
      expect(inFrame(frame).map(({ type, x, y, words }) => [type, x, y, words])).toEqual([
        ['shape', 700, 400, ''],
        ['sticky_note', 300, 300, 'What went well?'],
        ['card', 800, 300, 'Rules\n'],
        ['text', 90, 80, 'Hi'],
      ]);
    }
  });

  test('a frame in which something lies is left as it is, and told', async () => {
    shop.canvas.note(ben, frames.birch, 'mine', { x: 100, y: 100 });
    order();
    await shop.attempt();
    expect(wordsIn(frames.birch)).toEqual(['mine']);
    expect(shop.work.progress).toMatchObject({ state: 'done', done: 4, of: 4, left: 1 });
  });

  test('a room that was filled is not filled again', async () => {
    order();
    await shop.attempt();
    const before = shop.canvas.picture();
    order();
    await shop.attempt();
    expect(shop.canvas.picture()).toEqual(before);
    expect(shop.work).toMatchObject({ progress: { state: 'done', done: 0, left: 3 }, made: [] });
  });

  test('the names that the app has put on a frame are neither copied nor in the way', async () => {
    shop.order({ kind: 'names', texts: [{ room: apple, text: 'Ada, Ben' }] });
    await shop.attempt();
    shop.order({ kind: 'fill', template: frames.apple, rooms: [birch] });
    await shop.attempt();
    expect(inFrame(frames.birch)).toEqual([]);
    order([apple]);
    await shop.attempt();
    expect(wordsIn(frames.apple).sort()).toEqual(['Ada, Ben', ...both]);
  });

  test("another room's frame can be the one that is copied", async () => {
    shop.canvas.note(ben, frames.apple, 'mine', { x: 100, y: 100 });
    shop.order({ kind: 'fill', template: frames.apple, rooms: [apple, birch] });
    await shop.attempt();
    expect(wordsIn(frames.apple)).toEqual(['mine']);
    expect(wordsIn(frames.birch)).toEqual(['mine']);
  });

  test('[I11] without the frame that was to be copied it fails, and says so', async () => {
    shop.canvas.things.delete(template);
    order();
    await shop.attempt();
    expect(shop.work.progress).toMatchObject({
      state: 'failed',
      problem: { reason: 'not-found' },
    });
  });

  test('what is copied may be deleted meanwhile; after a crash, what has gone is said', async () => {
    order();
    await shop.attempt((call) => {
      if (call === 4) {
        for (const [id, { parent }] of shop.canvas.things)
          if (parent === template) shop.canvas.things.delete(id);
        shop.canvas.things.delete(template);
      }
      return call === 9 ? 'dies-before' : undefined;
    });
    expect(wordsIn(frames.apple).sort()).toEqual(both);
    await shop.attempt();
    expect(shop.work.progress).toMatchObject({ state: 'failed', problem: { reason: 'not-found' } });
  });

  test('a room whose frame is deleted meanwhile is left, and nothing of it lies about', async () => {
    order();
    await shop.attempt((call) => {
      const begun = [...shop.canvas.things.values()].some(
        ({ x, parent }) => parent === undefined && Math.abs(x - 2_000) < 800,
      );
      if (begun && inFrame(frames.apple).length === 2 && call > 8)
        shop.canvas.things.delete(frames.birch);
      return undefined;
    });
    expect(shop.work.progress).toMatchObject({ state: 'done', done: 4, of: 4, left: 1 });
    const strays = [...shop.canvas.things.values()].filter(
      ({ type, parent }) => type !== 'frame' && parent === undefined,
    );
    expect(strays).toEqual([]);
  });

  test('more than can be remembered is refused before anything is made', async () => {
    for (let at = 0; at < 400; at++) shop.canvas.note(ben, template, 'n', { x: at, y: 300 });
    const before = shop.canvas.picture();
    order();
    await shop.attempt();
    expect(shop.work.progress?.state).toBe('failed');
    expect(shop.canvas.picture()).toEqual(before);
  });
});

describe('[D7] two facilitators at once', () => {
  test('a room that another one has claimed since is left to them', async () => {
    order();
    await shop.attempt((call) => {
      if (call === 3) shop.claim(ben, [birch, cedar]);
      return undefined;
    });
    expect(wordsIn(frames.apple).sort()).toEqual(both);
    expect([wordsIn(frames.birch), wordsIn(frames.cedar)]).toEqual([[], []]);
    expect(shop.work.progress).toMatchObject({ state: 'done', done: 2, of: 2, left: 2 });
  });

  test('also in the moment in which it was begun', async () => {
    order([apple]);
    const before = shop.canvas.picture();
    await shop.attempt((call) => {
      if (call === 3) shop.claim(ben, [apple]);
      return undefined;
    });
    expect(shop.canvas.picture()).toEqual(before);
    expect(shop.work).toMatchObject({ progress: { state: 'done', left: 1 }, made: [] });
  });

  test('whoever is through claims nothing any more', async () => {
    order();
    await shop.attempt();
    expect(shop.fillers.size).toBe(0);
  });
});

describe('[D8] taking the copies away again', () => {
  test('keeps what people have written, on copies as beside them, and says how many', async () => {
    order();
    await shop.attempt();
    rewrite('What went well?', frames.apple, 'What went well? Lunch!');
    const own = shop.canvas.note(ana, frames.birch, 'my thoughts', { x: 50, y: 60 });
    const moved = shop.canvas.things.get(idOf('Rules\n', frames.cedar));
    if (moved !== undefined) moved.x += 100;
    shop.wish('undo');
    await shop.attempt();
    expect(wordsIn(frames.apple)).toEqual(['What went well? Lunch!']);
    expect([...shop.canvas.things.keys()].filter((id) => id === own)).toHaveLength(1);
    expect(wordsIn(frames.birch)).toEqual(['my thoughts']);
    expect(wordsIn(frames.cedar)).toEqual([]);
    expect(shop.work).toMatchObject({ progress: { state: 'undone', left: 1 }, made: [] });
  });

  test('takes away what is as it was made, though its original says something else by now', async () => {
    const before = shop.canvas.picture();
    order();
    await shop.attempt();
    rewrite('What went well?', template, 'What did not?');
    shop.wish('undo');
    await shop.attempt();
    rewrite('What did not?', template, 'What went well?');
    expect(shop.canvas.picture()).toEqual(before);
  });

  test('[D4] after a stop, too', async () => {
    const before = shop.canvas.picture();
    order();
    await shop.attempt((call) => {
      if (call === 6) shop.wish('stop');
      return undefined;
    });
    expect(shop.work.progress?.state).toBe('stopped');
    expect(shop.work.made.length).toBeGreaterThan(0);
    shop.wish('undo');
    await shop.attempt();
    expect(shop.canvas.picture()).toEqual(before);
  });
});
