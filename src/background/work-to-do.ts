import type { Timers } from '../board/timers';
import { isBehind } from '../breakout/behind';
import type { Observation } from '../breakout/election';
import type { Millis, UserId } from '../breakout/ids';
import { goingOn, workIn, type GoingOn } from '../breakout/phases';
import { isFacilitator } from '../breakout/plan';
import type { Run } from '../breakout/run';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';

export interface WorkToDoDeps {
  readonly timers: Timers;
  readonly held: Held;
  readonly heard: Pick<HeardBeats, 'isOwn' | 'trustedNow'>;
  readonly me: UserId;
  readonly visible: () => boolean;
}

/** What there is for a conductor to do, whoever that is. Each time by the run as it is known best. */
export class WorkToDo {
  readonly #deps: WorkToDoDeps;
  #seen: { readonly kind: 'ordered' | 'running'; readonly sinceAt: Millis } | undefined;

  constructor(deps: WorkToDoDeps) {
    this.#deps = deps;
  }

  /** A breakout is under way, or ordered, as noted last. */
  get isThere(): boolean {
    return this.#seen !== undefined;
  }

  note(run: Run | undefined): void {
    const { held, timers } = this.#deps;
    const kind = workIn(run, held.plan.value);
    if (kind === 'none') this.#seen = undefined;
    else if (this.#seen?.kind !== kind) this.#seen = { kind, sinceAt: timers.monotonic() };
  }

  observed(run: Run | undefined): Pick<Observation, 'work' | 'workMs' | 'starter'> {
    const { held, timers } = this.#deps;
    return {
      work: this.#seen?.kind ?? 'none',
      workMs: this.#seen === undefined ? 0 : timers.monotonic() - this.#seen.sinceAt,
      starter: held.plan.value.wanted((run?.epoch ?? 0) + 1).order?.by,
    };
  }

  /** [C10] Another conductor has left something undone, as a facilitator sees it. */
  isBehind(run: Run | undefined): boolean {
    const { held, heard } = this.#deps;
    if (heard.isOwn || !this.#isFacilitator()) return false;
    const seats = held.seats(run?.epoch ?? 1);
    const seatsDigest = seats.usable ? seats.digest : (run?.seatsDigest ?? '');
    // As long as no clock can be trusted, only what was pressed counts.
    const now = heard.trustedNow() ?? run?.openedAt ?? 0;
    return isBehind(run, held.plan.value, { now, seatsDigest });
  }

  /** What nobody else's beat would tell of: whoever beats reads everything again with each beat. */
  goingOn(run: Run | undefined): GoingOn {
    const { held, heard, visible } = this.#deps;
    const facilitates = this.#isFacilitator() && visible();
    const going = goingOn(run, held.plan.value, { facilitates });
    return heard.isOwn && going !== 'preparing' ? 'nothing' : going;
  }

  #isFacilitator(): boolean {
    const { held, me } = this.#deps;
    return isFacilitator(held.plan.value, me);
  }
}
