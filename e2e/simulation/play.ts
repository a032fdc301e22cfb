/**
 * One random play: people prepare and open a breakout, do whatever they like on bad networks, and
 * are left alone; then the invariants must hold. Then it ends, in one of several ways, and they
 * must hold again.
 */
import { Acting } from './acting';
import { runOf } from './beliefs';
import { beliefsOf } from './beliefs-told';
import { opens, prepares } from './beginning';
import { cast } from './cast';
import { count, endingBy, inDialect, type Tally } from './coverage';
import { ends } from './ending';
import { everythingWhenClosed, everythingWhenOpen, nothingIsAwaited } from './invariants';
import type { Scene } from './scene';
import type { Act, Script } from './script';
import { seeded } from './seeded';
import { settled } from './settled';
import { Simulation } from './simulation';
import { Watch, type Spending } from './watch';

const SECOND_MS = 1_000;
/** A bad network's delay, and how much of it comes and goes. */
const LATENCY_MS = 300;
const JITTER_MS = 600;

export interface Outcome {
  /** What was broken; empty: nothing. */
  readonly broken: readonly string[];
  /** What was done, to be replayed and shortened. */
  readonly script: Script;
  /** The same in words. */
  readonly story: readonly string[];
  /** What each client believed when something was broken. */
  readonly beliefs: readonly string[];
  readonly coverage: Tally;
  readonly spending: Spending;
  /** How long it took in virtual time after the last fault until everything held. */
  readonly settledMs: number;
}

export interface PlayOptions {
  readonly trace?: (line: string) => void;
}

export async function play(script: Script, options: PlayOptions = {}): Promise<Outcome> {
  const sim = new Simulation({ seed: script.seed, dialect: script.dialect, ...options });
  const performance = new Performance(sim, script);
  try {
    await performance.run();
  } catch (error) {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    performance.broke([`stopped: ${what}`]);
  } finally {
    sim.close();
  }
  return performance.outcome();
}

class Performance {
  readonly #sim: Simulation;
  readonly #script: Script;
  readonly #scene: Scene;
  readonly #watch: Watch;
  readonly #chance: () => number;
  readonly #acting: Acting;
  readonly #coverage: Tally = {};
  readonly #done: { before: Act[]; after: Act[] } = { before: [], after: [] };
  #beliefs: readonly string[] = [];
  #settledMs = 0;

  constructor(sim: Simulation, script: Script) {
    this.#sim = sim;
    this.#script = script;
    this.#chance = seeded(script.seed * 104_729 + 3);
    const actors = cast(sim, script, this.#chance);
    this.#watch = new Watch(sim, actors);
    this.#scene = { sim, actors, broken: [], pass: (ms) => this.#pass(ms) };
    this.#acting = new Acting({
      scene: this.#scene,
      seed: script.seed,
      coverage: this.#coverage,
      lookOn: () => this.broke([]),
    });
    for (const [name, value] of Object.entries(script.dialect)) {
      count(this.#coverage, inDialect(name, value));
    }
    count(this.#coverage, endingBy(script.ending));
  }

  async run(): Promise<void> {
    const { before, after, ending } = this.#script;
    await prepares(this.#scene, this.#script);
    await this.#acting.perform(before, this.#done.before);
    await opens(this.#scene);
    this.#worsen();
    await this.#acting.perform(after, this.#done.after);
    await this.#calm();
    const { actors } = this.#scene;
    await this.#mustHold(() => nothingIsAwaited(this.#sim, actors));
    if (runOf(this.#sim.world)?.phase === 'open') {
      await this.#mustHold(() => everythingWhenOpen(this.#sim, actors));
    }
    await ends(this.#scene, ending, (check) => this.#mustHold(check));
    await this.#mustHold(() => everythingWhenClosed(this.#sim, actors));
    this.broke([...this.#watch.lostEdits(), ...this.#watch.epochWentBack()]);
  }

  /** Notes what is wrong, and what everybody believes at that moment. */
  broke(broken: readonly string[]): void {
    const faults = this.#sim.faults.splice(0).map((fault) => `[I10] left a page: ${String(fault)}`);
    this.#scene.broken.push(...broken, ...faults);
    if (this.#scene.broken.length > 0 && this.#beliefs.length === 0) {
      this.#beliefs = beliefsOf(this.#sim, this.#scene.actors);
    }
  }

  outcome(): Outcome {
    return {
      broken: this.#scene.broken,
      script: { ...this.#script, ...this.#done },
      story: this.#acting.story,
      beliefs: this.#beliefs,
      coverage: this.#coverage,
      spending: this.#watch.spending,
      settledMs: this.#settledMs,
    };
  }

  async #pass(ms: number): Promise<void> {
    for (let restMs = ms; restMs > 0; restMs -= SECOND_MS) {
      await this.#sim.clock.advance(Math.min(restMs, SECOND_MS));
      this.#watch.look();
    }
  }

  /** From now on everyone's network is bad. */
  #worsen(): void {
    for (const { id } of this.#scene.actors) {
      const latencyMs = Math.round(this.#chance() * LATENCY_MS);
      const jitterMs = Math.round(this.#chance() * JITTER_MS);
      this.#sim.world.setNetwork(id, { latencyMs, jitterMs, loss: 0.02, duplicate: 0.05 });
    }
  }

  /** Everybody is there again, the network is good, and nothing happens any more. */
  async #calm(): Promise<void> {
    const { world } = this.#sim;
    world.clearFailures();
    world.setForeignSession(false);
    for (const actor of this.#scene.actors) {
      world.setNetwork(actor.id, { latencyMs: 30, jitterMs: 0, loss: 0, duplicate: 0 });
      actor.wakes();
      actor.comesBack();
    }
    await this.#pass(SECOND_MS);
  }

  async #mustHold(check: () => string[]): Promise<void> {
    const { broken, afterMs } = await settled(this.#scene, check);
    this.#settledMs = Math.max(this.#settledMs, afterMs);
    this.broke(broken);
  }
}
