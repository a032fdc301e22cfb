import type { Miro, Session } from '@mirohq/websdk-types';
import { describe, expect, test } from 'vitest';
import type { Json } from './api';
import { createBench, type Bench, type Visitor } from './bench';
import type { Dialect } from './dialect';

/** Two people with the app on a board that speaks the dialect under test. */
interface Scene extends Bench {
  readonly ana: Visitor;
  readonly ben: Visitor;
}
type Trial = (scene: Scene) => Promise<void>;

const SETTLED_MS = 1000;

const start = ({ run, ana }: Scene, name: string): Promise<Session> =>
  run(ana.miro().board.collaboration.startSession({ name }));

async function asSeenBy({ run }: Scene, who: Visitor, name: string): Promise<Session> {
  const sessions = await run(who.miro().board.collaboration.getSessions());
  const session = sessions.find((one) => one.name === name);
  if (!session) throw new Error(`No session ${name}.`);
  return session;
}

const membersOf = async ({ world }: Scene, session: Session): Promise<readonly string[]> =>
  world.board().sessions.find(({ id }) => id === session.id)?.users ?? [];

const watch = ({ run }: Scene, miro: Miro, heard: Json[]): Promise<void> =>
  run(
    miro.board.storage.collection('c').onValue('k', (value) => {
      heard.push(value ?? 'undefined');
    }),
  );

const set = ({ run }: Scene, who: Visitor, value: Json): Promise<void> =>
  run(who.miro().board.storage.collection('c').set('k', value));

async function followJoins(scene: Scene, who: Visitor, name: string): Promise<void> {
  const session = await asSeenBy(scene, who, name);
  const note = async (event: Json): Promise<void> => void who.heard().push(event);
  await scene.run(session.on('user-joined', note));
  await scene.run(session.on('user-left', note));
}

/** Ana starts Apple, Ben joins it. */
async function benInApple(scene: Scene): Promise<Session> {
  const session = await start(scene, 'Apple');
  await scene.run((await asSeenBy(scene, scene.ben, 'Apple')).join());
  return session;
}

async function inviteBen(scene: Scene): Promise<Session> {
  const session = await start(scene, 'Apple');
  await scene.run(session.invite({ id: scene.ben.id, name: 'Ben' }));
  return session;
}

const openModal = (miro: Miro) => miro.board.ui.openModal({ url: 'modal.html' });

