import { equal, holds, refuses } from './check';
import type { Rule } from './rule';

export const metadataRules: readonly Rule[] = [
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
];
