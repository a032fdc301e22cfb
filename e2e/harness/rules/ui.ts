import { equal, hears, refuses } from './check';
import type { Page, Rule } from './rule';

const UI = 'D:websdk-reference-ui';
const WINDOWS = 'D:app-panels-and-modals';

/** Opens, and tells the page's `heard` how it was closed. */
const openModal = async ({ miro, heard }: Page) => {
  const modal = await miro.board.ui.openModal<{ question: number }, string>({
    url: 'modal.html',
    data: { question: 7 },
  });
  void modal.waitForClose().then((result) => heard.push(result ?? 'undefined'));
};
const openPanel = async ({ miro, heard }: Page) => {
  const panel = await miro.board.ui.openPanel<{ view: string }, string>({
    url: 'panel.html',
    data: { view: 'rooms' },
  });
  void panel.waitForClose().then((result) => heard.push(result ?? 'undefined'));
};
const canOpenModal = ({ miro }: Page) => miro.board.ui.canOpenModal();
const canOpenPanel = ({ miro }: Page) => miro.board.ui.canOpenPanel();

export const uiRules: readonly Rule[] = [
  {
    name: 'a modal gets its data, and what it closes with is what waitForClose gives',
    source: UI,
    async run(board) {
      await board.in('ana', openModal);
      const data = await board.in('ana/modal', ({ miro }) =>
        miro.board.ui.getModalData<{ question: number }>(),
      );
      equal(data, { question: 7 });
      // The page dies with this call, so nothing waits for its end.
      await board.in('ana/modal', ({ miro }) => void miro.board.ui.closeModal('yes' as never));
      await hears(board, 'ana', ['yes']);
    },
  },
  {
    name: 'a modal closed by its ✖ gives undefined',
    source: UI,
    async run(board) {
      await board.in('ana', openModal);
      await board.by('ana').closeModal();
      await hears(board, 'ana', ['undefined']);
    },
  },
  {
    name: 'one modal per user at a time, and canOpenModal tells',
    source: UI,
    async run(board) {
      equal(await board.in('ana', canOpenModal), true);
      await board.in('ana', openModal);
      equal(await board.in('ana', canOpenModal), false);
      equal(await board.in('ben', canOpenModal), true);
      await board.by('ana').closeModal();
      await hears(board, 'ana', ['undefined']);
      equal(await board.in('ana', canOpenModal), true);
    },
  },
  {
    name: 'a second modal is not shown, and the first stays',
    source: UI,
    async run(board) {
      await board.in('ana', openModal);
      await board.in('ana', openModal);
      await hears(board, 'ana', ['undefined']);
      equal(await board.in('ana', canOpenModal), false);
    },
  },
  {
    name: 'closing a modal or panel that is not open throws',
    source: 'D:websdk-reference-error-handling',
    async run(board) {
      await refuses(board, 'ana', {
        action: ({ miro }) => miro.board.ui.closeModal(),
        args: null,
        words: /Cannot close the modal/,
      });
      await refuses(board, 'ana', {
        action: ({ miro }) => miro.board.ui.closePanel(),
        args: null,
        words: /Cannot close the panel/,
      });
    },
  },
  {
    name: 'a panel gets its data, and what it closes with is what waitForClose gives',
    source: UI,
    async run(board) {
      await board.by('ana').clickIcon();
      await board.in('ana', openPanel);
      const data = await board.in('ana/panel', ({ miro }) =>
        miro.board.ui.getPanelData<{ view: string }>(),
      );
      equal(data, { view: 'rooms' });
      equal(await board.in('ana', canOpenPanel), false);
      await board.in('ana/panel', ({ miro }) => void miro.board.ui.closePanel('done' as never));
      await hears(board, 'ana', ['done']);
    },
  },
  {
    name: 'a click on the canvas closes a panel that is not pinned',
    source: WINDOWS,
    async run(board) {
      await board.by('ana').clickIcon();
      await board.in('ana', openPanel);
      await board.by('ana').clickCanvas();
      await hears(board, 'ana', ['undefined']);
    },
  },
  {
    name: 'a pinned panel stays until its ✖',
    source: WINDOWS,
    async run(board) {
      await board.by('ana').clickIcon();
      await board.in('ana', openPanel);
      await board.by('ana').pinPanel(true);
      await board.by('ana').clickCanvas();
      await hears(board, 'ana', []);
      await board.by('ana').closePanel();
      await hears(board, 'ana', ['undefined']);
    },
  },
  {
    name: 'a click on the icon reaches the background',
    source: UI,
    async run(board) {
      await board.in('ana', async ({ miro, heard }) => {
        await miro.board.ui.on('icon:click', () => void heard.push('click'));
      });
      await board.by('ana').clickIcon();
      await hears(board, 'ana', ['click']);
    },
  },
];
