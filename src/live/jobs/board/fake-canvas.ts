/** Test only: a board with items, one user's calls to it, and what can go wrong with them. */
import { BoardError } from '../../../board/errors';
import type { FrameInfo, ItemInfo, ItemsPort, NewFrame, NoteLook } from '../../../board/port';
import type { Json } from '../../../breakout/json';
import { frameId, itemId, type FrameId, type ItemId, type UserId } from '../../../breakout/ids';
import type { Bench } from './job';

export const look: NoteLook = {
  shape: 'square',
  fill: 'light_yellow',
  align: 'center',
  alignVertical: 'middle',
};

interface Thing {
  readonly type: string;
  x: number;
  y: number;
  readonly width: number;
  readonly height: number;
  words: string;
  parent: FrameId | undefined;
  /** What a connector connects. */
  readonly joins: readonly string[];
  readonly linkedTo: string | undefined;
  readonly createdBy: UserId;
  readonly note: NoteLook | undefined;
  /** By name. */
  kept: Readonly<Record<string, Json>>;
}

/** What becomes of one call: it fails without or after its effect, or the page dies at it. */
export type Trouble = 'refused' | 'done-but-failed' | 'dies-before' | 'dies-after';

export class FakeCanvas {
  readonly things = new Map<string, Thing>();
  /** Calls made so far, by everyone. */
  calls = 0;
  #next = 1;

