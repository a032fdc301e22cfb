/** Faults that the simulation found, each as the shortest play that shows it. */
import { expect, test } from 'vitest';
import { userId, type RoomId } from '../../src/breakout/ids';
import { personOf, planOf, runOf, seatsOf } from './beliefs';
import {
  clocksAgree,
  everyoneIsBack,
  everyoneIsInvited,
  nobodyIsLeftBehind,
  roomsHaveOneSession,
} from './invariants';
import type { Actor } from './actor';
import { opened as begun, prepared, type Beginning, type Play } from './prepared';
import type { Simulation, SimulationOptions } from './simulation';
import { simulations } from './simulated';

const simulate = simulations();

const opened = (options: Partial<SimulationOptions> & Beginning): Promise<Play> =>
  begun(simulate({ seed: 1, ...options }), options);

const slow = { timeout: 60_000 };

// Ana, cut off, may write her old beat over Ben's newer one on coming back: two conductors, each with
// a run of its own, and nobody who listens to either is brought back.
test('[I7] a conductor that was cut off does not go on in its old term', slow, async () => {
  const { sim, all, ana, ben, cem } = await opened({ dialect: { offlinePushes: 'lost' } });
  cem.modal?.actions.join();
  await sim.seconds(5);
  ana.setOnline(false);
  await sim.seconds(20);
  expect(runOf(sim.world)?.clock.user).toBe(ben.id);
  ben.goes();
  ana.setOnline(true);
  await sim.seconds(5);
  ben.comes();
  await sim.seconds(60);
  (await ana.opensPanel('open', 'closing')).actions.bringBack();
  await sim.seconds(60);
  expect(runOf(sim.world)?.phase).toBe('closed');
  expect(everyoneIsBack(sim, all)).toEqual([]);
});

// By Cem's own clock a breakout of two minutes was over before it began: the question closed itself
// and came again, for ever.
test('[T6] a clock that is ten minutes ahead does not void the question', slow, async () => {
  const { sim, all, cem } = await opened({ cemsClockMs: 600_000, lengthMs: 120_000 });
  for (let look = 0; look < 12; look++) {
    await sim.seconds(0.5);
    expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  }
  expect(everyoneIsInvited(sim, all)).toEqual([]);
});

// The event that a session has started came before the reply to the call: the session was adopted,
// taken for a double when the reply came, ended, and started again, for ever.
test('[R1] a session whose event comes before its reply is kept', slow, async () => {
  const { sim } = await opened({});
  const before = sim.world.board().sessions.map(({ id }) => id);
  expect(before).toHaveLength(2);
  await sim.seconds(15);
  expect(sim.world.board().sessions.map(({ id }) => id)).toEqual(before);
  expect(roomsHaveOneSession(sim)).toEqual([]);
});

// Ana had started the sessions, and nobody else may end them; then she was made a participant.
test('[R3] who is a facilitator no more ends the sessions they started', slow, async () => {
  const { sim, all, ana, ben } = await opened({ dialect: { mayEnd: 'starter' } });
  expect(sim.world.board().sessions.map(({ starter }) => starter)).toEqual([ana.id, ana.id]);
  const panel = await ben.opensPanel('open');
  panel.actions.removeFacilitator(userId(ana.id));
  await sim.seconds(20);
  (await ben.opensPanel('open')).actions.bringBack();
  await sim.seconds(60);
  expect(everyoneIsBack(sim, all)).toEqual([]);
});

// Beats of a hidden conductor are rare, and those from before its clock was set went on counting: for
// minutes everybody's countdown was wrong by as much as the clock.
test('[I8] [T1] a conductor whose clock is set is believed at once', slow, async () => {
  const { sim, all, ana, cem } = await opened({ lengthMs: 600_000 });
  cem.modal?.actions.notNow();
  await sim.seconds(2);
  await cem.opensPanel('invited');
  await sim.seconds(45);
  expect(clocksAgree(sim, all, 100)).toEqual([]);
  ana.setsClock(-90_000);
  await sim.seconds(8);
  expect(clocksAgree(sim, all, 100)).toEqual([]);
});

// Cem's other window took from the record that he was in his session, and saw nothing to do. And for
// how long his answer had been waited for, it took the step that followed to be overdue.
test('[I3] [I4] [A8] a window that stays takes over from one that was closed', slow, async () => {
  const { sim, all, cem } = await opened({});
  cem.opensWindow();
  await sim.seconds(8);
  const { lead } = personOf(sim.world, cem.id);
  cem.modal?.actions.join();
  await sim.seconds(8);
  expect(cem.session).toBeDefined();
  expect(personOf(sim.world, cem.id).home?.tab).toBe(lead);
  cem.goes();
  await sim.seconds(1);
  expect(cem.session).toBeUndefined();
  await sim.seconds(20);
  expect(cem.session).toBeDefined();
  expect(everyoneIsInvited(sim, all)).toEqual([]);
});