/** Every switch, with every value it has: one that is added without trials does not compile. */
const trials = {
  sessionsSurviveStarter: {
    async true(scene) {
      await start(scene, 'Apple');
      scene.world.reloadTab(scene.ana.tab);
      expect(scene.world.board().sessions).toHaveLength(1);
    },
    async false(scene) {
      await start(scene, 'Apple');
      const spare = scene.ana.secondTab();
      scene.world.reloadTab(scene.ana.tab);
      expect(scene.world.board().sessions).toHaveLength(1);
      scene.world.closeTab(spare.tab);
      scene.world.reloadTab(scene.ana.tab);
      expect(scene.world.board().sessions).toHaveLength(0);
    },
  },
  secondJoin: {
    async switches(scene) {
      const apple = await benInApple(scene);
      const birch = await start(scene, 'Birch');
      await scene.run((await asSeenBy(scene, scene.ben, 'Birch')).join());
      expect(await membersOf(scene, apple)).toEqual([]);
      expect(await membersOf(scene, birch)).toEqual([scene.ben.id]);
    },
    async rejects(scene) {
      const apple = await benInApple(scene);
      await start(scene, 'Birch');
      const birch = await asSeenBy(scene, scene.ben, 'Birch');
      await expect(scene.run(birch.join())).rejects.toThrow('already joined');
      expect(await membersOf(scene, apple)).toEqual([scene.ben.id]);
    },
  },
  mayEnd: {
    async starter(scene) {
      await start(scene, 'Apple');
      const seen = await asSeenBy(scene, scene.ben, 'Apple');
      await expect(scene.run(seen.end())).rejects.toThrow('Only the starter');
    },
    async anyone(scene) {
      await start(scene, 'Apple');
      await scene.run((await asSeenBy(scene, scene.ben, 'Apple')).end());
      expect(scene.world.board().sessions).toEqual([]);
    },
  },
  membership: {
    async user(scene) {
      await benInApple(scene);
      const other = scene.ben.secondTab();
      await scene.run((await asSeenBy(scene, other, 'Apple')).leave());
      expect(scene.world.board().sessions[0]?.users).toEqual([]);
    },
    async tab(scene) {
      await benInApple(scene);
      const other = scene.ben.secondTab();
      const seen = await asSeenBy(scene, other, 'Apple');
      await expect(scene.run(seen.leave())).rejects.toThrow('has not joined');
      await scene.run(seen.join());
      await scene.run(seen.leave());
      expect(scene.world.board().sessions[0]?.users).toEqual([scene.ben.id]);
    },
  },
  membershipEvents: {
    async everyone(scene) {
      await start(scene, 'Apple');
      const cleo = scene.join({ name: 'Cleo' });
      await followJoins(scene, cleo, 'Apple');
      await scene.run((await asSeenBy(scene, scene.ben, 'Apple')).join());
      await scene.clock.advance(SETTLED_MS);
      expect(cleo.heard()).toHaveLength(1);
    },
    async starter(scene) {
      await start(scene, 'Apple');
      const cleo = scene.join({ name: 'Cleo' });
      await followJoins(scene, cleo, 'Apple');
      await followJoins(scene, scene.ana, 'Apple');
      await scene.run((await asSeenBy(scene, scene.ben, 'Apple')).join());
      await scene.clock.advance(SETTLED_MS);
      expect(cleo.heard()).toHaveLength(0);
      expect(scene.ana.heard()).toHaveLength(1);
    },
  },
  tabCloseLeaves: {
    async true(scene) {
      await benInApple(scene);
      await followJoins(scene, scene.ana, 'Apple');
      scene.ben.secondTab();
      scene.world.closeTab(scene.ben.tab);
      await scene.clock.advance(SETTLED_MS);
      expect(scene.ana.heard()).toHaveLength(1);
      expect(scene.world.board().sessions[0]?.users).toEqual([]);
    },
    async false(scene) {
      await benInApple(scene);
      await followJoins(scene, scene.ana, 'Apple');
      scene.world.closeTab(scene.ben.tab);
      await scene.clock.advance(SETTLED_MS);
      expect(scene.ana.heard()).toHaveLength(0);
      expect(scene.world.board().sessions[0]?.users).toEqual([scene.ben.id]);
    },
  },
  inviteWithoutApp: {
    async true(scene) {
      scene.world.updateUser(scene.ben.id, { authorised: false });
      await inviteBen(scene);
      expect(scene.ben.view().invitation).toMatchObject({ sessionName: 'Apple', from: 'Ana' });
    },
    async false(scene) {
      scene.world.updateUser(scene.ben.id, { authorised: false });
      await inviteBen(scene);
      expect(scene.ben.view().invitation).toBeNull();
    },
  },
  inviteTakesModal: {
    async true(scene) {
      await inviteBen(scene);
      expect(await scene.run(scene.ben.miro().board.ui.canOpenModal())).toBe(false);
      await scene.run(openModal(scene.ben.miro()));
      expect(scene.ben.view().modal).toBeNull();
    },
    async false(scene) {
      await inviteBen(scene);
      expect(await scene.run(scene.ben.miro().board.ui.canOpenModal())).toBe(true);
      await scene.run(openModal(scene.ben.miro()));
      expect(scene.ben.view().modal).not.toBeNull();
    },
  },
  inviteResolves: {
    async 'at-once'(scene) {
      await inviteBen(scene);
      expect(scene.ben.view().invitation).not.toBeNull();
    },
    async 'after-answers'(scene) {
      const session = await start(scene, 'Apple');
      let isDone = false;
      const invited = session.invite({ id: scene.ben.id, name: 'Ben' }).then(() => {
        isDone = true;
      });
      await scene.clock.advance(SETTLED_MS);
      expect(isDone).toBe(false);
      scene.world.answerInvitation(scene.ben.tab, 'reject');
      await scene.run(invited);
    },
  },
  usersShape: {
    async objects(scene) {
      const session = await benInApple(scene);
      expect(await scene.run(session.getUsers())).toEqual([{ id: scene.ben.id }]);
    },
    async ids(scene) {
      const session = await benInApple(scene);
      expect(await scene.run(session.getUsers())).toEqual([scene.ben.id]);
    },
  },
  sessionEvents: {
    async typed(scene) {
      const session = await start(scene, 'Apple');
      await followJoins(scene, scene.ana, 'Apple');
      await scene.run((await asSeenBy(scene, scene.ben, 'Apple')).join());
      await scene.clock.advance(SETTLED_MS);
      expect(scene.ana.heard()).toEqual([
        { id: expect.any(String), userId: scene.ben.id, sessionId: session.id },
      ]);
    },
    async documented(scene) {
      const session = await inviteBen(scene);
      await followJoins(scene, scene.ana, 'Apple');
      await scene.run(
        session.on('invitation-responded', async (event) => {
          const heard: unknown = event;
          scene.ana.heard().push(heard as Json);
        }),
      );
      scene.world.answerInvitation(scene.ben.tab, 'accept');
      await scene.clock.advance(SETTLED_MS);
      expect(scene.ana.heard()).toEqual([
        { user: scene.ben.id, status: 'accepted', reason: 'clicked-button' },
        expect.objectContaining({ user: scene.ben.id }),
      ]);
    },
  },
  bringNeedsCallerInside: {
    async false(scene) {
      await benInApple(scene);
      await scene.run(bringBen(scene));
      await scene.clock.advance(SETTLED_MS);
      expect(scene.ben.view().viewport.x).toBeGreaterThan(2000);
    },
    async true(scene) {
      const session = await benInApple(scene);
      await expect(scene.run(bringBen(scene))).rejects.toThrow('current user is not in a session');
      await scene.run(session.join());
      await scene.run(bringBen(scene));
    },
  },
  broadcastToOwnTab: {
    async true(scene) {
      expect(await heardInOwnTab(scene)).toEqual(['hello']);
    },
    async false(scene) {
      expect(await heardInOwnTab(scene)).toEqual([]);
    },
  },
  viewersMaySet: {
    async true(scene) {
      scene.world.updateUser(scene.ben.id, { role: 'viewer' });
      await set(scene, scene.ben, 1);
      expect(scene.world.storage().get('k')).toBe(1);
    },
    async false(scene) {
      scene.world.updateUser(scene.ben.id, { role: 'viewer' });
      await expect(set(scene, scene.ben, 1)).rejects.toThrow('does not have permissions');
      const removal = scene.ben.miro().board.storage.collection('c').remove('k');
      await expect(scene.run(removal)).rejects.toThrow('does not have permissions');
      expect(scene.world.storage().size).toBe(0);
    },
  },
  watchMissing: {
    async calls(scene) {
      await watch(scene, scene.ana.miro(), scene.ana.heard());
      expect(scene.ana.heard()).toEqual(['undefined']);
    },
    async silent(scene) {
      await watch(scene, scene.ana.miro(), scene.ana.heard());
      await scene.clock.advance(SETTLED_MS);
      expect(scene.ana.heard()).toEqual([]);
    },
  },
  watchCost: {
    async 0(scene) {
      await watch(scene, scene.ana.miro(), scene.ana.heard());
      expect(scene.world.board().users[0]?.credits.minute).toBe(0);
    },
    async 50(scene) {
      await watch(scene, scene.ana.miro(), scene.ana.heard());
      expect(scene.world.board().users[0]?.credits.minute).toBe(50);
    },
  },
  storageOrdered: {
    async true(scene) {
      expect(await arrivals(scene)).toEqual(wanted());
    },
    async false(scene) {
      const arrived = await arrivals(scene);
      expect(arrived).not.toEqual(wanted());
      // Every key's own values stay in order.
      for (const key of KEYS) {
        const ofKey = (all: readonly string[]) => all.filter((entry) => entry.startsWith(key));
        expect(ofKey(arrived)).toEqual(ofKey(wanted()));
      }
    },
  },
  storageConflates: {
    async false(scene) {
      expect(await quickWrites(scene)).toEqual([1, 2, 3]);
    },
    async true(scene) {
      expect(await quickWrites(scene)).toEqual([3]);
    },
  },
  backgroundMayCloseModal: {
    async true(scene) {
      await scene.run(openModal(scene.ana.miro()));
      await scene.run(scene.ana.miro().board.ui.closeModal());
      expect(scene.ana.view().modal).toBeNull();
    },
    async false(scene) {
      await scene.run(openModal(scene.ana.miro()));
      const closing = scene.ana.miro().board.ui.closeModal();
      await expect(scene.run(closing)).rejects.toThrow('Cannot close the modal');
      expect(scene.ana.view().modal).not.toBeNull();
    },
  },
  panelWithoutClick: {
    async true(scene) {
      await scene.run(scene.ana.miro().board.ui.openPanel({ url: 'panel.html' }));
      expect(scene.ana.view().panel).not.toBeNull();
    },
    async false(scene) {
      const open = () => scene.run(scene.ana.miro().board.ui.openPanel({ url: 'panel.html' }));
      await expect(open()).rejects.toThrow('Cannot open panel');
      scene.world.clickIcon(scene.ana.tab);
      await open();
      expect(scene.ana.view().panel).not.toBeNull();
    },
  },
  iconKeepsSelection: {
    async true(scene) {
      expect(await selectedAfterIcon(scene)).toHaveLength(1);
    },
    async false(scene) {
      expect(await selectedAfterIcon(scene)).toHaveLength(0);
    },
  },
  longNotification: {
    async rejects(scene) {
      const { notifications } = scene.ana.miro().board;
      await expect(scene.run(notifications.showInfo('x'.repeat(81)))).rejects.toThrow('80');
      expect(scene.ana.view().notifications).toEqual([]);
    },
    async cuts(scene) {
      await scene.run(scene.ana.miro().board.notifications.showInfo('x'.repeat(81)));
      expect(scene.ana.view().notifications[0]?.text).toHaveLength(80);
    },
  },
  timerStartWhileRunning: {
    async rejects(scene) {
      await scene.run(scene.ana.miro().board.timer.start(1000));
      const again = scene.ben.miro().board.timer.start(9000);
      await expect(scene.run(again)).rejects.toThrow('already started');
      expect(scene.world.board().timer.totalMs).toBe(1000);
    },
    async replaces(scene) {
      await scene.run(scene.ana.miro().board.timer.start(1000));
      await scene.run(scene.ben.miro().board.timer.start(9000));
      expect(scene.world.board().timer.totalMs).toBe(9000);
    },
  },
  timerEvents: {
    async everyone(scene) {
      expect(await timerHeardBy(scene)).toEqual({ ana: 1, ben: 1 });
    },
    async caller(scene) {
      expect(await timerHeardBy(scene)).toEqual({ ana: 1, ben: 0 });
    },
  },
  creditsPer: {
    async user(scene) {
      await set(scene, scene.ana, 1);
      const [ana, ben] = scene.world.board().users;
      expect([ana?.credits.minute, ben?.credits.minute]).toEqual([50, 0]);
    },
    async app(scene) {
      await set(scene, scene.ana, 1);
      const [ana, ben] = scene.world.board().users;
      expect([ana?.credits.minute, ben?.credits.minute]).toEqual([50, 50]);
    },
  },
  offlinePushes: {
    async queued(scene) {
      expect(await heardAfterOffline(scene)).toEqual([1, 2, 3]);
    },
    async lost(scene) {
      expect(await heardAfterOffline(scene)).toEqual([3]);
    },
  },
} satisfies { [K in keyof Dialect]: Record<`${Dialect[K]}`, Trial> };

