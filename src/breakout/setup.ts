/** A set-up: what is prepared and can be used again, here or on another board. Nobody's name is in it. */
import type { Millis } from './ids';
import type { Length, Plan, Settings } from './plan';

export interface SetupRoom {
  readonly name: string;
  /** 0–9. */
  readonly hue: number;
  /** Empty: the task for all rooms. */
  readonly task: string;
  /** At most so many people; `undefined`: as many as come. */
  readonly places?: number | undefined;
  readonly locked?: boolean | undefined;
}

/** How people get their room, and what is kept of it. */
export type Manner = Pick<Settings, 'asking' | 'seating' | 'late' | 'names'>;

/** Where what was opened last is kept by itself; its name is the screens' matter. */
export const LAST_SETUP = 'last';

export interface Setup {
  /** In listing order; at least one. */
  readonly rooms: readonly SetupRoom[];
  readonly task: string;
  readonly length: Length;
  readonly boardTimer: boolean;
  readonly closingMs: Millis;
  /** Title of the frame everyone returns to: on another board it has another id. */
  readonly plenary: string | undefined;
  /** `undefined`: of a version that did not keep it, nor rooms' places and locks. They stay as they are. */
  readonly manner?: Manner | undefined;
}

export interface NamedSetup {
  readonly id: string;
  readonly name: string;
  /** The greatest is the newest. */
  readonly order: number;
  readonly setup: Setup;
}

/** @param titleOf of a frame, as far as it is known */
export function setupOf(
  { rooms, task, length, settings: { asking, seating, late, names, ...settings } }: Plan,
  titleOf: (frame: NonNullable<Plan['settings']['plenary']>) => string | undefined,
): Setup {
  return {
    rooms: rooms.map(({ name, hue, task, places, locked }) => ({
      name,
      hue,
      task,
      places,
      locked,
    })),
    task,
    length,
    boardTimer: settings.boardTimer,
    closingMs: settings.closingMs,
    plenary: settings.plenary && titleOf(settings.plenary),
    manner: { asking, seating, late, names },
  };
}
