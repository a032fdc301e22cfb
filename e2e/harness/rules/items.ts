import type {
  ItemsCreateEvent,
  ItemsDeleteEvent,
  ItemsUpdateEvent,
  SelectionUpdateEvent,
} from '@mirohq/websdk-types';
import { equal, hears, holds, refuses } from './check';
import type { Page, Rule } from './rule';

const BOARD = 'D:websdk-reference-board';
const FRAME = 'D:websdk-reference-frame';
const CHILDREN = 'D:children-inside-parent-items';
const UI = 'D:websdk-reference-ui';

/** An image that is all in its address: nothing has to be fetched for it. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const createImage = ({ miro }: Page, url: string) =>
  miro.board.createImage({ url, title: 'a pixel', x: 30, width: 60, height: 60 }).then(() => {});

/** A frame of 400 × 400 around (1000, 1000) with a sticky note at its centre; their ids. */
const frameWithNote = async ({ miro }: Page): Promise<[string, string]> => {
  const frame = await miro.board.createFrame({ x: 1000, y: 1000, width: 400, height: 400 });
  const note = await miro.board.createStickyNote({ x: 1000, y: 1000, content: 'hello' });
  await frame.add(note);
  return [frame.id, note.id];
};

export const itemRules: readonly Rule[] = [
  {
    name: 'get gives a list: of a type, of ids, of all',
    source: BOARD,
    async run(board) {
      const counts = await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ title: 'Apple', width: 200, height: 200 });
        await miro.board.createText({ content: 'some words' });
        await miro.board.createCard({ title: 'a card' });
        await miro.board.createShape({ content: 'a shape' });
        const frames = await miro.board.get({ type: 'frame' });
        const byId = await miro.board.get({ id: frame.id });
        const both = await miro.board.get({ type: ['text', 'card'] });
        const all = await miro.board.get();
        return [frames.length, byId.length, both.length, all.length];
      });
      equal(counts, [1, 1, 2, 4]);
    },
  },
  {
    name: 'an item that was removed cannot be retrieved, synced or found by id',
    source: `${BOARD}, D:websdk-reference-error-handling`,
    async run(board) {
      const results = await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ width: 200, height: 200 });
        await miro.board.remove(frame);
        const told = async (call: Promise<unknown>): Promise<string> =>
          call.then(() => 'accepted', String);
        return [
          frame.id,
          await told(miro.board.getById(frame.id)),
          await told(miro.board.get({ id: frame.id })),
          await told(frame.sync()),
        ];
      });
      const [id, ...messages] = results;
      for (const message of messages) equal(message, `Error: Can not retrieve item with id ${id}`);
    },
  },
  {
    name: 'a change of an item is local until sync, and then everyone has it',
    source: BOARD,
    async run(board) {
      const title = ({ miro }: Page) =>
        miro.board.get({ type: 'frame' }).then((frames) => frames[0]?.title ?? 'none');
      await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ title: 'Apple', width: 200, height: 200 });
        frame.title = 'Birch';
      });
      equal(await board.in('ben', title), 'Apple');
      await board.in('ana', async ({ miro }) => {
        const [frame] = await miro.board.get({ type: 'frame' });
        if (!frame) return;
        frame.title = 'Cedar';
        await frame.sync();
      });
      equal(await board.in('ben', title), 'Cedar');
    },
  },
  {
    name: 'an item knows its maker, its changer and its centre',
    source: 'T: createdBy, modifiedBy are user ids; origin is center',
    async run(board) {
      await board.in('ana', ({ miro }) =>
        miro.board.createFrame({ x: 10, y: 20, width: 200, height: 200 }).then(() => {}),
      );
      const [maker, ...place] = await board.in('ben', async ({ miro }) => {
        const [frame] = await miro.board.get({ type: 'frame' });
        const online = await miro.board.getOnlineUsers();
        if (!frame) return [];
        const { createdBy, modifiedBy, x, y, origin, parentId } = frame;
        const name = online.find(({ id }) => id === createdBy && id === modifiedBy)?.name ?? 'none';
        return [name, x, y, origin, parentId];
      });
      equal(maker, 'Ana');
      equal(place, [10, 20, 'center', null]);
    },
  },
  {
    name: 'a frame is at least 100 by 100',
    source: FRAME,
    async run(board) {
      await refuses(board, 'ana', {
        action: ({ miro }) => miro.board.createFrame({ width: 99, height: 200 }).then(() => {}),
        args: null,
        words: /100/,
      });
    },
  },
  {
    name: 'the title of a frame is shorter than 6000 characters',
    source: FRAME,
    async run(board) {
      await refuses(board, 'ana', {
        action: ({ miro }) => miro.board.createFrame({ title: 'x'.repeat(6000) }).then(() => {}),
        args: null,
        words: /6000/,
      });
    },
  },
  {
    name: "a child's place counts from its parent's top left",
    source: CHILDREN,
    async run(board) {
      const [, noteId] = await board.in('ana', frameWithNote);
      const place = await board.in(
        'ben',
        async ({ miro }, id) => {
          const note = await miro.board.getById(id);
          return 'x' in note ? [note.x, note.y, note.relativeTo, note.parentId] : [];
        },
        noteId,
      );
      equal(place.slice(0, 3), [200, 200, 'parent_top_left']);
    },
  },
  {
    name: 'getChildren gives the items of a frame, and childrenIds their ids',
    source: FRAME,
    async run(board) {
      const [frameId, noteId] = await board.in('ana', frameWithNote);
      const ids = await board.in(
        'ben',
        async ({ miro }, id) => {
          const frame = await miro.board.getById(id);
          if (frame.type !== 'frame' || !('getChildren' in frame)) return [];
          return [...(await frame.getChildren()).map((child) => child.id), ...frame.childrenIds];
        },
        frameId,
      );
      equal(ids, [noteId, noteId]);
    },
  },
  {
    name: 'a frame that moves takes its children along',
    source: CHILDREN,
    async run(board) {
      const ids = await board.in('ana', frameWithNote);
      const place = await board.in(
        'ana',
        async ({ miro }, [frameId, noteId]) => {
          const frame = await miro.board.getById(frameId);
          if (!('add' in frame)) return [];
          frame.x = 5000;
          await frame.sync();
          const inside = await miro.board.getById(noteId);
          if (!('parentId' in inside) || !('x' in inside)) return [];
          const relative = inside.x;
          await frame.remove(inside);
          return [relative, inside.x, inside.parentId];
        },
        ids,
      );
      equal(place, [200, 5000, null]);
    },
  },
  {
    name: 'a resize that would leave a child outside is refused',
    source: CHILDREN,
    async run(board) {
      const [frameId] = await board.in('ana', frameWithNote);
      await refuses(board, 'ana', {
        action: async ({ miro }, id) => {
          const frame = await miro.board.getById(id);
          if (!('add' in frame)) return;
          frame.width = 120;
          await frame.sync();
        },
        args: frameId,
        words: /inside its parent/,
      });
    },
  },
  {
    name: 'only what lies inside a frame can become its child',
    source: FRAME,
    async run(board) {
      await refuses(board, 'ana', {
        action: async ({ miro }) => {
          const frame = await miro.board.createFrame({ width: 400, height: 400 });
          const note = await miro.board.createStickyNote({ x: 5000, y: 5000 });
          await frame.add(note);
        },
        args: null,
        words: /inside its parent/,
      });
    },
  },
  {
    name: 'items:create and items:delete reach the other users',
    source: UI,
    async run(board) {
      await board.in('ben', async ({ miro, heard }) => {
        await miro.board.ui.on(
          'items:create',
          ({ items }: ItemsCreateEvent) => void heard.push(items[0]?.type ?? ''),
        );
        await miro.board.ui.on(
          'items:delete',
          ({ items }: ItemsDeleteEvent) => void heard.push(items[0]?.id ?? ''),
        );
      });
      const id = await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ width: 200, height: 200 });
        await miro.board.remove(frame);
        return frame.id;
      });
      await hears(board, 'ben', ['frame', id]);
    },
  },
  {
    name: 'experimental:items:update tells the other users what an item has become',
    source: UI,
    async run(board) {
      await board.in('ben', async ({ miro, heard }) => {
        await miro.board.ui.on('experimental:items:update', ({ items }: ItemsUpdateEvent) => {
          for (const item of items) heard.push('title' in item ? item.title : item.type);
        });
      });
      await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ title: 'Apple', width: 200, height: 200 });
        frame.title = 'Birch';
        await frame.sync();
      });
      await hears(board, 'ben', ['Birch']);
    },
  },
  {
    name: 'findEmptySpace gives the centre of a place that no item touches',
    source: BOARD,
    async run(board) {
      const space = await board.in('ana', async ({ miro }) => {
        await miro.board.createFrame({ x: 0, y: 0, width: 1000, height: 1000 });
        return miro.board.findEmptySpace({ x: 0, y: 0, width: 500, height: 300, offset: 50 });
      });
      const apart = Math.abs(space.x) >= 500 + 250 + 50 || Math.abs(space.y) >= 500 + 150 + 50;
      holds(apart, `a place outside the frame, not (${space.x}, ${space.y})`);
      equal([space.width, space.height], [500, 300]);
    },
  },
  {
    name: 'selection:update gives the selected items, and an empty list when there are none',
    source: UI,
    async run(board) {
      const id = await board.in('ana', async ({ miro, heard }) => {
        await miro.board.ui.on(
          'selection:update',
          ({ items }: SelectionUpdateEvent) => void heard.push(items.map((item) => item.id)),
        );
        return (await miro.board.createFrame({ width: 200, height: 200 })).id;
      });
      await board.by('ana').select([id]);
      await board.by('ana').select([]);
      await hears(board, 'ana', [[id], []]);
    },
  },
  {
    name: 'select, getSelection and deselect work on the own tab',
    source: BOARD,
    async run(board) {
      const selected = await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ width: 200, height: 200 });
        await miro.board.select({ id: frame.id });
        const before = await miro.board.getSelection();
        await miro.board.deselect();
        const after = await miro.board.getSelection();
        return [before.length, after.length];
      });
      equal(selected, [1, 0]);
    },
  },
  {
    name: 'a connector ties two items, and needs them',
    source: 'D:websdk-reference-connector',
    async run(board) {
      const ends = await board.in('ana', async ({ miro }) => {
        const start = await miro.board.createShape({ x: 0, y: 0 });
        const end = await miro.board.createShape({ x: 500, y: 0 });
        const tie = await miro.board.createConnector({
          start: { item: start.id },
          end: { item: end.id },
        });
        return [tie.start?.item === start.id, tie.end?.item === end.id];
      });
      equal(ends, [true, true]);
      await refuses(board, 'ana', {
        action: ({ miro }) =>
          miro.board.createConnector({ start: { item: '1' }, end: { item: '2' } }).then(() => {}),
        args: null,
        words: /Can not retrieve item with id 1/,
      });
    },
  },
  {
    name: 'a connector goes with either of the items that it ties',
    source: 'the mocked board',
    async run(board) {
      for (const end of ['start', 'end'])
        await refuses(board, 'ana', {
          action: async ({ miro }, which) => {
            const start = await miro.board.createShape({ x: 0, y: 0 });
            const end = await miro.board.createShape({ x: 500, y: 0 });
            const ends = { start: { item: start.id }, end: { item: end.id } };
            const tie = await miro.board.createConnector(ends);
            await miro.board.remove(which === 'start' ? start : end);
            await miro.board.getById(tie.id);
          },
          args: end,
          words: /Can not retrieve item/,
        });
    },
  },
  {
    name: 'metadata of an item: set, get one, get all, null clears, 6 KB in all; everyone reads the same',
    source: 'D:storage, T: getMetadata, setMetadata',
    async run(board) {
      const [set, tooLarge] = await board.in('ana', async ({ miro }) => {
        const note = await miro.board.createStickyNote({ content: 'hello' });
        await note.setMetadata('a', 1);
        await note.setMetadata('b', { deep: ['two'] });
        const after = await note.setMetadata('a', null);
        const refused = await note
          .setMetadata('c', 'x'.repeat(6 * 1024))
          .then(() => 'accepted', String);
        return [after, refused];
      });
      equal(set, { b: { deep: ['two'] } });
      holds(
        /data storage limit for ..metadata/.test(JSON.stringify(tooLarge)),
        'the documented sentence',
      );
      const read = await board.in('ben', async ({ miro }) => {
        const [note] = await miro.board.get({ type: 'sticky_note' });
        return note
          ? [await note.getMetadata(), await note.getMetadata('b'), 'metadata' in note]
          : [];
      });
      equal(read, [{ b: { deep: ['two'] } }, { deep: ['two'] }, false]);
    },
  },
  {
    name: 'frames have no metadata',
    source: 'D:storage: they are not among the items it lists',
    async run(board) {
      await refuses(board, 'ana', {
        action: async ({ miro }) => {
          const frame = await miro.board.createFrame({ width: 200, height: 200 });
          await frame.setMetadata('a', 1);
        },
        args: null,
        words: /frame have no metadata/,
      });
    },
  },
  {
    name: 'createImage shows what is at an address, and needs one',
    source: 'D:websdk-reference-image',
    async run(board) {
      await board.in('ana', createImage, PIXEL);
      const image = await board.in('ben', async ({ miro }) => {
        const [found] = await miro.board.get({ type: 'image' });
        return found ? [found.url, found.title, found.x, found.width] : [];
      });
      equal(image, [PIXEL, 'a pixel', 30, 60]);
      await refuses(board, 'ana', { action: createImage, args: '', words: /not valid/ });
    },
  },
  {
    name: 'createImage costs 500 credits, the making of other items 50',
    source: 'D:websdk-reference-rate-limiting',
    async run(board) {
      const before = await board.credits('ana');
      await board.in('ana', ({ miro }) => miro.board.createText({ content: 'x' }).then(() => {}));
      const between = await board.credits('ana');
      await board.in('ana', createImage, PIXEL);
      equal([between - before, (await board.credits('ana')) - between], [50, 500]);
    },
  },
  {
    name: 'a sticky note is given one side and keeps its aspect ratio',
    source: 'D:websdk-reference-sticky-note',
    async run(board) {
      const sizes = await board.in('ana', async ({ miro }) => {
        const square = await miro.board.createStickyNote({ width: 398 });
        const wide = await miro.board.createStickyNote({ shape: 'rectangle', width: 175 });
        return [square, wide].map(({ width, height }) => [width, Math.round(height)]);
      });
      equal(sizes, [
        [398, 456],
        [175, 114],
      ]);
    },
  },
  {
    name: 'what a text, a shape or a card is created with can be read again',
    source: 'D:websdk-reference-text, D:websdk-reference-shape, D:websdk-reference-card',
    async run(board) {
      await board.in('ana', async ({ miro }) => {
        const turned = { rotation: 30, width: 240 };
        await miro.board.createText({
          ...turned,
          content: 'a text',
          style: { color: '#ff0000', fontSize: 30, textAlign: 'right' },
        });
        await miro.board.createShape({
          ...turned,
          content: 'a shape',
          height: 120,
          shape: 'star',
          style: { fillColor: '#ffff00', borderStyle: 'dashed', borderWidth: 4 },
        });
        await miro.board.createCard({
          ...turned,
          title: 'a card',
          description: 'says more',
          dueDate: '2026-12-24',
          taskStatus: 'done',
          style: { cardTheme: '#00ff00', fillBackground: true },
        });
      });
      const read = await board.in('ben', async ({ miro }) => {
        const [text] = await miro.board.get({ type: 'text' });
        const [shape] = await miro.board.get({ type: 'shape' });
        const [card] = await miro.board.get({ type: 'card' });
        if (!text || !shape || !card) return [];
        return [
          [text.rotation, text.width, text.style.color, text.style.fontSize, text.style.textAlign],
          [shape.rotation, shape.width, shape.height, shape.shape, shape.style.borderStyle],
          [card.rotation, card.width, card.description, card.dueDate ?? '', card.taskStatus],
          [card.style.cardTheme ?? '', card.style.fillBackground ?? false],
        ];
      });
      equal(read, [
        [30, 240, '#ff0000', 30, 'right'],
        [30, 240, 120, 'star', 'dashed'],
        [30, 240, 'says more', '2026-12-24', 'done'],
        ['#00ff00', true],
      ]);
    },
  },
];