async function bringBen(scene: Scene): Promise<void> {
  const { board } = scene.ana.miro();
  const frame = await board.createFrame({ x: 3000, y: 0, width: 200, height: 200 });
  await board.collaboration.zoomTo({ id: scene.ben.id, name: 'Ben' }, frame);
}

/** What Ana's background hears of a broadcast by her own modal. */
async function heardInOwnTab({ ana, run, clock }: Scene): Promise<readonly Json[]> {
  await run(ana.miro().board.events.on('e', (payload: string) => void ana.heard().push(payload)));
  await run(openModal(ana.miro()));
  const modal = ana.miro('modal');
  await run(modal.board.events.on('e', (payload: string) => void ana.heard('modal').push(payload)));
  await run(modal.board.events.broadcast('e', 'hello'));
  await clock.advance(SETTLED_MS);
  expect(ana.heard('modal')).toEqual([]);
  return ana.heard();
}

const KEYS = ['a', 'b', 'c'] as const;
const ROUNDS = [1, 2, 3, 4] as const;
const wanted = (): readonly string[] => ROUNDS.flatMap((n) => KEYS.map((key) => `${key}${n}`));

/** Ana writes three keys in turn; the order in which Ben hears of it. */
async function arrivals({ ana, ben, run, clock }: Scene): Promise<readonly string[]> {
  const heard: string[] = [];
  const [mine, theirs] = [ana, ben].map((who) => who.miro().board.storage.collection('c'));
  for (const key of KEYS)
    await run(
      theirs?.onValue(key, (value) => void heard.push(`${key}${JSON.stringify(value)}`)) ?? never(),
    );
  for (const round of ROUNDS) for (const key of KEYS) await run(mine?.set(key, round) ?? never());
  await clock.advance(SETTLED_MS);
  return heard;
}
const never = (): Promise<void> => Promise.reject(new Error('No such collection.'));

