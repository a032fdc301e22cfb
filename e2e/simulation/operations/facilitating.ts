/** What facilitators do in their panel. */
import { userId } from '../../../src/breakout/ids';
import { facilitators, participants } from '../scene';
import { pick } from '../seeded';
import { evenSplit } from '../split';
import { inPanel, type Operation } from './operation';

const MINUTE_MS = 60_000;
const anyScreen = ['prepare', 'opening', 'open', 'closing', 'after'] as const;

export const facilitating: readonly Operation[] = [
  inPanel('shuffles', ['prepare'], async (at) => {
    at.actions.shuffle();
    await at.scene.pass(20);
    at.scene.broken.push(...evenSplit(at.panel.view));
  }),
  inPanel('changes the number of rooms', ['prepare'], ({ actions, random }) =>
    actions.setRoomCount(2 + Math.floor(random() * 4)),
  ),
  inPanel(
    'removes a room',
    ['prepare', 'open'],
    ({ actions, view, random }) => actions.removeRoom(pick(view.rooms, random).id),
    { when: ({ rooms }) => rooms.length > 2, weight: 0.3 },
  ),
  inPanel('takes it back', ['prepare', 'open'], ({ actions }) => actions.undo(), {
    when: ({ undo }) => undo !== undefined,
  }),
  inPanel('sets the length', ['prepare'], ({ actions, random }) =>
    actions.setLength(random() < 0.3 ? 'none' : Math.round(1 + random() * 9) * MINUTE_MS),
  ),
  inPanel('writes the task', ['prepare', 'open'], ({ actions, view, random }) => {
    const room = random() < 0.5 ? undefined : view.rooms[0]?.id;
    actions.setTask(room, `Three ideas ${String(Math.floor(random() * 100))}`);
  }),
  inPanel(
    'renames a room',
    ['prepare', 'open'],
    ({ actions, view, random }) => {
      const room = pick(view.rooms, random);
      actions.renameRoom(room.id, `${room.name}!`);
    },
    { when: ({ rooms }) => rooms.length > 0 },
  ),
  inPanel(
    'moves somebody',
    ['prepare', 'open'],
    ({ actions, view, scene, random }) =>
      actions.move([[userId(pick(participants(scene), random).id), pick(view.rooms, random).id]]),
    { weight: 2, when: ({ rooms }, scene) => rooms.length > 0 && participants(scene).length > 0 },
  ),
  inPanel('opens', ['prepare'], ({ actions }) => actions.open(), {
    weight: 0.5,
    when: ({ rooms }) => rooms.length > 0,
  }),
  inPanel('cancels the opening', ['opening'], ({ actions }) => actions.cancelOpening()),
  inPanel('adds time', ['open', 'closing'], ({ actions }) => actions.prolong(5 * MINUTE_MS)),
  inPanel('takes time off', ['open'], ({ actions }) => actions.prolong(-MINUTE_MS)),
  inPanel('pauses', ['open'], ({ actions }) => actions.pause(), {
    when: ({ clock }) => !clock.paused,
  }),
  inPanel('resumes', ['open'], ({ actions }) => actions.resume(), {
    weight: 3,
    when: ({ clock }) => clock.paused,
  }),
  inPanel('asks everyone again', ['open'], ({ actions }) => actions.askAgain('everyone')),
  inPanel(
    'asks one person again',
    ['open'],
    ({ actions, scene, random }) => actions.askAgain(userId(pick(participants(scene), random).id)),
    { when: (_view, scene) => participants(scene).length > 0 },
  ),
  inPanel(
    'visits a room',
    ['open'],
    ({ actor, actions, view, random }) => {
      actor.visits();
      actions.visit(pick(view.rooms, random).id);
    },
    { when: ({ rooms }) => rooms.length > 0 },
  ),
  inPanel(
    'goes back from the visit',
    ['open', 'closing', 'after'],
    ({ actor, actions, view }) => {
      // [V9] Of a room that has gone nobody can tell whether a window that was loaded anew had been moved to it.
      if (view.rooms.every(({ id }) => id !== view.visiting)) actor.isShownAround();
      actions.backToWhereIWas();
    },
    {
      when: ({ visiting }) => visiting !== undefined,
      phases: ['open'],
      weight: 2,
      after: ['visits a room'],
    },
  ),
  inPanel(
    'goes to help',
    ['open'],
    ({ actor, actions, view }) => {
      actor.visits();
      const call = view.help[0];
      if (call !== undefined) actions.goHelp(call.user);
    },
    {
      when: ({ help }) => help.length > 0,
      after: ['joins', 'opens the panel', 'asks for help'],
    },
  ),
  inPanel(
    'has helped',
    ['open'],
    ({ actions, view }) => {
      const call = view.help.find(({ claimedByMe }) => claimedByMe);
      if (call !== undefined) actions.helpDone(call.user);
    },
    {
      when: ({ help }) => help.some(({ claimedByMe }) => claimedByMe),
      weight: 2,
      after: ['joins', 'opens the panel', 'asks for help', 'goes to help'],
    },
  ),
  inPanel('brings everyone back', ['open'], ({ actions }) => actions.bringBack()),
  inPanel('cancels the closing', ['closing'], ({ actions }) => actions.cancelClosing(), {
    when: ({ cancellable }) => cancellable,
  }),
  inPanel('closes now', ['closing'], ({ actions }) => actions.closeNow()),
  inPanel('prepares the same groups again', ['after'], ({ actions }) =>
    actions.prepareNext('same'),
  ),
  inPanel('prepares new groups', ['after'], ({ actions }) => actions.prepareNext('new')),
  inPanel(
    'makes somebody facilitator',
    anyScreen,
    ({ actions, scene, random }) =>
      actions.makeFacilitator(userId(pick(participants(scene), random).id)),
    {
      weight: 0.3,
      phases: ['prepare', 'open', 'closing', 'after'],
      when: (_view, scene) => participants(scene).length > 2 && facilitators(scene).length < 4,
    },
  ),
  inPanel(
    'takes a facilitator’s role away',
    anyScreen,
    ({ actions, scene, actor, random }) => {
      const others = facilitators(scene).filter(({ id }) => id !== actor.id);
      actions.removeFacilitator(userId(pick(others, random).id));
    },
    {
      weight: 0.2,
      phases: ['prepare', 'open', 'closing', 'after'],
      when: (_view, scene) => facilitators(scene).length > 2,
      after: ['makes somebody facilitator'],
    },
  ),
  inPanel('tries again', anyScreen, ({ actions }) => actions.retry(), {
    phases: ['open'],
    when: ({ notices }) => notices.length > 0,
  }),
  inPanel(
    'lets people choose',
    ['prepare', 'open'],
    ({ actions, view }) =>
      actions.setSettings({ seating: view.settings.seating === 'given' ? 'chosen' : 'given' }),
    { when: ({ rooms }) => rooms.length > 0 },
  ),
  inPanel('decides what late arrivals get', ['prepare', 'open'], ({ actions, random }) =>
    actions.setSettings({ late: pick(['smallest', 'wait', 'choose'] as const, random) }),
  ),
  inPanel('places who waits', ['open'], ({ actions }) => actions.placeWaiting()),
  inPanel(
    'limits a room',
    ['prepare', 'open'],
    ({ actions, view, random }) =>
      actions.setPlaces(
        pick(view.rooms, random).id,
        random() < 0.25 ? undefined : pick([1, 2, 5], random),
      ),
    { when: ({ rooms }) => rooms.length > 0 },
  ),
  inPanel(
    'locks or unlocks a room',
    ['prepare', 'open'],
    ({ actions, view, random }) => {
      const { id, locked } = pick(view.rooms, random);
      actions.setLocked(id, locked !== true);
    },
    { when: ({ rooms }) => rooms.length > 0 },
  ),
];