// The question went with the window it was in; the other one held it for asked.
test('[I3] [A8] a question goes on in the window that stays', slow, async () => {
  const { sim, all, cem } = await opened({});
  cem.opensWindow();
  await sim.seconds(8);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  cem.goes();
  await sim.seconds(75);
  expect(everyoneIsInvited(sim, all)).toEqual([]);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
});

// The last beat is the one before the end: nobody who had missed that would have heard of it.
test('[I5] [M10] who was cut off while the rooms closed hears of it afterwards', slow, async () => {
  const dialect = { offlinePushes: 'lost', backgroundMayCloseModal: false } as const;
  const { sim, all, ana, cem } = await opened({ dialect });
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  cem.setOnline(false);
  await sim.seconds(2);
  ana.panel?.actions.bringBack();
  await sim.seconds(3);
  ana.panel?.actions.closeNow();
  await sim.seconds(20);
  expect(runOf(sim.world)?.phase).toBe('closed');
  cem.setOnline(true);
  await sim.seconds(30);
  expect(everyoneIsBack(sim, all)).toEqual([]);
});

// Ben's screen had not heard yet that the rooms were open: his order to cancel changed nothing, but every
// facilitator's screen said “closing”, where nobody can be brought back.
test('[H2] [I5] rooms that are cancelled too late can be closed', slow, async () => {
  const { sim, all, ana, ben } = await opened({});
  await ben.opensPanel('open');
  (await ana.opensPanel('open')).actions.bringBack();
  await sim.seconds(1);
  ana.panel?.actions.closeNow();
  await sim.seconds(20);
  (await ana.opensPanel('after')).actions.prepareNext('same');
  await sim.seconds(2);
  ana.panel?.actions.open();
  await sim.seconds(2);
  expect(ben.panel?.view).toMatchObject({ screen: 'opening' });
  sim.world.setNetwork(ben.id, { latencyMs: 2_500 });
  await sim.seconds(2);
  ben.panel?.actions.cancelOpening();
  await sim.seconds(8);
  sim.world.setNetwork(ben.id, { latencyMs: 0 });
  await sim.seconds(8);
  expect(runOf(sim.world)?.phase).toBe('open');
  for (const { panel } of [ana, ben]) expect(panel?.view).toMatchObject({ screen: 'open' });
  ben.panel?.actions.bringBack();
  await sim.seconds(60);
  expect(everyoneIsBack(sim, all)).toEqual([]);
});

// The window that had joined was home first and cleared the record: the one that led saw nothing left to
// do, set no timer, and could not have left for the other one.
test('[I5] [A6] each of two windows leaves what only its starter may end', slow, async () => {
  const { sim, ana, ben, cem } = await opened({
    dialect: { membership: 'tab', mayEnd: 'starter' },
  });
  cem.modal?.actions.join();
  await sim.seconds(8);
  expect(cem.session).toBeDefined();
  cem.opensWindow();
  await sim.seconds(15);
  ana.goes();
  await sim.seconds(30);
  (await ben.opensPanel('open')).actions.closeNow();
  await sim.seconds(45);
  expect(runOf(sim.world)?.phase).toBe('closed');
  expect(nobodyIsLeftBehind(sim, [cem])).toEqual([]);
});

// Cem's window was opened at the last beat of all: it never heard another, ended nothing by its own clock,
// and no background could close it.
test('[I5] [I7] [T6] a question closes itself though nobody conducts any more', slow, async () => {
  const { sim, ana, ben, cem } = await opened({
    dialect: { backgroundMayCloseModal: false },
    cemsClockMs: -600_000,
    lengthMs: 120_000,
  });
  cem.goes();
  await sim.seconds(2);
  cem.comes();
  await sim.clock.runUntil(() => cem.isAsked, 20_000);
  for (const facilitator of [ana, ben]) facilitator.goes();
  await sim.seconds(180);
  expect(nobodyIsLeftBehind(sim, [cem])).toEqual([]);
});

