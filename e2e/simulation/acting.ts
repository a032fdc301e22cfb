/** What people do in a play, one act after the other: drawn among what is possible then, or as a script has it. */
import type { Actor } from './actor';
import { besideAnother, count, inPhase, inWindow, type Tally } from './coverage';
import { ACTS_AFTERWARDS, favourOf, weightFor, type Favour } from './favour';
import { operations } from './operations/all';
import type { Operation } from './operations/operation';
import { phaseOf, type Phase, type Scene } from './scene';
import type { Act } from './script';
import { pickWeighted, seeded } from './seeded';

const SECOND_MS = 1_000;
const MOMENT_MS = 100;

export interface ActingOptions {
  readonly scene: Scene;
  readonly seed: number;
  readonly coverage: Tally;
  /** Called after each act. */
  readonly lookOn: () => void;
}

export class Acting {
  /** What was done, in words. */
  readonly story: string[] = [];
  readonly #options: ActingOptions;
  readonly #favour: Favour | undefined;
  /** Acts still to come: fewer, once what is favoured has been done. */
  #actsLeft = Infinity;
  /** The names of what was done. */
  readonly #did = new Set<string>();

  constructor(options: ActingOptions) {
    this.#options = options;
    this.#favour = favourOf(options.seed);
  }

  /** @param done takes what was done, to be done again: also if something stops it */
  async perform(acts: readonly Act[], done: Act[]): Promise<void> {
    const { scene, lookOn } = this.#options;
    // What cannot be done takes its time all the same: played again, the next act comes when it came.
    let afterMs = 0;
    for (const act of acts) {
      if (this.#actsLeft <= 0) return;
      afterMs += await this.#wait(act);
      const random = seeded(act.seed);
      for (const actor of scene.actors) actor.turnsTo(act.window);
      const operation = this.#draw(act, random);
      if (operation === undefined) {
        this.#turnBack();
        continue;
      }
      this.#count(act, operation.name);
      done.push({ ...act, afterMs, operation: operation.name });
      afterMs = 0;
      this.#turnBack(await this.#run(act, operation, random));
      lookOn();
    }
  }

  /** Whoever has acted stays where they did. What nobody could do leaves no trace: it is not done again. */
  #turnBack(acted?: Actor): void {
    for (const actor of this.#options.scene.actors) if (actor !== acted) actor.turnsBack();
  }

  get #phase(): Phase {
    return phaseOf(this.#options.scene.sim.world);
  }

  /**
   * Some phases are over in a moment: who favours one does not let it pass.
   * @returns for how long it was
   */
  async #wait({ afterMs, operation }: Act): Promise<number> {
    const { pass } = this.#options.scene;
    const awaited = operation === undefined ? this.#favour?.phase : undefined;
    if (awaited === undefined || this.#phase === awaited) {
      await pass(afterMs);
      return afterMs;
    }
    let waitedMs = 0;
    while (waitedMs < afterMs && this.#phase !== awaited) {
      const ms = Math.min(MOMENT_MS, afterMs - waitedMs);
      await pass(ms);
      waitedMs += ms;
    }
    return waitedMs;
  }

  #draw({ operation: wanted }: Act, random: () => number): Operation | undefined {
    const { scene } = this.#options;
    const phase = this.#phase;
    const possible = operations.filter(
      ({ name, phases, possible: may }) =>
        (wanted === undefined ? phases.includes(phase) : name === wanted) && may(scene),
    );
    if (possible.length === 0) return undefined;
    const favour = wanted === undefined ? this.#favour : undefined;
    if (favour === undefined) return pickWeighted(possible, random);
    const weighed = possible.map((operation) => ({
      operation,
      weight: weightFor(favour, operation, { phase, done: this.#did }),
    }));
    return pickWeighted(weighed, random).operation;
  }

  #count({ operation: wanted }: Act, name: string): void {
    const phase = this.#phase;
    const isFavoured = name === this.#favour?.operation.name && phase === this.#favour.phase;
    this.#actsLeft -= 1;
    if (wanted === undefined && isFavoured)
      this.#actsLeft = Math.min(this.#actsLeft, ACTS_AFTERWARDS);
    this.#did.add(name);
    count(this.#options.coverage, inPhase(name, phase));
  }

  /** @returns who did it */
  async #run(
    act: Act,
    { name, screens, run }: Operation,
    random: () => number,
  ): Promise<Actor | undefined> {
    const { scene, coverage } = this.#options;
    const at = `${Math.round(scene.sim.clock.now() / SECOND_MS) % 100_000}`;
    const index = this.story.push(`${at} ${name}`) - 1;
    const places = new Map(scene.actors.map((actor) => [actor, placeOf(actor)]));
    const who = await run(scene, random);
    this.story[index] = `${at} ${name} ${who?.name ?? ''}`.trimEnd();
    const { window, shown = [] } = (who && places.get(who)) ?? {};
    if (act.window === undefined || window === undefined) return who;
    this.story[index] += ` (window ${String(window + 1)})`;
    const pressedIn = screens.filter((screen) => shown.includes(screen));
    for (const screen of pressedIn) count(coverage, besideAnother(screen));
    if (pressedIn.length > 0) count(coverage, inWindow(window));
    return who;
  }
}

/** Which of their windows somebody is in, and what it shows. */
const placeOf = ({ window, panel, modal }: Actor) => ({
  window,
  shown: [panel?.view.screen, modal?.view.screen] as readonly (string | undefined)[],
});