  put(by: UserId, thing: Partial<Thing> & Pick<Thing, 'type'>): ItemId {
    const id = itemId(String(3_458_764_500_000_000 + this.#next++));
    this.things.set(id, {
      ...{ x: 0, y: 0, width: 199, height: 228, words: '', parent: undefined },
      ...{ joins: [], linkedTo: undefined, note: undefined, createdBy: by, kept: {} },
      ...thing,
    });
    return id;
  }

  frame(by: UserId, title: string, x: number): FrameId {
    const place = { x, y: 0, width: 1_600, height: 900 };
    return frameId(this.put(by, { type: 'frame', words: title, ...place }));
  }

  note(by: UserId, parent: FrameId, words: string, at: { x: number; y: number }): ItemId {
    return this.put(by, { type: 'sticky_note', parent, words, note: look, ...at });
  }

  /** Everything as plain data, to be compared. */
  picture(): Record<string, Thing> {
    return structuredClone(Object.fromEntries(this.things));
  }

  /** @param troubleAt what happens to the call of this number, counted from 0 for this page */
  page(me: UserId, trouble: (call: number) => Trouble | undefined = () => undefined): FakePage {
    return new FakePage(this, me, trouble);
  }
}

/** One page of one user. After it has died nothing of it is ever heard of again. */
export class FakePage {
  dead = false;
  readonly items: ItemsPort;
  readonly frames: Bench['frames'];
  readonly #canvas: FakeCanvas;
  readonly #trouble: (call: number) => Trouble | undefined;
  #calls = 0;

  constructor(canvas: FakeCanvas, me: UserId, trouble: (call: number) => Trouble | undefined) {
    this.#canvas = canvas;
    this.#trouble = trouble;
    const { things } = canvas;
    let listed: ReadonlyMap<string, Thing> = new Map();
    const call = <T>(effect: () => T): Promise<T> => this.#call(effect);
    const put = (thing: Partial<Thing> & Pick<Thing, 'type'>) => call(() => canvas.put(me, thing));
    const create = async (
      thing: Partial<Thing> & Pick<Thing, 'type'>,
      inside: FrameId | undefined,
    ): Promise<ItemId> => {
      const id = await put(thing);
      if (inside !== undefined) await call(() => this.#adopt(inside, id));
      return id;
    };
    this.items = {
      list: () =>
        call(() => {
          listed = structuredClone(things);
          return [...things].map(([id, thing]) => info(id, thing));
        }),
      look: (id) =>
        call(() => {
          const frame = this.#frame(id);
          const children = [...things].filter(([, { parent }]) => parent === id);
          return frame && { frame, children: children.map(([child]) => itemId(child)) };
        }),
      copy: async (original, { scale, ...at }, inside) => {
        const thing = listed.get(original);
        if (thing === undefined) throw new BoardError('not-found', 'Gone.');
        const size = { width: thing.width * scale, height: thing.height * scale };
        const made = await put({ ...thing, ...at, ...size, createdBy: me, parent: undefined });
        try {
          await call(() => this.#adopt(inside, made));
        } catch (error) {
          if (error instanceof BoardError && error.code === 'not-found')
            await call(() => things.delete(made));
          throw error;
        }
        return made;
      },
      createText: ({ fontSize, ...text }, inside) =>
        create({ type: 'text', height: fontSize, ...text }, inside),
      createNote: ({ look: note, ...rest }, inside) =>
        create({ type: 'sticky_note', note, ...rest }, inside),
      adopt: (frame, item) => call(() => this.#adopt(frame, item)),
      release: (_frame, item) => call(() => this.#release(item)),
      rewrite: (id, words) =>
        call(() => {
          const text = things.get(id);
          if (text !== undefined) text.words = words;
          return text !== undefined;
        }),
      keep: (id, name, value) =>
        call(() => {
          const item = things.get(id);
          if (item !== undefined) item.kept = { ...item.kept, [name]: value };
          return item !== undefined;
        }),
      keptInTexts: (name, choose) =>
        call(() => {
          const texts = [...things].filter(([, { type }]) => type === 'text');
          const chosen = choose(texts.map(([id, thing]) => info(id, thing)));
          return new Map(
            chosen.flatMap(({ id }) => {
              const value = things.get(id)?.kept[name];
              return value === undefined ? [] : [[id, value] as const];
            }),
          );
        }),
      remove: async (id, mayGo = () => true) => {
        const stays = await call(() => {
          const found = things.get(id);
          return found !== undefined && !mayGo(info(id, found));
        });
        if (!stays) await call(() => things.delete(id));
        return !stays;
      },
    };
    this.frames = {
      get: (id) => call(() => this.#frame(id)),
      create: async (frame) => this.#made(await put(ofFrame(frame)), frame),
      remove: (id) =>
        call(() => {
          things.delete(id);
          for (const [child, { parent }] of things) if (parent === id) things.delete(child);
        }),
      emptySpace: (_size, near) => call(() => near ?? { x: 10_000, y: 0 }),
    };
  }

  /** The page dies: its timers and the replies it waits for never come. */
  die(): Promise<never> {
    this.dead = true;
    return new Promise(() => undefined);
  }

  async #call<T>(effect: () => T): Promise<T> {
    await Promise.resolve();
    if (this.dead) return this.die();
    this.#canvas.calls += 1;
    const trouble = this.#trouble(this.#calls++);
    if (trouble === 'refused') throw new BoardError('timed-out', 'No answer.');
    if (trouble === 'dies-before') return this.die();
    const result = effect();
    if (trouble === 'done-but-failed') throw new BoardError('timed-out', 'No answer.');
    return trouble === 'dies-after' ? this.die() : result;
  }

  #frame(id: FrameId): FrameInfo | undefined {
    const frame = this.#canvas.things.get(id);
    if (frame?.type !== 'frame') return undefined;
    const { words: title, x, y, width, height } = frame;
    return { id, title, x, y, width, height };
  }

  #made(id: ItemId, frame: NewFrame): FrameInfo {
    return { ...frame, id: frameId(id) };
  }

  /** A child's place counts from its frame's corner. */
  #adopt(frame: FrameId, item: ItemId): void {
    const [owner, child] = [this.#canvas.things.get(frame), this.#canvas.things.get(item)];
    if (owner === undefined || child === undefined) throw new BoardError('not-found', 'Gone.');
    if (child.parent !== undefined) return;
    child.parent = frame;
    child.x -= owner.x - owner.width / 2;
    child.y -= owner.y - owner.height / 2;
  }

  #release(item: ItemId): void {
    const child = this.#canvas.things.get(item);
    const owner = child?.parent && this.#canvas.things.get(child.parent);
    if (child === undefined || owner === undefined) return;
    child.parent = undefined;
    child.x += owner.x - owner.width / 2;
    child.y += owner.y - owner.height / 2;
  }
}

function ofFrame({ title, x, y, width, height }: NewFrame) {
  return { type: 'frame', words: title, x, y, width, height };
}

function info(id: string, thing: Thing): ItemInfo {
  return { id: itemId(id), ...thing };
}
