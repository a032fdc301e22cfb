/** The invariants of docs/spec.md as checks on the world, each a list of sentences: none means kept. */
import { choiceState, type ChoiceState } from '../../src/breakout/choosing';
import { distinctNames } from '../../src/breakout/distinct-names';
import { certainlyOverAt } from '../../src/breakout/epoch-over';
import { userId } from '../../src/breakout/ids';
import { answerIn, placeIn } from '../../src/breakout/question';
import { sessionsOf, workIn } from '../../src/breakout/phases';
import { guestCame } from '../../src/breakout/run';
import type { Plan } from '../../src/breakout/plan';
import type { Actor } from './actor';
import type { Simulation } from './simulation';
import { isFacilitator, personOf, planOf, runOf, seatsOf } from './beliefs';
import { failuresAreShown } from './failures-shown';

/** One-way delays of a good network, with some room. */
const CALM_DELAY_MS = 200;

/** [I3] To be asked after some seconds of quiet, with the breakout open. */
export function everyoneIsInvited(sim: Simulation, actors: readonly Actor[]): string[] {
  const { world } = sim;
  const run = runOf(world);
  if (run?.phase !== 'open') return [`[I3] the breakout is not open but ${run?.phase ?? 'none'}`];
  const seats = seatsOf(world, run.epoch);
  const plan = planOf(world);
  const { rooms } = plan;
  return actors.flatMap((actor) => {
    if (!actor.present || !actor.hasApp || isFacilitator(world, actor.id)) return [];
    // What they have answered is nowhere to be read.
    if (!actor.mayWrite) return [];
    const seat = seats.get(userId(actor.id));
    const person = personOf(world, actor.id);
    if (seat === undefined || !rooms.some(({ id }) => id === seat.room)) {
      return withoutSeat(actor, choiceState({ plan, seats, run }, userId(actor.id), person), plan);
    }
    const answer = answerIn(person, run.epoch);
    const place = placeIn(person, run.epoch);
    const session = run.rooms.get(place?.room ?? seat.room)?.session;
    const inside = session !== undefined && actor.sessionId === session;
    // A yes to a room that has gone since, or to another one than theirs before they came, leads
    // nowhere: there is another question.
    const leadsNowhere =
      answer?.kind === 'yes' &&
      (!rooms.some(({ id }) => id === answer.room) ||
        (place === undefined && answer.room !== seat.room));
    if (answer?.kind === 'yes' && !leadsNowhere) {
      const going = run.rooms.get(answer.room)?.session;
      return inside && going === session
        ? []
        : [`[I3] ${actor.name} said yes to ${answer.room} but is in ${String(actor.session)}`];
    }
    const answered = answer?.ask === seat.ask && answer.kind !== 'left';
    if (answered && !leadsNowhere) return [];
    if (answer?.kind === 'left' || answer?.kind === 'never') return [];
    if (answer?.kind === 'later' && inside) return [];
    return actor.isAsked ? [] : [`[I3] ${actor.name} is in no room and sees no question`];
  });
}

/** [S8] Who has no seat chooses a room, or has said not to; or waits, where late arrivals are to. */
function withoutSeat(
  { name, isAsked }: Actor,
  choice: ChoiceState | undefined,
  { settings }: Plan,
): string[] {
  switch (choice?.at) {
    case 'open':
      return isAsked ? [] : [`[I3] ${name} is to choose a room and sees no question`];
    case 'declined':
      return [];
    case 'waiting':
      return [`[I3] ${name} has chosen ${choice.room} and is not seated`];
    case undefined:
      return settings.late === 'wait' ? [] : [`[I3] ${name} has no seat`];
  }
}

/** [I7] One session for each room, and none besides. */
export function roomsHaveOneSession(sim: Simulation): string[] {
  const run = runOf(sim.world);
  if (run?.phase !== 'open') return [];
  const listed = sim.world.board().sessions.map(({ id }): string => id);
  const wanted = [...sessionsOf(run).keys()].map((id): string => id);
  const rooms = planOf(sim.world).rooms.length;
  const wrong =
    wanted.length !== rooms
      ? [`[I7] ${String(wanted.length)} sessions for ${String(rooms)} rooms`]
      : [];
  const strays = listed.filter((id) => !wanted.includes(id));
  const lost = wanted.filter((id) => !listed.includes(id));
  return [
    ...wrong,
    ...strays.map((id) => `[I7] session ${id} belongs to no room`),
    ...lost.map((id) => `[I7] session ${id} is not there`),
  ];
}

/** [I5] To be asked after some seconds of quiet, with the breakout closed. */
export function everyoneIsBack(sim: Simulation, actors: readonly Actor[]): string[] {
  const { world } = sim;
  const run = runOf(world);
  // Where nobody was there to open, there is no run at all.
  const over = run === undefined || run.phase === 'closed';
  const faults = over ? [] : [`[I5] the run is ${run.phase}`];
  for (const { name, id, users } of world.board().sessions) {
    faults.push(`[I5] session ${name} (${id}) is left, with ${String(users.length)} people`);
  }
  return [...faults, ...nobodyIsLeftBehind(sim, actors)];
}

