import type {
  ItemsCreateEvent,
  ItemsDeleteEvent,
  ItemsUpdateEvent,
  SelectionUpdateEvent,
} from '@mirohq/websdk-types';
import { equal, hears, holds } from './check';
import type { Page, Rule } from './rule';

const BOARD = 'D:websdk-reference-board';
const UI = 'D:websdk-reference-ui';

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
];
