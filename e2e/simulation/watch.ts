import type { Run } from '../../src/breakout/run';
import { compareRegisters, type Doc } from '../../src/records/merge';
import { planRecord } from '../../src/records/plan';
import { runRecord } from '../../src/records/run';
import { seatsRecord } from '../../src/records/seats';
import { isFacilitator, runOf } from './beliefs';
import type { Actor } from './actor';
import type { Simulation } from './simulation';

/** How often Miro's account of credits is looked at: slower than it is, it costs time. */
const ACCOUNT_MS = 10_000;

/** Greatest use of Miro's credits in a minute that was seen, by role. */
export interface Spending {
  facilitator: number;
  participant: number;
}

/** Looks on, and remembers what must not be lost later. */
export class Watch {
  readonly spending: Spending = { facilitator: 0, participant: 0 };
  readonly #sim: Simulation;
  readonly #actors: readonly Actor[];
  /** Record → what stood there while somebody was shown “saved”. */
  readonly #saved = new Map<string, Doc>();
  #accountedAt = 0;
  #epoch = 0;
  #run: Run | undefined;

  constructor(sim: Simulation, actors: readonly Actor[]) {
    this.#sim = sim;
    this.#actors = actors;
  }

  /** To be called every second. */
  look(): void {
    const run = this.#newestRun();
    // [H2] Until it has opened it can be cancelled, and then it never happened.
    if (run !== undefined && run.phase !== 'opening') {
      this.#epoch = Math.max(this.#epoch, run.epoch);
    }
    if (this.#isSaved()) this.#keep();
    if (this.#sim.clock.now() - this.#accountedAt >= ACCOUNT_MS) this.#account();
  }

  /** [I2] Once quiet: nothing that was shown as saved has gone back to something older. */
  lostEdits(): string[] {
    return this.#records().flatMap((record) => {
      const saved = this.#saved.get(record.key);
      const now = this.#read(record);
      if (saved === undefined || now === undefined || now.generation > saved.generation) return [];
      return Object.entries(saved.registers).flatMap(([path, register]) => {
        const current = now.registers[path];
        const kept = current !== undefined && compareRegisters(current, register) >= 0;
        return kept ? [] : [`[I2] ${record.key}: ${path} was saved and is lost`];
      });
    });
  }

  /** [I6] Once quiet: no older epoch has come back. */
  epochWentBack(): string[] {
    const epoch = runOf(this.#sim.world)?.epoch ?? 0;
    const back = epoch < this.#epoch;
    return back ? [`[I6] epoch ${epoch} came back after ${this.#epoch}`] : [];
  }

  /** [M9] Whoever was cut off may store theirs over a newer one: nobody goes back to it. */
  #newestRun(): Run | undefined {
    const run = runOf(this.#sim.world);
    const known = this.#run;
    const older = known !== undefined && run !== undefined && !runRecord.supersedes(known, run);
    if (!older) this.#run = run;
    return this.#run;
  }

  #isSaved(): boolean {
    const states = this.#actors.flatMap(({ panels }) =>
      panels.flatMap(({ view }) => ('saving' in view ? [view.saving] : [])),
    );
    return states.length > 0 && states.every((state) => state === 'saved');
  }

  #keep(): void {
    for (const record of this.#records()) {
      const doc = this.#read(record);
      if (doc !== undefined) this.#saved.set(record.key, doc);
    }
  }

  #records() {
    return [planRecord, seatsRecord(this.#epoch), seatsRecord(this.#epoch + 1)];
  }

  #read(record: { readonly key: string; read: typeof planRecord.read }): Doc | undefined {
    const reading = record.read(this.#sim.world.storage().get(record.key));
    return reading.type === 'ok' ? reading.value : undefined;
  }

  #account(): void {
    const { world, clock } = this.#sim;
    this.#accountedAt = clock.now();
    for (const { id, credits } of world.board().users) {
      const role = isFacilitator(world, id) ? 'facilitator' : 'participant';
      this.spending[role] = Math.max(this.spending[role], credits.minute);
    }
  }
}
