/** What participants do, with the app and without. */
import type { RoomId } from '../../../src/breakout/ids';
import type { ModalView, PanelView } from '../../../src/live/views';
import { personOf } from '../beliefs';
import { pick } from '../seeded';
import { inModal, inPanel, toAnyone, type Operation } from './operation';

/** The first one that can be had: as most people do, so that some come too late. */
function chooseOne(view: PanelView | ModalView, actions: { choose(room: RoomId): void }): void {
  const rooms =
    'rooms' in view && (view.screen === 'choose' || view.screen === 'choosing') ? view.rooms : [];
  const free = rooms.find(({ state }) => state === 'free');
  if (free !== undefined) actions.choose(free.id);
}

const isInvited = (view: PanelView): boolean => view.screen === 'invited' && !view.joining;

export const takingPart: readonly Operation[] = [
  inModal('joins', ['invite', 'move'], (modal) => modal.actions.join(), { weight: 4 }),
  inModal('says not now', ['invite', 'move'], (modal) => modal.actions.notNow()),
  inModal('says not this time', ['invite'], (modal) => modal.actions.notThisTime()),
  inModal('closes the modal by ✖', ['invite', 'move', 'loading'], (_modal, actor, { sim }) =>
    sim.world.closeModal(actor.tab),
  ),
  inPanel('joins from the panel', ['invited'], ({ actions }) => actions.join(), {
    when: isInvited,
  }),
  inPanel('says not now in the panel', ['invited'], ({ actions }) => actions.notNow(), {
    when: isInvited,
  }),
  inModal('chooses a room', ['choose'], ({ view, actions }) => chooseOne(view, actions), {
    weight: 4,
  }),
  inModal('does not choose now', ['choose'], (modal) => modal.actions.notNow(), {
    after: ['lets people choose'],
  }),
  inModal('does not choose this time', ['choose'], (modal) => modal.actions.notThisTime(), {
    after: ['lets people choose'],
  }),
  inPanel(
    'chooses a room in the panel',
    ['choosing'],
    ({ view, actions }) => chooseOne(view, actions),
    { after: ['lets people choose', 'opens the panel', 'does not choose now'] },
  ),
  inPanel(
    'chooses another room',
    ['invited'],
    ({ view, actions, random }) => actions.choose(pick(view.switching?.rooms ?? [], random).id),
    {
      when: ({ switching }) => switching !== undefined,
      after: ['lets people choose', 'opens the panel'],
    },
  ),
  inPanel(
    'chooses another room from within one',
    ['in-room'],
    ({ view, actions, random }) => {
      const { rooms = [] } = view.switching ?? {};
      if (random() < 0.1) actions.chooseNothing();
      else actions.choose(pick(rooms, random).id);
    },
    {
      when: ({ switching }) => switching !== undefined,
      after: ['lets people choose', 'opens the panel'],
    },
  ),
  inPanel('leaves the room', ['in-room'], ({ actions }) => actions.leave()),
  inPanel('goes back to the frame', ['in-room'], ({ actions, actor, scene }) => {
    // Who has left the room and yet goes to its frame does so without us, and is not brought back.
    if (personOf(scene.sim.world, actor.id).answer?.kind === 'left') actor.wanders();
    actions.backToFrame();
  }),
  inPanel('asks for help', ['in-room'], ({ actions }) => actions.askForHelp('stuck')),
  inPanel('takes the call back', ['in-room'], ({ actions }) => actions.takeBackHelp(), {
    when: ({ help }) => help.state !== 'none',
    after: ['joins', 'opens the panel', 'asks for help'],
  }),
  inPanel('accepts the move', ['in-room'], ({ actions }) => actions.acceptMove(), {
    when: ({ moveTo }) => moveTo !== undefined,
    after: ['joins', 'opens the panel', 'moves somebody', 'moves several'],
  }),
  inPanel('stays', ['in-room'], ({ actions }) => actions.stay(), {
    when: ({ moveTo }) => moveTo !== undefined,
    after: ['joins', 'opens the panel', 'moves somebody', 'moves several'],
  }),
  inPanel('is ready', ['waiting'], ({ actions, view }) => actions.ready(!view.ready)),
  inPanel('goes back now', ['room-closing'], ({ actions }) => actions.goBackNow(), {
    after: ['joins', 'opens the panel'],
  }),
  inPanel(
    'looks at the room again',
    ['ended'],
    ({ actions, actor }) => {
      actor.wanders();
      actions.lookAgain();
    },
    { when: ({ room }) => room !== undefined, after: ['joins', 'opens the panel'] },
  ),
  toAnyone(
    'answers Miro’s invitation',
    ({ tab, present }, { sim }) => present && (sim.world.tab(tab)?.invitation ?? null) !== null,
    (actor, { sim }, random) => {
      // Who joins by Miro's dialog is shown the frame by Miro, too: no app of theirs brings them back.
      actor.faces();
      if (actor.hasApp) actor.isShownAround();
      const answer = random() < 0.7 ? 'accept' : random() < 0.5 ? 'reject' : 'outside';
      sim.world.answerInvitation(actor.tab, answer);
    },
    { weight: 3, phases: ['open'] },
  ),
];
