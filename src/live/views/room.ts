/** Rooms as facilitators see them, and the numbers of all of them. */
import type { RoomId, UserId } from '../../breakout/ids';
import type { Problem } from '../../breakout/run';
import type { PersonView } from './person';

export interface RoomView {
  readonly id: RoomId;
  /** 1-based position in the list. */
  readonly number: number;
  readonly name: string;
  /** 0–9. */
  readonly hue: number;
  readonly task: string;
  readonly link: string | undefined;
  readonly frame: 'none' | 'here' | 'deleted';
  /** Whoever is in this room, and whoever is seated here and in no other. */
  readonly people: readonly PersonView[];
  /** People present, with and without the app. */
  readonly inside: number;
  readonly problem: Problem | undefined;
  /** Sticky notes that have been made in its frame since the opening; `undefined`: none, or not open. */
  readonly notes?: number | undefined;
  /** It is being closed while the others stay open. */
  readonly closing?: boolean;
  /** At most so many people; `undefined`: as many as come. */
  readonly places?: number | undefined;
  /** Nobody can be added. */
  readonly locked?: boolean;
  /** Exactly one person is in, for a while, and nobody is on the way. */
  readonly alone: UserId | undefined;
}

/** Numbers first. `expected` = everyone seated; the others are disjoint and add up to it. */
export interface Counts {
  readonly expected: number;
  readonly inside: number;
  /** Asked, question on screen or on its way. */
  readonly asked: number;
  readonly notNow: number;
  readonly away: number;
}
