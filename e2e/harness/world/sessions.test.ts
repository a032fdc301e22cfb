import type { InvitationResponseEvent } from '@mirohq/websdk-types';
import { describe, expect, test } from 'vitest';
import { createBench, type Bench, type Visitor } from './bench';
import { INVITATION_MS } from './invitations';
import { OFFLINE_GRACE_MS } from './memberships';

async function scene() {
  const bench = createBench();
  const [ana, ben] = [bench.join({ name: 'Ana' }), bench.join({ name: 'Ben' })];
  const start = (name: string) => bench.run(ana.miro().board.collaboration.startSession({ name }));
  return { ...bench, ana, ben, start };
}

/** Invites Ben; Ana writes down the answers. */
async function invite({ run, start, ana, ben }: Awaited<ReturnType<typeof scene>>, name = 'Apple') {
  const session = await start(name);
  await run(
    session.on(
      'invitation-responded',
      ({ response: { status, reason } }: InvitationResponseEvent) => {
        ana.heard().push(`${name} ${status} ${reason}`);
      },
    ),
  );
  await run(session.invite({ id: ben.id, name: 'Ben' }));
  return session;
}

const membersIn = ({ world }: Bench): readonly (readonly string[])[] =>
  world.board().sessions.map(({ users }) => users);

const join = async ({ run }: Bench, who: Visitor): Promise<void> => {
  const [session] = await run(who.miro().board.collaboration.getSessions());
  await run(session?.join() ?? Promise.reject(new Error('No session.')));
};

describe('D:websdk-reference-session', () => {
  test('only one application may have sessions on a board at a time', async () => {
    const { world, start } = await scene();
    world.setForeignSession(true);
    await expect(start('Apple')).rejects.toThrow('Another application');
    world.setForeignSession(false);
    await start('Apple');
  });

  test("the native invitation shows the session and its starter in all the user's tabs", async () => {
    const it = await scene();
    const second = it.ben.secondTab();
    await invite(it);
    for (const tab of [it.ben, second])
      expect(tab.view().invitation).toMatchObject({ sessionName: 'Apple', from: 'Ana' });
    it.world.answerInvitation(second.tab, 'accept');
    expect(it.ben.view().invitation).toBeNull();
    expect(membersIn(it)).toEqual([[it.ben.id]]);
    await it.clock.advance(INVITATION_MS);
    expect(it.ana.heard()).toEqual(['Apple accepted clicked-button']);
  });

  test('an invitation that nobody answers is rejected as timed-out', async () => {
    const it = await scene();
    await invite(it);
    await it.clock.advance(INVITATION_MS + 10);
    expect(it.ben.view().invitation).toBeNull();
    expect(it.ana.heard()).toEqual(['Apple rejected timed-out']);
  });

  test('a newer invitation takes the place of an older one', async () => {
    const it = await scene();
    await invite(it, 'Apple');
    await invite(it, 'Birch');
    await it.clock.advance(10);
    expect(it.ben.view().invitation?.sessionName).toBe('Birch');
    expect(it.ana.heard()).toEqual(['Apple rejected timed-out']);
  });

  test('inviting again into the session that is being asked about changes nothing', async () => {
    const it = await scene();
    const session = await invite(it);
    await it.clock.advance(INVITATION_MS - 1000);
    await it.run(session.invite({ id: it.ben.id, name: 'Ben' }));
    await it.clock.advance(2000);
    expect(it.ana.heard()).toEqual(['Apple rejected timed-out']);
  });

  test('an invitation goes with its session, and when the user joins by themselves', async () => {
    const it = await scene();
    const session = await invite(it);
    await join(it, it.ben);
    expect(it.ben.view().invitation).toBeNull();
    await it.run(session.end());
    await invite(it, 'Birch').then((birch) => it.run(birch.end()));
    expect(it.ben.view().invitation).toBeNull();
    await it.clock.advance(INVITATION_MS);
    expect(it.ana.heard()).toEqual([]);
  });

  test('people who are inside, offline or gone are not asked', async () => {
    const it = await scene();
    await it.start('Apple');
    await join(it, it.ben);
    const [apple] = await it.run(it.ana.miro().board.collaboration.getSessions());
    await it.run(apple?.invite({ id: it.ben.id, name: 'Ben' }) ?? Promise.resolve());
    expect(it.ben.view().invitation).toBeNull();
    it.world.setOnline(it.ben.id, false);
    const birch = await it.start('Birch');
    await it.run(birch.invite({ id: it.ben.id, name: 'Ben' }, { id: '1', name: 'Nobody' }));
    expect(it.ben.view().invitation).toBeNull();
  });

  test('joining the session one is in already is not told again', async () => {
    const it = await scene();
    const session = await it.start('Apple');
    await it.run(session.on('user-joined', () => void it.ana.heard().push('joined')));
    await join(it, it.ben);
    await join(it, it.ben);
    await it.clock.advance(10);
    expect(it.ana.heard()).toEqual(['joined']);
  });

  test('somebody who loses the connection stays in for a while, and not for ever', async () => {
    const it = await scene();
    await it.start('Apple');
    await join(it, it.ben);
    it.world.setOnline(it.ben.id, false);
    await it.clock.advance(OFFLINE_GRACE_MS - 1);
    it.world.setOnline(it.ben.id, true);
    await it.clock.advance(OFFLINE_GRACE_MS);
    expect(membersIn(it)).toEqual([[it.ben.id]]);
    it.world.setOnline(it.ben.id, false);
    await it.clock.advance(OFFLINE_GRACE_MS);
    expect(membersIn(it)).toEqual([[]]);
  });

  test('sessions live on when everyone has left the board', async () => {
    const it = await scene();
    await it.start('Apple');
    for (const { tab } of [it.ana, it.ben]) it.world.closeTab(tab);
    expect(it.world.board().sessions).toHaveLength(1);
  });

  test('off ends the hearing of one handler only', async () => {
    const it = await scene();
    const session = await it.start('Apple');
    const off = (): void => void it.ana.heard().push('off');
    await it.run(session.on('user-joined', off));
    await it.run(session.on('user-joined', () => void it.ana.heard().push('on')));
    await it.run(session.off('user-joined', off));
    await join(it, it.ben);
    await it.clock.advance(10);
    expect(it.ana.heard()).toEqual(['on']);
  });
});
