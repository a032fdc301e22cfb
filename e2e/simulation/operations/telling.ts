/** What facilitators and rooms tell one another while rooms are open: messages, more time, help. */
import { pick } from '../seeded';
import { inModal, inPanel, type Operation } from './operation';

const text = (random: () => number): string =>
  `Look at the board ${String(Math.floor(random() * 100))}`;

/** In a room, and having asked for it. */
const toldInWindow = [
  'joins',
  'opens the panel',
  'wishes to be told in a window, or not',
  'sends everyone a message',
];

export const telling: readonly Operation[] = [
  inPanel(
    'begins a message',
    ['open'],
    ({ actions, view, random }) =>
      actions.keepDraft({ room: pick(view.rooms, random).id, text: text(random) }),
    { when: ({ rooms }) => rooms.length > 0, weight: 0.5 },
  ),
  inPanel(
    'sends what was begun',
    ['open'],
    ({ actions, view }) => actions.sendMessage(view.draft),
    {
      when: ({ draft }) => draft.text !== '',
      weight: 2,
    },
  ),
  inPanel('sends everyone a message', ['open'], ({ actions, random }) =>
    actions.sendMessage({ room: undefined, text: text(random) }),
  ),
  inPanel(
    'sends a room a message',
    ['open'],
    ({ actions, view, random }) =>
      actions.sendMessage({ room: pick(view.rooms, random).id, text: text(random) }),
    { when: ({ rooms }) => rooms.length > 0 },
  ),
  inPanel(
    'reads a message',
    ['in-room'],
    ({ actions, view, random }) => actions.markRead(pick(view.messages, random).id),
    {
      when: ({ messages }) => messages.length > 0,
      weight: 2,
      after: ['joins', 'opens the panel', 'sends everyone a message'],
    },
  ),
  inPanel(
    'wishes to be told in a window, or not',
    ['waiting', 'in-room'],
    ({ actions, view }) => actions.tellInWindow(!view.inWindow),
    { weight: 2 },
  ),
  inModal('has read the window', ['message', 'notice'], (modal) => modal.actions.gotIt(), {
    weight: 4,
    after: toldInWindow,
  }),
  inModal(
    'closes the window by ✖',
    ['message', 'notice'],
    (_modal, actor, { sim }) => sim.world.closeModal(actor.tab),
    { after: toldInWindow },
  ),
  inModal('asks for more time in the window', ['notice'], (modal) => modal.actions.askForMore(), {
    when: (view) => view.screen === 'notice' && view.mayAskForMore,
    weight: 4,
    after: [...toldInWindow, 'takes time off'],
  }),
  inPanel('asks for more time', ['in-room'], ({ actions }) => actions.askForMoreTime(), {
    when: ({ moreTime }) => moreTime === 'may-ask',
    weight: 2,
    after: ['joins', 'opens the panel'],
  }),
  inPanel('needs no more time', ['in-room'], ({ actions }) => actions.takeBackMoreTime(), {
    when: ({ moreTime }) => moreTime === 'asked',
    after: ['joins', 'opens the panel', 'asks for more time'],
  }),
  inPanel(
    'gives more time',
    ['open'],
    ({ actions, view }) => {
      if (view.moreTime !== undefined) actions.giveMoreTime(view.moreTime.length);
    },
    {
      when: ({ moreTime }) => moreTime !== undefined,
      weight: 2,
      after: ['joins', 'opens the panel', 'asks for more time'],
    },
  ),
  inPanel(
    'cannot help',
    ['open'],
    ({ actions, view, random }) => actions.cannotHelp(pick(view.help, random).user),
    {
      when: ({ help }) => help.length > 0,
      after: ['joins', 'opens the panel', 'asks for help'],
    },
  ),
];