/** [I5] [I7] What holds for people with the app even if no facilitator is there any more. */
export function nobodyIsLeftBehind({ world }: Simulation, actors: readonly Actor[]): string[] {
  return actors.flatMap((actor) => {
    if (!actor.present || !actor.hasApp) return [];
    const { at, home, visiting } = personOf(world, actor.id);
    const visits = visiting !== undefined;
    return [
      ...(actor.isAsked ? [`[I5] ${actor.name} still has a question`] : []),
      ...(actor.session === undefined ? [] : [`[I5] ${actor.name} is in ${actor.session}`]),
      ...(at === undefined ? [] : [`[I5] ${actor.name} still counts as in ${at.room}`]),
      ...(home === undefined ? [] : [`[I5] ${actor.name} has not been brought home`]),
      ...(actor.isHome || visits || isMovedByMiro(world, actor)
        ? []
        : [`[I5] ${actor.name} looks elsewhere`]),
    ];
  });
}

/**
 * [G1] [G2] Whoever may not write is taken for somebody without the app: the conductor brings all of their
 * windows to the room, and no record of theirs says where one looked before.
 */
function isMovedByMiro(world: Simulation['world'], { id, mayWrite }: Actor): boolean {
  return !mayWrite && guestCame(runOf(world)?.guests.get(userId(id)));
}

/** What only its starter may end is left when the starter has gone: empty, and shown. */
export function everythingWhenClosed(sim: Simulation, actors: readonly Actor[]): string[] {
  const excused = (sentence: string): boolean =>
    sim.world.dialect.mayEnd === 'starter' && sentence.endsWith('is left, with 0 people');
  return everyoneIsBack(sim, actors).filter((sentence) => !excused(sentence));
}

/**
 * [C2] [M6] What was ordered is done: rooms that somebody has opened do open. And nothing waits on a
 * screen to be stored, which may be such an order. Whoever may not write is told that it cannot be.
 */
export function nothingIsAwaited({ world }: Simulation, actors: readonly Actor[]): string[] {
  const run = runOf(world);
  const awaited = run?.phase === 'opening' || workIn(run, planOf(world)) === 'ordered';
  const unsaved = actors.filter(
    ({ mayWrite, panels }) =>
      mayWrite && panels.some(({ view }) => 'saving' in view && view.saving !== 'saved'),
  );
  return [
    ...(awaited ? ['[C2] an opening was ordered, and nothing opens'] : []),
    ...unsaved.map(({ name }) => `[M6] what ${name} did is not stored`),
  ];
}

/** [O7] */
export function givenNamesDiffer({ world }: Simulation): string[] {
  const clashes = [...distinctNames(planOf(world).rooms).values()];
  return clashes.map((name) => `[O7] a room should be called ${name}, for its name is taken`);
}

/**
 * [O7] [O8] Names that the app gave differ, and every frame is called as its room is. To be asked
 * where no news of a frame was lost: what Miro has told nobody is seen by the next panel.
 */
export function namesAreInStep(sim: Simulation): string[] {
  const { rooms } = planOf(sim.world);
  const titles = new Map<string, string>(sim.world.items().map(({ id, text }) => [id, text]));
  return [
    ...givenNamesDiffer(sim),
    ...rooms.flatMap(({ name, frame }) => {
      const title = frame && titles.get(frame);
      return title === undefined || title === name
        ? []
        : [`[O8] the room ${name} has a frame called ${title}`];
    }),
  ];
}

/** All that must hold while a breakout goes on and nothing has happened for a while. */
export function everythingWhenOpen(sim: Simulation, actors: readonly Actor[]): string[] {
  // Its end may come while one waits.
  if (runOf(sim.world)?.phase !== 'open') return [];
  return [
    ...everyoneIsInvited(sim, actors),
    ...roomsHaveOneSession(sim),
    ...clocksAgree(sim, actors, CALM_DELAY_MS),
    ...failuresAreShown(sim, actors),
    ...givenNamesDiffer(sim),
  ];
}

/** [I8] Every countdown on a screen that has heard the conductor agrees with the deadline. */
export function clocksAgree(
  sim: Simulation,
  actors: readonly Actor[],
  slowestMs: number,
): string[] {
  const run = runOf(sim.world);
  if (run?.phase !== 'open' || run.deadlineAt === undefined) return [];
  const conductor = actors.find(({ id }) => id === run.clock.user);
  if (conductor === undefined) return [];
  const leftMs = run.deadlineAt - (sim.clock.now() + conductor.clockWrongByMs);
  return actors.flatMap(({ name, panelsInSight }) =>
    panelsInSight.flatMap(({ view }) => {
      if (!('clock' in view) || view.clock.approximate) return [];
      const shownMs = view.clock.remainingMs ?? 0;
      // A view is painted once a second.
      const errorMs = Math.abs(shownMs - leftMs);
      return errorMs <= 1_000 + 1_000 + slowestMs
        ? []
        : [`[I8] ${name} sees ${String(shownMs)} ms, it is ${String(leftMs)} ms`];
    }),
  );
}

/** When people are brought back though nobody says so ([I7]); in true time. */
export function latestEndAt(sim: Simulation, actors: readonly Actor[]): number | undefined {
  const run = runOf(sim.world);
  if (run === undefined) return undefined;
  const at = certainlyOverAt(run, planOf(sim.world).settings.closingMs);
  const conductor = actors.find(({ id }) => id === run.clock.user);
  return at === undefined ? undefined : at - (conductor?.clockWrongByMs ?? 0);
}