// Ben had never heard Ana's clock, which is five minutes ahead of his: people saw five more minutes of a
// countdown that had ten seconds left.
test(
  '[I5] [T4] who takes over from an unknown clock goes on with the countdown',
  slow,
  async () => {
    const { sim, all, ana, ben } = await opened({});
    ana.setsClock(300_000);
    await sim.seconds(12);
    (await ana.opensPanel('open')).actions.bringBack();
    await sim.seconds(1);
    ben.reloads();
    await sim.seconds(1);
    ana.goes();
    await sim.seconds(90);
    expect(runOf(sim.world)?.phase).toBe('closed');
    expect(nobodyIsLeftBehind(sim, all)).toEqual([]);
  },
);

// Ana's sessions ended with her, and the event did not reach Ben: for as long as the breakout lasted he took
// them for open, and nobody could join.
test('[I7] [R1] a session whose end was told to nobody is started again', slow, async () => {
  const { sim, ana, ben } = await opened({ dialect: { sessionsSurviveStarter: false } });
  ana.looksAway(true);
  ana.setOnline(false);
  await sim.clock.runUntil(() => runOf(sim.world)?.clock.user === ben.id, 9_000);
  await sim.seconds(1);
  const before = sim.world.board().sessions.map(({ id }) => id);
  sim.world.setNetwork(ben.id, { loss: 1 });
  ana.goes();
  await sim.seconds(5);
  sim.world.setNetwork(ben.id, { loss: 0 });
  await sim.seconds(45);
  expect(before).toHaveLength(2);
  expect(roomsHaveOneSession(sim)).toEqual([]);
});

// Cem could not be let in, and then there was no room any more: that it could not be joined stood on every
// facilitator's screen for as long as the record did.
test('[I11] what failed is no failure any more when it is not to be done', slow, async () => {
  const { sim, ana, cem } = await opened({});
  sim.world.fail({ user: cem.id, command: 'SESSIONS_JOIN', nth: 1, forEver: true });
  cem.modal?.actions.join();
  await sim.seconds(30);
  expect(personOf(sim.world, cem.id).problem?.step).toMatch(/^join /);
  const panel = await ana.opensPanel('open');
  expect(panel.view).toMatchObject({ notices: [{ kind: 'step-failed', step: 'join' }] });
  panel.actions.bringBack();
  await sim.seconds(30);
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
  expect(panel.view).toMatchObject({ screen: 'after', notices: [] });
});

// Cem could not be let into the room that he had said yes to, and that was always tried before anything was
// asked: moved to another room, he never heard of it.
test('[Q2] [A10] who cannot join is asked about the room they are moved to', slow, async () => {
  let joins = 0;
  const { sim, ana, cem, all } = await opened({
    // Nobody else joins anything.
    onCall: (_, command) => {
      if (command === 'SESSIONS_JOIN') joins++;
    },
  });
  sim.world.fail({ user: cem.id, command: 'SESSIONS_JOIN', nth: 1, forEver: true });
  cem.modal?.actions.join();
  await sim.seconds(30);
  expect(personOf(sim.world, cem.id).problem?.step).toMatch(/^join /);
  const panel = await ana.opensPanel('open');
  const other = otherRoom(sim, cem);
  panel.actions.move([[userId(cem.id), other.id]]);
  await sim.seconds(5);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite', room: { name: other.name } });
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
  expect(panel.view).toMatchObject({ notices: [] });
  expect(everyoneIsInvited(sim, all)).toEqual([]);
  // The room that he was to be in before is left alone.
  joins = 0;
  await sim.seconds(70);
  expect(joins).toBe(0);
  sim.world.clearFailures();
  cem.modal?.actions.join();
  await sim.seconds(10);
  expect(cem.session).toContain(other.name);
});

// Cem had been in his room, and after a reload could not be let in again.
test('[Q2] [A10] who cannot come back into their room is asked to move', slow, async () => {
  const { sim, ana, cem } = await opened({});
  cem.modal?.actions.join();
  await sim.seconds(8);
  expect(cem.session).toBeDefined();
  sim.world.fail({ user: cem.id, command: 'SESSIONS_JOIN', nth: 1, forEver: true });
  cem.reloads();
  await sim.seconds(30);
  expect(cem.session).toBeUndefined();
  expect(personOf(sim.world, cem.id).problem?.step).toMatch(/^join /);
  const panel = await ana.opensPanel('open');
  const other = otherRoom(sim, cem);
  panel.actions.move([[userId(cem.id), other.id]]);
  await sim.seconds(5);
  expect(cem.modal?.view).toMatchObject({ screen: 'move', room: { name: other.name } });
  cem.modal?.actions.notNow();
  await sim.seconds(5);
  // They stay where they are, and that fails still.
  expect(personOf(sim.world, cem.id).problem?.step).toMatch(/^join /);
  sim.world.clearFailures();
  await sim.seconds(70);
  expect(cem.session).toBeDefined();
  expect(cem.session).not.toContain(other.name);
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
});

