import type { Snapshot } from '../snapshot';
import { Astray, type AstrayDeps } from './astray';
import { OwnStays, type OwnStaysDeps } from './own-stays';

/** What only a screen of somebody who takes part wants to know: loaded once they have answered. */
export class TakingPart {
  readonly #astray: Astray;
  readonly #stays: OwnStays;

  constructor(deps: AstrayDeps & OwnStaysDeps) {
    this.#astray = new Astray(deps);
    this.#stays = new OwnStays(deps);
  }

  get facts(): Pick<Snapshot, 'astray' | 'stays'> {
    return { astray: this.#astray.strayed, stays: this.#stays.known };
  }

  /** To be called with every picture of the situation. */
  follow(snapshot: Snapshot): void {
    this.#astray.follow(snapshot);
    this.#stays.follow(snapshot);
  }

  /** The panel is being looked at. */
  lookedAt(): void {
    this.#astray.look();
  }

  /** The view has been taken to the own room's frame. */
  atFrame(): void {
    this.#astray.arrived();
  }

  close(): void {
    this.#astray.close();
    this.#stays.close();
  }
}
