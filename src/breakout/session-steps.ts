/** Miro's sessions: one for each room as long as it is open, and none beside them. */
import { isClosing } from './closing-rooms';
import type { ConductorStep, ConductorView, ListedSession } from './conductor-view';
import type { RoomId, SessionId, UserId } from './ids';
import { isFacilitator, type Plan } from './plan';
import type { Run } from './run';
import { readTag } from './session-tag';

/** Sessions started at a time. */
const AT_ONCE = 8;

/** [R1] Ten rooms to open are the difference between a plan of ten rooms and a board without sessions. */
export function roomSessions({ plan, run, sessions }: ConductorView): ConductorStep[] {
  if (sessions === undefined) return [];
  const listed = new Set(sessions.map(({ id }) => id));
  const steps: ConductorStep[] = [];
  let starting = 0;
  for (const room of plan.rooms) {
    const known = run.rooms.get(room.id);
    if (known?.session !== undefined) {
      if (!listed.has(known.session)) steps.push({ do: 'lost', room: room.id });
      continue;
    }
    if (isClosing(plan, room.id, run.epoch)) continue;
    const found = adoptable(room.id, run, plan, sessions);
    if (found !== undefined) steps.push({ do: 'adopt', room: room.id, session: found });
    else if (starting++ < AT_ONCE) steps.push({ do: 'start', room });
  }
  for (const [room, { session }] of run.rooms) {
    if (plan.rooms.some(({ id }) => id === room)) continue;
    if (session !== undefined && listed.has(session)) steps.push({ do: 'end', session, room });
    else steps.push({ do: 'drop', room });
  }
  return steps;
}

/** [R2] Of several sessions for one room, the least id is adopted by whoever looks. */
function adoptable(
  room: RoomId,
  run: Run,
  plan: Plan,
  sessions: readonly ListedSession[],
): SessionId | undefined {
  return sessions
    .filter(({ description, starter }) => {
      const tag = readTag(description);
      const ours = isFacilitator(plan, starter);
      return tag?.epoch === run.epoch && tag.room === room && ours;
    })
    .map(({ id }) => id)
    .sort()[0];
}

/** [R3] Sessions `me` started that the run does not list: doubles, and what an earlier crash left. */
export function straysOf(
  me: UserId,
  sessions: readonly ListedSession[],
  { run, plan }: Pick<ConductorView, 'run' | 'plan'>,
): SessionId[] {
  const listed = new Set([...run.rooms.values()].map(({ session }) => session));
  return sessions
    .filter(({ id, starter, description }) => {
      if (starter !== me || listed.has(id)) return false;
      const tag = readTag(description);
      const room = tag?.epoch === run.epoch ? run.rooms.get(tag.room) : undefined;
      // Not while the room has none: it will adopt this one.
      const awaited =
        tag?.epoch === run.epoch &&
        room?.session === undefined &&
        plan.rooms.some(({ id: known }) => known === tag.room);
      return !awaited;
    })
    .map(({ id }) => id);
}

export function strays(view: ConductorView): ConductorStep[] {
  const ids = straysOf(view.me, view.sessions ?? [], view);
  return ids.map((session) => ({ do: 'end', session, room: undefined }));
}

/** [H6] Everything that is ours is ended, adopted or not. */
export function endings({ me, run, sessions, plan }: ConductorView): ConductorStep[] {
  const mine = new Map<SessionId, RoomId>();
  for (const [room, { session }] of run.rooms) if (session !== undefined) mine.set(session, room);
  return (sessions ?? [])
    .filter(({ id, starter }) => mine.has(id) || starter === me || isFacilitator(plan, starter))
    .map(({ id }) => ({ do: 'end', session: id, room: mine.get(id) }));
}
