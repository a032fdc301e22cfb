/**
 * Makes the frames that rooms want. For the leading background of the user who ordered them, and
 * nobody else: two clients at the same job would make every frame twice. The panel only orders, so
 * it may be closed at any time.
 */
import type { FramesPort } from '../../board/port';
import { hueOf } from '../../breakout/hues';
import type { UserId } from '../../breakout/ids';
import type { Plan, Room } from '../../breakout/plan';
import type { Changes } from '../../records/merge';
import { planEdits } from '../../records/plan-edits';
import { FRAME_HEIGHT, FRAME_WIDTH, gridCentres, gridSize, type Point } from './frame-grid';

export interface FrameMaker {
  readonly me: UserId;
  readonly frames: Pick<FramesPort, 'emptySpace' | 'create' | 'remove'>;
  /** The newest plan at each call. */
  readonly plan: () => Plan;
  readonly edit: (changes: Changes) => void;
}

/** Rooms whose frame this user has ordered and that have none yet, in listing order. */
export function framesWanted(plan: Plan, me: UserId): readonly Room[] {
  return plan.rooms.filter(({ frame, wantsFrame }) => wantsFrame === me && frame === undefined);
}

/**
 * Makes them one by one and writes each down as soon as it is there, so that whoever goes on after
 * a crash makes only what is missing. Call it again when it is through: rooms may have been added
 * meanwhile. Never run it twice at the same time.
 * @throws {BoardError} of the call that failed; what was made before it is written down
 */
export async function makeFrames({ me, frames, plan, edit }: FrameMaker): Promise<void> {
  const wanted = framesWanted(plan(), me);
  if (wanted.length === 0) return;
  const centre = await frames.emptySpace(gridSize(wanted.length));
  const places = gridCentres(wanted.length, centre);
  for (const [index, { id }] of wanted.entries()) {
    const room = framesWanted(plan(), me).find((candidate) => candidate.id === id);
    const place = places[index];
    if (room === undefined || place === undefined) continue;
    await makeOne({ me, frames, plan, edit }, room, place);
  }
}

async function makeOne(maker: FrameMaker, room: Room, place: Point): Promise<void> {
  const { me, frames, plan, edit } = maker;
  const frame = {
    title: room.name,
    x: place.x,
    y: place.y,
    width: FRAME_WIDTH,
    height: FRAME_HEIGHT,
    fill: hueOf(room.hue).tint,
  };
  // [O13] Another one has been asked for by then.
  const made = await frames.create(
    frame,
    ({ id }) => void frames.remove(id).catch(() => undefined),
  );
  const stillWanted = framesWanted(plan(), me).some(({ id }) => id === room.id);
  // Removed, or given another frame, while this one was made: nobody would ever find it.
  if (!stillWanted) return frames.remove(made.id);
  edit(planEdits.setRoom(room.id, { frame: made.id, wantsFrame: null, title: room.name }));
}
