import { equal, holds, refuses } from './check';
import type { Rule } from './rule';

const VIEWPORT = 'D:websdk-reference-viewport';

export const viewportRules: readonly Rule[] = [
  {
    name: 'set shows at least the wanted rectangle, and says what it shows',
    source: VIEWPORT,
    async run(board) {
      const [shown, now] = await board.in('ana', async ({ miro }) => {
        const set = await miro.board.viewport.set({
          viewport: { x: 1000, y: 500, width: 400, height: 400 },
          padding: { top: 20, right: 20, bottom: 20, left: 20 },
        });
        return [set, await miro.board.viewport.get()] as const;
      });
      equal({ ...now }, { ...shown });
      holds(shown.x < 1000 && shown.x + shown.width > 1400, 'the width to be in view');
      holds(shown.y < 500 && shown.y + shown.height > 900, 'the height to be in view');
    },
  },
  {
    name: 'what get gave can be set again, and is shown exactly',
    source: VIEWPORT,
    async run(board) {
      const [home, back] = await board.in('ana', async ({ miro }) => {
        const { viewport } = miro.board;
        const before = await viewport.get();
        await viewport.set({ viewport: { x: 9000, y: 9000, width: 10, height: 700 } });
        return [before, await viewport.set({ viewport: before })] as const;
      });
      for (const side of ['x', 'y', 'width', 'height'] as const)
        holds(Math.abs(home[side] - back[side]) < 0.01, `${side} to be as before`);
    },
  },
  {
    name: 'zoomTo shows the item, and throws without one',
    source: VIEWPORT,
    async run(board) {
      const view = await board.in('ana', async ({ miro }) => {
        const frame = await miro.board.createFrame({ x: 7000, y: 7000, width: 300, height: 300 });
        await miro.board.viewport.zoomTo(frame);
        return miro.board.viewport.get();
      });
      holds(view.x < 6850 && view.x + view.width > 7150, 'the frame to be in view');
      const words = /not valid for zoomTo/;
      await refuses(board, 'ana', {
        action: ({ miro }) => miro.board.viewport.zoomTo([]),
        args: null,
        words,
      });
    },
  },
  {
    name: 'zoom runs from 0.01 to 4',
    source: VIEWPORT,
    async run(board) {
      const zoom = await board.in('ana', async ({ miro }) => {
        await miro.board.viewport.setZoom(2);
        return miro.board.viewport.getZoom();
      });
      equal(zoom, 2);
      for (const level of [0.001, 5])
        await refuses(board, 'ana', {
          action: ({ miro }, wanted) => miro.board.viewport.setZoom(wanted),
          args: level,
          words: /not valid/,
        });
    },
  },
  {
    name: 'a viewport belongs to one tab',
    source: VIEWPORT,
    async run(board) {
      const before = await board.in('ben', ({ miro }) => miro.board.viewport.get());
      await board.in('ana', ({ miro }) =>
        miro.board.viewport.set({ viewport: { x: 1, y: 2, width: 30, height: 30 } }).then(() => {}),
      );
      await board.wait(100);
      equal(await board.in('ben', ({ miro }) => miro.board.viewport.get()), before);
    },
  },
];
