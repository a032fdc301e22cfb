import type { NextGroups } from '../../live/views';

/** What has been chosen on a facilitator's screen and counts only once its button is pressed. */
export class Choices {
  #rooms = $state.raw<number>();
  #groups = $state.raw<NextGroups>('new');

  /** Rooms to create on a board without any; `undefined`: as proposed. */
  get rooms(): number | undefined {
    return this.#rooms;
  }

  chooseRooms(count: number): void {
    this.#rooms = count;
  }

  /** Who works together in the next round. */
  get groups(): NextGroups {
    return this.#groups;
  }

  chooseGroups(groups: NextGroups): void {
    this.#groups = groups;
  }
}
