/** What people do with Miro itself: tabs, panels, windows, and the items on the board. */
import { facilitators } from '../scene';
import { pick } from '../seeded';
import { toAnyone, toBoard, type Operation } from './operation';
import type { Actor } from '../actor';

const here = ({ present }: Actor): boolean => present;
/** Whether a participant's panel opens or not is of little consequence; a facilitator needs it. */
const PANEL = 2;

export const comingAndGoing: readonly Operation[] = [
  toAnyone(
    'opens the panel',
    (actor) => here(actor) && actor.panel === undefined,
    (actor) => actor.clicksIcon(),
    { weight: PANEL },
  ),
  toAnyone(
    'opens the panel as a facilitator',
    (actor, scene) => actor.panel === undefined && facilitators(scene).includes(actor),
    (actor) => actor.clicksIcon(),
    { weight: 2 * PANEL },
  ),
  toAnyone('clicks the canvas', here, (actor) => actor.clicksCanvas()),
  toAnyone('reloads', here, (actor) => actor.reloads()),
  toAnyone(
    'opens another tab',
    (actor) => here(actor) && actor.tabs < 2,
    (actor) => actor.comes(),
  ),
  toAnyone(
    'opens a window beside',
    (actor) => here(actor) && actor.tabs < 2,
    (actor) => actor.opensWindow(),
  ),
  toAnyone('closes the tab', here, (actor) => actor.goes()),
  toAnyone('goes offline', here, (actor) => actor.setOnline(false)),
  toAnyone(
    'comes back',
    ({ present }) => !present,
    (actor) => actor.comesBack(),
    { weight: 3, after: ['goes offline', 'closes the tab'] },
  ),
  toAnyone(
    'looks away',
    (actor) => here(actor) && actor.looking,
    (actor) => actor.looksAway(true),
  ),
  toAnyone(
    'looks here again',
    (actor) => here(actor) && !actor.looking,
    (actor) => actor.looksAway(false),
    { after: ['looks away'] },
  ),
  toAnyone(
    'turns to the tab behind',
    (actor) => here(actor) && actor.tabs > 1 && !actor.looking,
    (actor) => actor.comesToFront(),
    { after: ['opens another tab'] },
  ),
  toBoard(
    'renames a frame',
    ({ sim, actors }, random) => {
      const frame = pick(framesOf(sim), random);
      const somebody = actors.find(here);
      if (somebody !== undefined) sim.world.renameItem(somebody.tab, frame.id, 'Renamed');
    },
    { when: ({ sim }) => framesOf(sim).length > 0, weight: 0.5 },
  ),
  toBoard(
    'deletes a frame',
    ({ sim, actors }, random) => {
      const frame = pick(framesOf(sim), random);
      const somebody = actors.find(here);
      if (somebody === undefined) return;
      for (const actor of actors) actor.losesFrame(frame);
      sim.world.deleteItem(somebody.tab, frame.id);
    },
    { when: ({ sim }) => framesOf(sim).length > 0, weight: 0.3 },
  ),
];

const framesOf = ({ world }: Parameters<Operation['possible']>[0]['sim']) =>
  world.items().filter(({ type }) => type === 'frame');