async function quickWrites(scene: Scene): Promise<readonly Json[]> {
  const { ana, ben, run, clock } = scene;
  await watch(scene, ben.miro(), ben.heard());
  const collection = ana.miro().board.storage.collection('c');
  await run(Promise.all([1, 2, 3].map((value) => collection.set('k', value))));
  await clock.advance(SETTLED_MS);
  return ben.heard();
}

async function selectedAfterIcon({ ana, world, run }: Scene): Promise<readonly string[]> {
  const frame = await run(ana.miro().board.createFrame({ width: 200, height: 200 }));
  world.select(ana.tab, [frame.id]);
  world.clickIcon(ana.tab);
  return ana.view().selection;
}

async function timerHeardBy({ ana, ben, run, clock }: Scene) {
  for (const who of [ana, ben])
    await run(
      Promise.resolve(who.miro().board.timer.on('start', () => void who.heard().push('start'))),
    );
  await run(ana.miro().board.timer.start(1000));
  await clock.advance(SETTLED_MS);
  return { ana: ana.heard().length, ben: ben.heard().length };
}

async function heardAfterOffline(scene: Scene): Promise<readonly Json[]> {
  const { ana, ben, world, clock } = scene;
  await watch(scene, ben.miro(), ben.heard());
  world.setOnline(ben.id, false);
  await set(scene, ana, 1);
  await set(scene, ana, 2);
  await clock.advance(SETTLED_MS);
  expect(ben.heard()).toEqual([]);
  world.setOnline(ben.id, true);
  await set(scene, ana, 3);
  await clock.advance(SETTLED_MS);
  return ben.heard();
}

/** `'true'` → true, `'50'` → 50, `'switches'` as it is. */
function valueOf(written: string): Dialect[keyof Dialect] {
  const known: Readonly<Record<string, unknown>> = { true: true, false: false, 0: 0, 50: 50 };
  return (known[written] ?? written) as Dialect[keyof Dialect];
}

describe('each dialect, with each of its values', () => {
  for (const [name, values] of Object.entries(trials))
    for (const [written, trial] of Object.entries(values) as [string, Trial][])
      test(`${name}: ${written}`, async () => {
        const bench = createBench({ dialect: { [name]: valueOf(written) } });
        const [ana, ben] = [bench.join({ name: 'Ana' }), bench.join({ name: 'Ben' })];
        await trial({ ...bench, ana, ben });
      });
});
