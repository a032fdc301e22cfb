import type { NextGroups } from '../../live/views';

/** What has been chosen on a facilitator's screen and counts only once its button is pressed. */
export class Choices {
  #rooms = $state.raw<number>();
  #divideBy = $state.raw<'rooms' | 'size'>('rooms');
  #groupSize = $state.raw<number>();
  #groups = $state.raw<NextGroups>('new');

  /** Rooms to create on a board without any; `undefined`: as proposed, or by the size of groups. */
  get rooms(): number | undefined {
    return this.#rooms;
  }

  chooseRooms(count: number): void {
    this.#rooms = count;
    this.#groupSize = undefined;
  }

  /** What the facilitator thinks in: so many rooms, or groups of so many. */
  get divideBy(): 'rooms' | 'size' {
    return this.#divideBy;
  }

  chooseDivision(by: 'rooms' | 'size'): void {
    this.#divideBy = by;
  }

  /** So many people in each room, as nearly as it can be, however many come. */
  get groupSize(): number | undefined {
    return this.#groupSize;
  }

  chooseSize(size: number): void {
    this.#groupSize = size;
    this.#rooms = undefined;
  }

  /** Who works together in the next round. */
  get groups(): NextGroups {
    return this.#groups;
  }

  chooseGroups(groups: NextGroups): void {
    this.#groups = groups;
  }
}
