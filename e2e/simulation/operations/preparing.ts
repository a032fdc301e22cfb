/** What facilitators do before they open: rooms, frames, people, set-ups; and between two rounds. */
import { userId } from '../../../src/breakout/ids';
import type { FacilitatorView, PrepareView, RoomView } from '../../../src/live/views';
import { participants, type Scene } from '../scene';
import { pick } from '../seeded';
import { inPanel, type Operation } from './operation';

const MINUTE_MS = 60_000;

const hasRooms = ({ rooms }: FacilitatorView): boolean => rooms.length > 0;
const hasPeople = (view: FacilitatorView, scene: Scene): boolean =>
  hasRooms(view) && participants(scene).length > 0;
const hasSomebody = ({ people }: RoomView): boolean => people.length > 0;
const freeFrames = ({ frames = [] }: FacilitatorView) =>
  frames.filter(({ usedBy }) => usedBy === undefined);

/** A frame that no room has any more, and that somebody has looked for. */
const freeingFrames = ['removes a room', 'changes the number of rooms', 'looks for frames'];

/** Who is kept in which room. */
const pinnedIn = ({ rooms }: PrepareView): ReadonlyMap<string, string> =>
  new Map(
    rooms.flatMap((room) =>
      room.people.filter(({ pinned }) => pinned === true).map(({ id }) => [id, room.id] as const),
    ),
  );

