/**
 * One random play: people prepare and open a breakout, do whatever they like on bad networks, and
 * are left alone; then the invariants must hold. Then it ends, in one of several ways, and they
 * must hold again.
 */
import { userId } from '../../src/breakout/ids';
import type { PanelState } from '../../src/live/panel-state.svelte';
import type { Actor } from './actor';
import { runOf } from './beliefs';
import { beliefsOf } from './beliefs-told';
import {
  besideAnother,
  count,
  endingBy,
  inDialect,
  inPhase,
  inWindow,
  type Tally,
} from './coverage';
import {
  everythingWhenClosed,
  everythingWhenOpen,
  latestEndAt,
  nobodyIsLeftBehind,
  nothingIsAwaited,
} from './invariants';
import { ACTS_AFTERWARDS, favourOf, weightFor, type Favour } from './favour';
import { operations } from './operations/all';
import type { Operation } from './operations/operation';
import { facilitators, phaseOf, type Phase, type Scene } from './scene';
import type { Act, Script } from './script';
import { pickWeighted, seeded } from './seeded';
import { settled } from './settled';
import { Simulation } from './simulation';
import { Watch, type Spending } from './watch';

const LENGTH_MS = 8 * 60_000;
const SECOND_MS = 1_000;
const MOMENT_MS = 100;
/** The shortest: every second of it is played. */
const CLOSING_MS = 10_000;
/** So long before its end a breakout is left alone. */
const SHORTENED_MS = 15_000;
/** [M10] So long at most a screen may show what has changed since. */
const UNHEARD_MS = 30_000;
/** Where the second window of somebody looks; it is as large as the first. */
const ELSEWHERE = { x: 20_000, y: 20_000, width: 1_280, height: 800 };
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
  readonly #favour: Favour | undefined;
  /** Acts still to come: fewer, once what is favoured has been done. */
  #actsLeft = Infinity;
  readonly #coverage: Tally = {};
  readonly #story: string[] = [];
  readonly #done: { before: Act[]; after: Act[] } = { before: [], after: [] };
  #beliefs: readonly string[] = [];
  #settledMs = 0;

  constructor(sim: Simulation, script: Script) {
    this.#sim = sim;
    this.#script = script;
    this.#chance = seeded(script.seed * 104_729 + 3);
    this.#favour = favourOf(script.seed);
    const actors = cast(sim, script, this.#chance);
    this.#watch = new Watch(sim, actors);
    this.#scene = { sim, actors, broken: [], pass: (ms) => this.#pass(ms) };
    for (const [name, value] of Object.entries(script.dialect)) {
      count(this.#coverage, inDialect(name, value));
    }
    count(this.#coverage, endingBy(script.ending));
  }

  async run(): Promise<void> {
    await this.#prepare();
    await this.#act(this.#script.before, this.#done.before);
    await this.#open();
    this.#worsen();
    await this.#act(this.#script.after, this.#done.after);
    await this.#calm();
    const { actors } = this.#scene;
    await this.#mustHold(() => nothingIsAwaited(this.#sim, actors));
    if (runOf(this.#sim.world)?.phase === 'open') {
      await this.#mustHold(() => everythingWhenOpen(this.#sim, actors));
    }
    await this.#end();
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
      story: this.#story,
      beliefs: this.#beliefs,
      coverage: this.#coverage,
      spending: this.#watch.spending,
      settledMs: this.#settledMs,
    };
  }

  get #chief(): Actor {
    const chief = this.#scene.actors[0];
    if (chief === undefined) throw new Error('Nobody plays.');
    return chief;
  }

  async #pass(ms: number): Promise<void> {
    for (let restMs = ms; restMs > 0; restMs -= SECOND_MS) {
      await this.#sim.clock.advance(Math.min(restMs, SECOND_MS));
      this.#watch.look();
    }
  }

  async #prepare(): Promise<void> {
    const { actors } = this.#scene;
    for (const actor of actors) actor.comes();
    await this.#pass(3 * SECOND_MS);
    const last = actors.at(-1);
    if (last?.hasApp === true) (await last.opensPanel('unclaimed')).actions.takePart();
    const panel = await this.#chief.opensPanel('unclaimed');
    panel.actions.claim();
    await this.#chief.opensPanel('prepare');
    panel.actions.createRooms(this.#script.rooms);
    panel.actions.setSettings({ closingMs: CLOSING_MS });
    panel.actions.setLength(this.#script.ending === 'brought back' ? 'none' : LENGTH_MS);
    const [, second] = actors;
    if (second !== undefined) panel.actions.makeFacilitator(userId(second.id));
    await this.#pass(4 * SECOND_MS);
    await this.#openWindows();
  }

  /** Beside the first one, or before it. */
  async #openWindows(): Promise<void> {
    const { seed, windows = 0 } = this.#script;
    if (windows === 0) return;
    const chance = seeded(seed * 6_113 + 13);
    for (const actor of this.#scene.actors) {
      if (chance() >= windows) continue;
      if (chance() < 0.5) actor.looksAway(true);
      actor.opensWindow(ELSEWHERE);
    }
    await this.#pass(3 * SECOND_MS);
  }

  async #open(): Promise<void> {
    // Somebody may have opened them already.
    const opener = await this.#facilitatorAt('prepare', 'opening', 'open', 'closing', 'after');
    if (opener?.panel?.view.screen === 'prepare') opener.panel.actions.open();
    await this.#pass(3 * SECOND_MS);
  }

  /** From now on everyone's network is bad. */
  #worsen(): void {
    for (const { id } of this.#scene.actors) {
      const latencyMs = Math.round(this.#chance() * LATENCY_MS);
      const jitterMs = Math.round(this.#chance() * JITTER_MS);
      this.#sim.world.setNetwork(id, { latencyMs, jitterMs, loss: 0.02, duplicate: 0.05 });
    }
  }

  async #act(acts: readonly Act[], done: Act[]): Promise<void> {
    // What cannot be done takes its time all the same: played again, the next act comes when it came.
    let afterMs = 0;
    for (const act of acts) {
      if (this.#actsLeft <= 0) return;
      afterMs += await this.#wait(act);
      const random = seeded(act.seed);
      for (const actor of this.#scene.actors) actor.turnsTo(act.window);
      const operation = this.#draw(act, random);
      if (operation === undefined) continue;
      const { name } = operation;
      const phase = phaseOf(this.#sim.world);
      this.#actsLeft -= 1;
      if (act.operation === undefined && this.#isFavoured(name, phase))
        this.#actsLeft = Math.min(this.#actsLeft, ACTS_AFTERWARDS);
      count(this.#coverage, inPhase(name, phase));
      done.push({ ...act, afterMs, operation: name });
      afterMs = 0;
      const at = `${Math.round(this.#sim.clock.now() / SECOND_MS) % 100_000}`;
      const index = this.#story.push(`${at} ${name}`) - 1;
      const places = new Map(this.#scene.actors.map((actor) => [actor, placeOf(actor)]));
      const who = await operation.run(this.#scene, random);
      this.#story[index] = `${at} ${name} ${who?.name ?? ''}`.trimEnd();
      const { window, shown = [] } = (who && places.get(who)) ?? {};
      if (act.window !== undefined && window !== undefined) {
        this.#story[index] += ` (window ${String(window + 1)})`;
        const pressedIn = operation.screens.filter((screen) => shown.includes(screen));
        for (const screen of pressedIn) count(this.#coverage, besideAnother(screen));
        if (pressedIn.length > 0) count(this.#coverage, inWindow(window));
      }
      this.broke([]);
    }
  }

  #isFavoured(name: string, phase: Phase): boolean {
    return name === this.#favour?.operation.name && phase === this.#favour.phase;
  }

  /**
   * Some phases are over in a moment: who favours one does not let it pass.
   * @returns for how long it was
   */
  async #wait({ afterMs, operation }: Act): Promise<number> {
    const awaited = operation === undefined ? this.#favour?.phase : undefined;
    if (awaited === undefined || phaseOf(this.#sim.world) === awaited) {
      await this.#pass(afterMs);
      return afterMs;
    }
    let waitedMs = 0;
    while (waitedMs < afterMs && phaseOf(this.#sim.world) !== awaited) {
      const ms = Math.min(MOMENT_MS, afterMs - waitedMs);
      await this.#pass(ms);
      waitedMs += ms;
    }
    return waitedMs;
  }

  #draw({ operation: wanted }: Act, random: () => number): Operation | undefined {
    const scene = this.#scene;
    const phase = phaseOf(this.#sim.world);
    const possible = operations.filter(
      ({ name, phases, possible: may }) =>
        (wanted === undefined ? phases.includes(phase) : name === wanted) && may(scene),
    );
    if (possible.length === 0) return undefined;
    const favour = wanted === undefined ? this.#favour : undefined;
    if (favour === undefined) return pickWeighted(possible, random);
    const { before, after } = this.#done;
    const done = new Set([...before, ...after].flatMap(({ operation }) => operation ?? []));
    const weighed = possible.map((operation) => ({
      operation,
      weight: weightFor(favour, operation, { phase, done }),
    }));
    return pickWeighted(weighed, random).operation;
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

  async #end(): Promise<void> {
    const phase = runOf(this.#sim.world)?.phase;
    if (phase === undefined || phase === 'closed') return;
    const chief = await this.#facilitatorAt('open', 'closing', 'after');
    if (this.#script.ending === 'brought back' || !shorten(chief?.panel)) {
      await this.#bringBack(chief);
      return;
    }
    // Long enough for everybody to have heard of the new end. Miro's rate limits may hold it up: of what
    // has left no screen nobody knows when those who ordered it have gone.
    await this.#mustHold(() => nothingIsAwaited(this.#sim, this.#scene.actors));
    const deserting = this.#script.ending === 'deserted';
    const gone = deserting ? facilitators(this.#scene) : [];
    for (const actor of gone) while (actor.tabs > 0) actor.goes();
    await this.#untilTheEnd();
    if (deserting) await this.#afterDesertion(gone);
  }

  /** Where rooms are closing there is nothing to press; but they may have been opened again, unheard. */
  async #bringBack(chief: Actor | undefined): Promise<void> {
    for (let waitedMs = 0; waitedMs < UNHEARD_MS; waitedMs += SECOND_MS) {
      if (chief?.panel?.view.screen !== 'closing') break;
      await this.#pass(SECOND_MS);
    }
    chief?.panel?.actions.bringBack();
  }

  async #untilTheEnd(): Promise<void> {
    const { sim, actors } = this.#scene;
    const at = latestEndAt(sim, actors);
    if (at !== undefined) await this.#pass(Math.max(0, at - sim.clock.now()));
  }

  /** [I7] Without any facilitator people are brought back; the rest is done when one comes again. */
  async #afterDesertion(gone: readonly Actor[]): Promise<void> {
    const { sim, actors } = this.#scene;
    await this.#mustHold(() => nobodyIsLeftBehind(sim, actors));
    for (const actor of gone) actor.comesBack();
  }

  /** A facilitator in front of one of these screens, if any is there. */
  async #facilitatorAt(...screens: readonly string[]): Promise<Actor | undefined> {
    const actor = facilitators(this.#scene).find(({ asleep }) => !asleep);
    await actor?.opensPanel(...screens);
    return actor;
  }
}

/** Which of their windows somebody is in, and what it shows. */
const placeOf = ({ window, panel, modal }: Actor) => ({
  window,
  shown: [panel?.view.screen, modal?.view.screen] as readonly (string | undefined)[],
});

/** Lets the breakout end soon by itself. False: that cannot be had, because it has no end. */
function shorten(panel: PanelState | undefined): boolean {
  const view = panel?.view;
  if (view?.screen !== 'open' || view.clock.remainingMs === undefined) return false;
  panel?.actions.resume();
  panel?.actions.prolong(SHORTENED_MS - view.clock.remainingMs);
  return true;
}

/**
 * Two facilitators to be, and others, some without the app, some of whom may only look at the board;
 * all clocks are wrong by minutes.
 */
function cast(sim: Simulation, { people }: Script, chance: () => number): readonly Actor[] {
  return Array.from({ length: people }, (_, index) =>
    sim.addUser({
      name: nameOf(index),
      authorised: index < 2 || chance() < 0.85,
      role: index < 2 || chance() < 0.9 ? 'editor' : 'viewer',
      clockWrongByMs: Math.round((chance() - 0.5) * 900_000),
    }),
  );
}

const NAMES = ['Ana', 'Ben', 'Cem', 'Dora', 'Emil', 'Fay', 'Gia', 'Hugo', 'Ida', 'Jon'];

const nameOf = (index: number): string => {
  const round = Math.floor(index / NAMES.length);
  return `${NAMES[index % NAMES.length] ?? ''}${round === 0 ? '' : String(round + 1)}`;
};
