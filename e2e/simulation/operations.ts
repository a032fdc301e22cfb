/** What people do on a board with rooms open, each when it is possible. */
import { userId } from '../../src/breakout/ids';
import { isFacilitator, planOf, runOf } from './beliefs';
import { pick } from './seeded';
import type { Actor, Simulation } from './simulation';

export interface Scene {
  readonly sim: Simulation;
  readonly actors: readonly Actor[];
  readonly chief: Actor;
  /** The second facilitator. */
  readonly second: Actor;
  readonly story: string[];
}

export interface Operation {
  readonly name: string;
  readonly possible: (scene: Scene) => boolean;
  /** Says who did it, for the story. */
  readonly run: (scene: Scene) => Promise<string> | string;
}

const present = ({ actors }: Scene): readonly Actor[] => actors.filter((actor) => actor.present);

const participants = (scene: Scene): readonly Actor[] =>
  present(scene).filter(({ id, hasApp }) => hasApp && !isFacilitator(scene.sim.world, id));

/** A facilitator who is there with an open panel that shows this screen. */
function facilitatorAt(scene: Scene, screen: string): Actor | undefined {
  return [scene.chief, scene.second].find(
    (actor) => actor.present && actor.panel?.view.screen === screen,
  );
}

/** Something a facilitator does in the panel while rooms are open. */
function whileOpen(name: string, act: (actor: Actor, scene: Scene) => void): Operation {
  return {
    name,
    possible: (scene) => facilitatorAt(scene, 'open') !== undefined,
    run(scene) {
      const actor = facilitatorAt(scene, 'open');
      if (actor !== undefined) act(actor, scene);
      return actor?.name ?? '';
    },
  };
}

/** Something a participant does whom this holds for. */
function byParticipant(
  name: string,
  who: (actor: Actor) => boolean,
  act: (actor: Actor, scene: Scene) => void,
): Operation {
  return {
    name,
    possible: (scene) => participants(scene).some(who),
    run(scene) {
      const actor = pick(participants(scene).filter(who), scene.sim.random);
      act(actor, scene);
      return actor.name;
    },
  };
}

/** Something that happens to anybody who is there. */
function toAnyone(name: string, act: (actor: Actor, scene: Scene) => void): Operation {
  return {
    name,
    possible: (scene) => present(scene).length > 0,
    run(scene) {
      const actor = pick(present(scene), scene.sim.random);
      act(actor, scene);
      return actor.name;
    },
  };
}

const asked = (actor: Actor): boolean => actor.modal?.view.screen === 'invite';
const inRoom = (actor: Actor): boolean => actor.panel?.view.screen === 'in-room';
const invited = (actor: Actor): boolean => actor.panel?.view.screen === 'invited';

export const operations: readonly Operation[] = [
  byParticipant('joins', asked, (actor) => actor.modal?.actions.join()),
  byParticipant('joins, too', asked, (actor) => actor.modal?.actions.join()),
  byParticipant('says not now', asked, (actor) => actor.modal?.actions.notNow()),
  byParticipant('says not this time', asked, (actor) => actor.modal?.actions.notThisTime()),
  byParticipant('closes the modal by ✖', asked, (actor, { sim }) => {
    sim.world.closeModal(actor.tab);
  }),
  byParticipant('leaves the room', inRoom, (actor) => actor.panel?.actions.leave()),
  byParticipant('joins from the panel', invited, (actor) => actor.panel?.actions.join()),
  byParticipant('asks for help', inRoom, (actor) => actor.panel?.actions.askForHelp('stuck')),
  toAnyone('opens the panel', (actor) => {
    actor.clicksIcon();
  }),
  toAnyone('clicks the canvas', (actor) => {
    actor.clicksCanvas();
  }),
  toAnyone('reloads', (actor) => {
    actor.reloads();
  }),
  toAnyone('opens another tab', (actor) => {
    if (actor.tabs < 2) actor.comes();
  }),
  toAnyone('closes the tab', (actor) => {
    actor.goes();
  }),
  toAnyone('goes offline', (actor) => {
    actor.setOnline(false);
  }),
  toAnyone('sets the clock', (actor, { sim }) => {
    actor.setsClock(Math.round((sim.random() - 0.5) * 240_000));
  }),
  {
    name: 'somebody comes back',
    possible: ({ actors }) => actors.some((actor) => !actor.present),
    run({ actors, sim }) {
      const actor = pick(
        actors.filter((one) => !one.present),
        sim.random,
      );
      actor.setOnline(true);
      if (actor.tab === '') actor.comes();
      return actor.name;
    },
  },
  whileOpen('adds time', (actor) => actor.panel?.actions.prolong(5 * 60_000)),
  whileOpen('pauses', (actor) => actor.panel?.actions.pause()),
  whileOpen('resumes', (actor) => actor.panel?.actions.resume()),
  whileOpen('asks everyone again', (actor) => actor.panel?.actions.askAgain('everyone')),
  whileOpen('moves somebody', (actor, scene) => {
    const { sim } = scene;
    const people = participants(scene);
    const { rooms } = planOf(sim.world);
    if (people.length === 0) return;
    actor.panel?.actions.move(userId(pick(people, sim.random).id), pick(rooms, sim.random).id);
  }),
  whileOpen('renames a room', (actor, { sim }) => {
    const room = pick(planOf(sim.world).rooms, sim.random);
    actor.panel?.actions.renameRoom(room.id, `${room.name}!`);
  }),
  whileOpen('brings everyone back', (actor) => actor.panel?.actions.bringBack()),
  {
    name: 'cancels the closing',
    possible: (scene) => facilitatorAt(scene, 'closing') !== undefined,
    run(scene) {
      const actor = facilitatorAt(scene, 'closing');
      actor?.panel?.actions.cancelClosing();
      return actor?.name ?? '';
    },
  },
  {
    name: 'opens the same groups again',
    possible: (scene) =>
      facilitatorAt(scene, 'after') !== undefined && runOf(scene.sim.world)?.phase === 'closed',
    async run(scene) {
      const actor = facilitatorAt(scene, 'after');
      actor?.panel?.actions.prepareNext('same');
      await scene.sim.seconds(3);
      if (actor?.panel?.view.screen === 'prepare') actor.panel.actions.open();
      return actor?.name ?? '';
    },
  },
];
