/**
 * [U1] Keeps what is opened as a set-up of this board. The conductor does, because whoever pressed
 * "Open rooms" may have closed their panel at once, or gone.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Epoch, Millis, WriterId } from '../breakout/ids';
import type { NamedSetup } from '../breakout/setup';
import { MergedRecord } from '../records/merged-record';
import { BackOff } from './back-off';
import type { Held } from './held';
import type { OwnRun } from './own-run';

/** A plan is what was opened for so long; later it is what has become of it. */
const FRESH_MS: Millis = 60_000;

export interface LastSetupDeps {
  readonly board: Pick<Board, 'storage'> & { readonly frames: Pick<Board['frames'], 'get'> };
  readonly timers: Timers;
  readonly held: { readonly plan: Pick<Held['plan'], 'value'> };
  readonly ownRun: Pick<OwnRun, 'value' | 'active'>;
  readonly writer: WriterId;
}

export class LastSetup {
  readonly #deps: LastSetupDeps;
  readonly #backOff = new BackOff();
  /** Stays open: another's write may go over ours, which is then brought back. */
  #setups: MergedRecord<readonly NamedSetup[]> | undefined;
  #kept: Epoch | undefined;
  #closed = false;

  constructor(deps: LastSetupDeps) {
    this.#deps = deps;
  }

  evaluate(): void {
    const { timers, ownRun } = this.#deps;
    const run = ownRun.value;
    if (run?.phase !== 'open' || run.epoch === this.#kept) return;
    if (timers.now() - run.openedAt > FRESH_MS) return;
    if (!this.#backOff.mayTry('keep', timers.monotonic())) return;
    this.#backOff.begin('keep');
    void this.#keep(run.epoch);
  }

  close(): void {
    this.#closed = true;
    this.#setups?.close();
  }

  /** Nothing depends on it, so nothing is said if it does not work; the next evaluation tries again. */
  async #keep(epoch: Epoch): Promise<void> {
    const { board, held, timers } = this.#deps;
    const plan = held.plan.value;
    const { plenary } = plan.settings;
    try {
      const [setups, { keepLast }, frame] = await Promise.all([
        this.#opened(),
        import('../live/edits/setups'),
        plenary && board.frames.get(plenary),
      ]);
      if (this.#closed) return;
      const edits = keepLast({ setups: setups.value, plan }, frame?.title);
      // Refused is what a newer version wrote, or nobody can read: it is left as it stands.
      setups.edit(edits.setups ?? {});
      this.#kept = epoch;
      this.#backOff.succeeded('keep');
    } catch {
      this.#backOff.failed('keep', timers.monotonic());
    }
  }

  async #opened(): Promise<MergedRecord<readonly NamedSetup[]>> {
    const { board, timers, writer, ownRun } = this.#deps;
    const { setupsRecord } = await import('../records/setups');
    const setups = (this.#setups ??= new MergedRecord({
      storage: board.storage,
      definition: setupsRecord,
      writer,
      timers,
      repair: () => (ownRun.active ? 'conductor' : 'never'),
    }));
    if (this.#closed) setups.close();
    else await setups.open();
    return setups;
  }
}