// The window that did not conduct took it for mended that the run could not be stored, the other one said so again,
// and so on, as fast as the network allows.
test('[I11] what one window cannot do is not taken back by another', slow, async () => {
  let writes = 0;
  const { sim, ana } = await opened({
    onCall: (_, command) => {
      if (command === 'STORAGE_SET') writes++;
    },
  });
  ana.opensWindow();
  await sim.seconds(20);
  sim.world.fail({ user: ana.id, command: 'STORAGE_SET', key: 'run', nth: 1, forEver: true });
  (await ana.opensPanel('open')).actions.pause();
  await sim.seconds(5);
  writes = 0;
  for (let look = 0; look < 40; look++) {
    await sim.seconds(0.5);
    expect(personOf(sim.world, ana.id).problem?.step).toBe('run');
  }
  expect(writes).toBeLessThan(30);
  sim.world.clearFailures();
  await sim.seconds(60);
  expect(personOf(sim.world, ana.id).problem).toBeUndefined();
});

// Where Cem had been could not be shown again, and after a minute that was given up: that it had failed stood on
// every facilitator's screen for as long as the record did.
test('[I11] [A6] nobody reads for ever that a view could not be brought back', slow, async () => {
  const { sim, ana, cem } = await opened({});
  cem.modal?.actions.join();
  await sim.seconds(8);
  sim.world.fail({ user: cem.id, command: 'VIEWPORT_SET', nth: 1, forEver: true });
  const panel = await ana.opensPanel('open');
  panel.actions.bringBack();
  await sim.seconds(1);
  panel.actions.closeNow();
  await sim.seconds(20);
  expect(personOf(sim.world, cem.id).problem?.step).toBe('restore');
  await sim.seconds(90);
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
});

// The seat that he was moved to, taken back and given again, had the number of the question that he had answered.
test('[Q1] a move that is taken back and made again is a new question', slow, async () => {
  const { sim, all, ana, cem } = await opened({});
  const panel = await ana.opensPanel('open');
  const other = otherRoom(sim, cem);
  panel.actions.move([[userId(cem.id), other.id]]);
  await sim.seconds(3);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite', room: { name: other.name } });
  cem.modal?.actions.notNow();
  await sim.seconds(2);
  panel.actions.undo();
  await sim.seconds(3);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  panel.actions.move([[userId(cem.id), other.id]]);
  await sim.seconds(3);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite', room: { name: other.name } });
  expect(everyoneIsInvited(sim, all)).toEqual([]);
});

/** Rooms that are chosen, open; `seated`: Ana gives Cem a seat, or takes it away. */
async function chosen() {
  const play = await prepared(simulate({ seed: 1 }));
  const { sim, ana, cem } = play;
  ana.panel?.actions.setSettings({ seating: 'chosen' });
  await sim.seconds(2);
  ana.panel?.actions.open();
  await sim.seconds(6);
  const [apple, birch] = planOf(sim.world).rooms.map(({ id }) => id);
  if (apple === undefined || birch === undefined) throw new Error('There are not two rooms.');
  const panel = await ana.opensPanel('open');
  const seated = async (room: RoomId | undefined) => {
    panel.actions.move([[userId(cem.id), room]]);
    await sim.seconds(3);
  };
  return { ...play, apple, birch, seated };
}

/** Cem, whose seat has been taken away after "Not now", has chosen the other room and is in it. */
async function chosenAnew() {
  const play = await chosen();
  const { sim, cem, apple, birch, seated } = play;
  await seated(apple);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  cem.modal?.actions.notNow();
  await sim.seconds(2);
  await seated(undefined);
  expect(cem.modal?.view).toMatchObject({ screen: 'choose' });
  cem.modal?.actions.choose(birch);
  await sim.seconds(8);
  expect(personOf(sim.world, cem.id).at?.room).toBe(birch);
  return play;
}

// The seat that he had wished for counted on from the question before, the wish did not: he was asked about it.
test('[S10] [Q1] who chooses a room after a seat was taken away is brought in', slow, async () => {
  const { cem } = await chosenAnew();
  expect(cem.session).toBeDefined();
  expect(cem.modal).toBeUndefined();
});

