import { BoardError, isRateLimit } from '../../board/errors';
import type { Timers } from '../../board/timers';
import type { PanelPort } from '../../board/port';
import type { FrameId, UserId } from '../../breakout/ids';
import { keys } from '../../records/keys';
import { mendingOf } from '../../records/mend';
import { indexRecord } from '../../records/stored-index';
import type { ConductorLost, UnreadableRecord } from '../snapshot';
import type { Copies } from './copies';
import { selectedIn } from '../../records/read-panel-data';
import { MissedPushes } from './missed-pushes';
import { Unheard } from './unheard';

/** Which frames were selected when the icon was clicked. What cannot be asked for was not. */
export const selectedBefore = (panel: PanelPort): Promise<readonly FrameId[]> =>
  panel.panelData().then(selectedIn, () => []);

/** What facilitators' screens watch over besides what they show: whether the data is sound, and somebody conducts. */
export class Watching {
  readonly #copies: Copies;
  readonly #unheard: Unheard;

  constructor({ copies, timers }: { readonly copies: Copies; readonly timers: Timers }) {
    this.#copies = copies;
    this.#unheard = new Unheard(timers);
  }

  /** The conductor keeps the index, whose page has no screen: if it cannot be read, somebody is to see it. */
  open(): Promise<void> {
    new MissedPushes(this.#copies).watch();
    return this.#copies.openIndex(indexRecord);
  }

  /** [R7] Whoever's own calls are refused cannot hear anybody, and may be the one to be heard. */
  get conductorLost(): ConductorLost {
    const { plan, run, beat, lostPushes } = this.#copies;
    if (!this.#unheard.isLost(plan.value, run.value, beat)) return undefined;
    const { failure } = lostPushes;
    const limited = failure instanceof BoardError && isRateLimit(failure.code);
    return limited ? 'limited' : 'silent';
  }

  /** [M11] Every record that cannot be read or is at its bounds, with what can be done about it. */
  unreadable(names: ReadonlyMap<UserId, string>): readonly UnreadableRecord[] {
    const { merged, owned, people } = this.#copies;
    const own = [...owned, ...merged].flatMap((record) => {
      const mending = mendingOf(record);
      const { key, unreadable } = record;
      return unreadable === undefined && mending === undefined
        ? []
        : [{ record: key, newer: unreadable?.newer ?? false, mending }];
    });
    const theirs = Array.from(people.unreadable, ([user, unreadable]) => ({
      record: keys.person(user),
      name: names.get(user) ?? people.known.get(user)?.name ?? '',
      newer: unreadable.newer,
      mending: mendingOf({ unreadable, usable: people.docOf(user) !== undefined }),
    }));
    return [...own, ...theirs];
  }
}
