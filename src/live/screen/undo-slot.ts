import type { Stop } from '../../board/port';
import type { Timers } from '../../board/timers';
import type { Epoch } from '../../breakout/ids';
import type { Edits } from '../edits/edits';
import { UNDO_MS, undoing, undone, type Undoing } from '../undo';
import type { FacilitatorView } from '../views';
import type { Copies } from './copies';

type Offer = NonNullable<FacilitatorView['undo']>;

type Undoable = Pick<Copies, 'plan' | 'seats' | 'setups'>;

interface Taken {
  readonly offer: Offer;
  readonly plan: Undoing | undefined;
  readonly setups: Undoing | undefined;
  readonly seats: { readonly epoch: Epoch; readonly undoing: Undoing } | undefined;
}

/** The latest undoable thing of this screen, for 8 s. */
export class UndoSlot {
  readonly #timers: Timers;
  readonly #onChange: () => void;
  #taken: Taken | undefined;
  #expire: Stop = () => undefined;

  constructor(deps: { readonly timers: Timers; readonly onChange: () => void }) {
    this.#timers = deps.timers;
    this.#onChange = deps.onChange;
  }

  get offer(): Offer | undefined {
    return this.#taken?.offer;
  }

  /** To be called before the edits are applied: it notes what they replace. */
  note(copies: Undoable, { plan, seats, setups }: Edits, offer: Offer): void {
    this.forget();
    this.#taken = {
      offer,
      plan: plan && undoing(copies.plan.doc, plan),
      setups: setups && copies.setups && undoing(copies.setups.doc, setups),
      seats: seats && {
        epoch: seats.epoch,
        undoing: undoing(copies.seats(seats.epoch).doc, seats.changes),
      },
    };
    this.#expire = this.#timers.after(UNDO_MS, () => {
      this.forget();
      this.#onChange();
    });
  }

  /** What takes it back, as far as nobody has changed the same since. */
  take(copies: Undoable): Edits {
    const taken = this.#taken;
    this.forget();
    if (taken === undefined) return {};
    const { plan, seats, setups } = taken;
    return {
      ...(plan && { plan: undone(copies.plan.doc, plan) }),
      ...(setups && copies.setups && { setups: undone(copies.setups.doc, setups) }),
      ...(seats && {
        seats: {
          epoch: seats.epoch,
          changes: undone(copies.seats(seats.epoch).doc, seats.undoing),
        },
      }),
    };
  }

  forget(): void {
    this.#expire();
    this.#taken = undefined;
  }
}
