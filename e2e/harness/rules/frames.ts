import { equal, refuses } from './check';
import type { Page, Rule } from './rule';

const FRAME = 'D:websdk-reference-frame';
const CHILDREN = 'D:children-inside-parent-items';

/** A frame of 400 × 400 around (1000, 1000) with a sticky note at its centre; their ids. */
const frameWithNote = async ({ miro }: Page): Promise<[string, string]> => {
  const frame = await miro.board.createFrame({ x: 1000, y: 1000, width: 400, height: 400 });
  const note = await miro.board.createStickyNote({ x: 1000, y: 1000, content: 'hello' });
  await frame.add(note);
  return [frame.id, note.id];
};

export const frameRules: readonly Rule[] = [
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
];