export const preparing: readonly Operation[] = [
  inPanel('looks for frames', ['prepare', 'open'], ({ actions }) => actions.loadFrames()),
  inPanel(
    'makes rooms of frames',
    ['prepare'],
    ({ actions, view, random }) => actions.useFrames([pick(freeFrames(view), random).id]),
    {
      when: (view) => freeFrames(view).length > 0,
      weight: 3,
      after: freeingFrames,
    },
  ),
  inPanel(
    'chooses a frame',
    ['prepare', 'open'],
    ({ actions, view, random }) =>
      actions.chooseFrame(pick(view.rooms, random).id, pick(freeFrames(view), random).id),
    {
      when: (view) => hasRooms(view) && freeFrames(view).length > 0,
      weight: 3,
      after: freeingFrames,
    },
  ),
  inPanel(
    'picks a frame on the board',
    ['prepare', 'open'],
    async ({ actor, actions, view, scene, random }) => {
      const room = pick(view.rooms, random).id;
      actions.pickFrame(room);
      await scene.pass(random() * 2);
      if (random() < 0.2) actions.stopPicking();
      scene.sim.world.select(actor.tab, [pick(scene.sim.world.items(), random).id]);
      actor.clicksCanvas();
    },
    { when: (view, { sim }) => hasRooms(view) && sim.world.items().length > 0, weight: 2 },
  ),
  inPanel(
    'orders another frame',
    ['prepare', 'open'],
    ({ actions, view, random }) => actions.createFrame(pick(view.rooms, random).id),
    { when: hasRooms, weight: 0.5 },
  ),
  inPanel(
    'puts a room elsewhere',
    ['prepare', 'open'],
    ({ actions, view, random }) => {
      const before = random() < 0.3 ? undefined : pick(view.rooms, random).id;
      actions.moveRoom(pick(view.rooms, random).id, before);
    },
    { when: ({ rooms }) => rooms.length > 1 },
  ),
  inPanel('adds a room', ['prepare', 'open'], ({ actions }) => actions.addRoom(), {
    when: ({ rooms }) => rooms.length < 6,
    weight: 0.5,
  }),
  inPanel(
    'closes a room',
    ['open'],
    ({ actions, view, random }) => actions.closeRoom(pick(view.rooms, random).id, undefined),
    { when: ({ rooms }) => rooms.length > 2, weight: 0.3 },
  ),
  inPanel(
    'keeps a room that was being closed',
    ['open'],
    ({ actions, view }) => {
      const closing = view.rooms.find((room) => room.closing === true);
      if (closing !== undefined) actions.keepRoom(closing.id);
    },
    {
      when: ({ rooms }) => rooms.some(({ closing }) => closing === true),
      weight: 2,
      after: ['closes a room'],
    },
  ),
  inPanel('sets the end', ['open'], ({ actions, random }) =>
    actions.setEnd(Math.round(2 + random() * 8) * MINUTE_MS),
  ),
  inPanel(
    'says where a room talks',
    ['prepare', 'open'],
    ({ actions, view, random }) =>
      actions.setLink(
        pick(view.rooms, random).id,
        random() < 0.3 ? undefined : 'https://meet.example/abc',
      ),
    { when: hasRooms, weight: 0.5 },
  ),
  inPanel(
    'keeps somebody in their room',
    ['prepare'],
    ({ actions, scene, random }) =>
      actions.keepInRoom(userId(pick(participants(scene), random).id)),
    { when: hasPeople },
  ),
  inPanel(
    'lets somebody go',
    ['prepare'],
    ({ actions, scene, random }) => actions.letGo(userId(pick(participants(scene), random).id)),
    { when: hasPeople, weight: 0.3 },
  ),
  inPanel(
    'shuffles around those who are kept',
    ['prepare'],
    async ({ actions, view, scene, panel }) => {
      const before = pinnedIn(view);
      actions.shuffle();
      await scene.pass(20);
      if (panel.view.screen !== 'prepare') return;
      for (const [user, room] of pinnedIn(panel.view)) {
        const was = before.get(user);
        if (was !== undefined && was !== room) scene.broken.push(`[S5] ${user} was moved`);
      }
    },
    {
      when: (view) => pinnedIn(view).size > 0,
      weight: 2,
      after: ['keeps somebody in their room'],
    },
  ),
  inPanel(
    'moves several',
    ['prepare', 'open'],
    ({ actions, view, scene, random }) => {
      const to = pick(view.rooms, random).id;
      actions.move(
        participants(scene)
          .slice(0, 3)
          .map(({ id }) => [userId(id), to]),
      );
    },
    { when: hasPeople },
  ),
  inPanel(
    'swaps two',
    ['prepare', 'open'],
    ({ actions, view, random }) => {
      const rooms = view.rooms.filter(hasSomebody);
      const here = pick(rooms, random);
      const there = pick(
        rooms.filter((room) => room !== here),
        random,
      );
      actions.move([
        [pick(here.people, random).id, there.id],
        [pick(there.people, random).id, here.id],
      ]);
    },
    { weight: 0.3, when: ({ rooms }) => rooms.filter(hasSomebody).length > 1 },
  ),
  inPanel(
    'pastes a list',
    ['prepare'],
    ({ actions, view, scene, random }) => {
      const to = { type: 'room', room: pick(view.rooms, random).id } as const;
      const [first, ...rest] = participants(scene).map(({ id }) => userId(id));
      actions.keepList('Kim Late');
      actions.placeList({
        seats: first === undefined ? [] : [{ user: first, to }],
        expected: [{ name: 'Kim Late', to }],
        evenly: rest.slice(0, 2),
      });
    },
    { when: hasPeople, weight: 0.5 },
  ),
  inPanel('opens the set-ups', ['prepare'], ({ actions }) => actions.loadSetups()),
  inPanel('keeps the set-up', ['prepare'], ({ actions }) => actions.keepSetup('Retro'), {
    when: (view) => hasRooms(view) && view.setups !== undefined,
    weight: 2,
    after: ['opens the set-ups'],
  }),
  inPanel(
    'uses a set-up',
    ['prepare'],
    ({ actions, view, random }) => actions.useSetup(pick(view.setups ?? [], random).setup),
    {
      when: ({ setups = [] }) => setups.length > 0,
      weight: 2,
      after: ['opens the set-ups', 'keeps the set-up'],
    },
  ),
  inPanel(
    'removes a set-up',
    ['prepare'],
    ({ actions, view, random }) => actions.removeSetup(pick(view.setups ?? [], random).id),
    {
      when: ({ setups = [] }) => setups.length > 0,
      after: ['opens the set-ups', 'keeps the set-up'],
    },
  ),
  inPanel('changes the settings', ['prepare', 'open'], ({ actions, random }) =>
    actions.setSettings({
      closingMs: 10_000 + Math.round(random() * 30_000),
      asking: random() < 0.8 ? 'ask' : 'bring',
    }),
  ),
  inPanel(
    'takes everyone one room on',
    ['after'],
    ({ actions }) => actions.prepareNext('move-on'),
    {
      when: hasRooms,
    },
  ),
  inPanel(
    'prepares the groups of an earlier round',
    ['after'],
    ({ actions, view }) => actions.prepareNext({ round: view.epoch }),
    { when: hasRooms },
  ),
  inPanel('opens the same groups again', ['after'], ({ actions }) => actions.reopen(), {
    when: hasRooms,
    weight: 0.3,
  }),
  inPanel('looks at who was where', ['after'], ({ actions, view }) =>
    actions.loadRecap(view.epoch),
  ),
  inPanel('waits for nobody of the list', ['prepare'], ({ actions }) => actions.forgetExpected(), {
    when: ({ expected }) => expected.length > 0,
    weight: 2,
    after: ['pastes a list'],
  }),
  inPanel('takes part like everyone', ['prepare', 'open'], ({ actions, view }) =>
    actions.seatMe(!view.facilitators.some(({ me, seated }) => me && seated === true)),
  ),
  inPanel('finishes', ['after'], ({ actions }) => actions.finish(), {
    when: hasRooms,
    weight: 0.3,
  }),
];
