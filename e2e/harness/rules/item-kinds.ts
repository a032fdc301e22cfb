import { equal, refuses } from './check';
import type { Page, Rule } from './rule';

/** An image that is all in its address: nothing has to be fetched for it. */
const PIXEL = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
const createImage = ({ miro }: Page, url: string) =>
  miro.board.createImage({ url, title: 'a pixel', x: 30, width: 60, height: 60 }).then(() => {});

export const itemKindRules: readonly Rule[] = [
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