test('[S10] a wish that was granted takes nobody into that room again', slow, async () => {
  const { sim, cem, apple, birch, seated } = await chosenAnew();
  await seated(apple);
  expect(cem.modal?.view).toMatchObject({ screen: 'move' });
  cem.modal?.actions.join();
  await sim.seconds(8);
  expect(personOf(sim.world, cem.id).at?.room).toBe(apple);
  await seated(birch);
  expect(cem.modal?.view).toMatchObject({ screen: 'move' });
  expect(personOf(sim.world, cem.id).at?.room).toBe(apple);
});

test('[S10] nor where they have left and are asked again', slow, async () => {
  const { sim, ana, cem } = await chosenAnew();
  (await cem.opensPanel('in-room')).actions.leave();
  await sim.seconds(5);
  expect(cem.session).toBeUndefined();
  ana.panel?.actions.askAgain(userId(cem.id));
  await sim.seconds(5);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  expect(cem.session).toBeUndefined();
});

test('[S10] a wish that was overruled takes nobody into a room later', slow, async () => {
  const { sim, ana, cem, apple, birch, seated } = await chosen();
  // It is locked just when he chooses it.
  ana.panel?.actions.setLocked(birch, true);
  await sim.seconds(2);
  cem.modal?.actions.choose(birch);
  await sim.seconds(3);
  expect(cem.modal?.view).toMatchObject({ screen: 'choose' });
  await seated(apple);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  cem.modal?.actions.notNow();
  await sim.seconds(2);
  await seated(birch);
  expect(cem.modal?.view).toMatchObject({ screen: 'invite' });
  expect(cem.session).toBeUndefined();
});

// Cem was in his room by then, so nobody thought of it any more: for the whole breakout he looked at where he had
// come from.
test('[A4] [I11] who could not be shown their room is shown it later', slow, async () => {
  const { sim, ana, cem } = await opened({});
  const before = cem.viewport;
  sim.world.fail({ user: cem.id, command: 'VIEWPORT_SET', nth: 1, forEver: true });
  cem.modal?.actions.join();
  await sim.seconds(5);
  expect(cem.session).toBeDefined();
  expect(cem.viewport).toEqual(before);
  expect(personOf(sim.world, cem.id).problem?.step).toMatch(/^arrive /);
  const panel = await ana.opensPanel('open');
  expect(panel.view).toMatchObject({ notices: [{ kind: 'step-failed', step: 'arrive' }] });

  sim.world.clearFailures();
  await sim.seconds(10);
  expect(cem.viewport).not.toEqual(before);
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
  expect(panel.view).toMatchObject({ notices: [] });
  panel.actions.bringBack();
  await sim.seconds(60);
  expect(cem.viewport).toEqual(before);
});

test('[A4] who has gone elsewhere meanwhile is left there', slow, async () => {
  const { sim, cem } = await opened({});
  sim.world.fail({ user: cem.id, command: 'VIEWPORT_SET', nth: 1, forEver: true });
  cem.modal?.actions.join();
  await sim.seconds(5);
  const elsewhere = { x: 20_000, y: 20_000, width: 1_600, height: 1_200 };
  sim.world.setViewport(cem.tab, elsewhere);
  sim.world.clearFailures();
  await sim.seconds(90);
  expect(cem.session).toBeDefined();
  expect(cem.viewport).toEqual(elsewhere);
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
});

// What had kept his view from being moved while he was in the room kept him from coming back into it, too, for a
// minute after it was mended.
test('[A4] [A10] who could not be shown their room comes back into it at once', slow, async () => {
  const { sim, cem } = await opened({});
  const before = cem.viewport;
  sim.world.fail({ user: cem.id, command: 'VIEWPORT_SET', nth: 1, forEver: true });
  cem.modal?.actions.join();
  await sim.seconds(35);
  sim.world.clearFailures();
  (await cem.opensPanel('in-room')).actions.leave();
  await sim.seconds(3);
  expect(cem.session).toBeUndefined();
  cem.panel?.actions.join();
  await sim.seconds(5);
  expect(personOf(sim.world, cem.id).at).toBeDefined();
  expect(cem.viewport).not.toEqual(before);
  expect(personOf(sim.world, cem.id).problem).toBeUndefined();
});

function otherRoom(sim: Simulation, { id }: Actor) {
  const seat = seatsOf(sim.world, 1).get(userId(id));
  const other = planOf(sim.world).rooms.find((room) => room.id !== seat?.room);
  if (other === undefined) throw new Error('There is one room only.');
  return other;
}
