/** How the breakout of a play ends: brought back by hand, at its deadline, or with nobody to say so. */
import type { PanelState } from '../../src/live/panel-state.svelte';
import type { Actor } from './actor';
import { runOf } from './beliefs';
import { latestEndAt, nobodyIsLeftBehind, nothingIsAwaited } from './invariants';
import { facilitatorAt, facilitators, type Scene } from './scene';
import type { Ending } from './script';

const SECOND_MS = 1_000;
/** So long before its end a breakout is left alone. */
const SHORTENED_MS = 15_000;
/** [M10] So long at most a screen may show what has changed since. */
const UNHEARD_MS = 30_000;

/** @param mustHold waits until it does */
export async function ends(
  scene: Scene,
  ending: Ending,
  mustHold: (check: () => string[]) => Promise<void>,
): Promise<void> {
  const { sim, actors } = scene;
  const phase = runOf(sim.world)?.phase;
  if (phase === undefined || phase === 'closed') return;
  const chief = await facilitatorAt(scene, 'open', 'closing', 'after');
  if (ending === 'brought back' || !shorten(chief?.panel)) {
    await bringBack(scene, chief);
    return;
  }
  // Long enough for everybody to have heard of the new end. Miro's rate limits may hold it up: of what
  // has left no screen nobody knows when those who ordered it have gone.
  await mustHold(() => nothingIsAwaited(sim, actors));
  const gone = ending === 'deserted' ? facilitators(scene) : [];
  for (const actor of gone) while (actor.tabs > 0) actor.goes();
  await untilTheEnd(scene);
  if (ending !== 'deserted') return;
  // [I7] Without any facilitator people are brought back; the rest is done when one comes again.
  await mustHold(() => nobodyIsLeftBehind(sim, actors));
  for (const actor of gone) actor.comesBack();
}

/** Lets the breakout end soon by itself. False: that cannot be had, because it has no end. */
function shorten(panel: PanelState | undefined): boolean {
  const view = panel?.view;
  if (view?.screen !== 'open' || view.clock.remainingMs === undefined) return false;
  panel?.actions.resume();
  panel?.actions.prolong(SHORTENED_MS - view.clock.remainingMs);
  return true;
}

/** Where rooms are closing there is nothing to press; but they may have been opened again, unheard. */
async function bringBack({ pass }: Scene, chief: Actor | undefined): Promise<void> {
  for (let waitedMs = 0; waitedMs < UNHEARD_MS; waitedMs += SECOND_MS) {
    if (chief?.panel?.view.screen !== 'closing') break;
    await pass(SECOND_MS);
  }
  chief?.panel?.actions.bringBack();
}

async function untilTheEnd({ sim, actors, pass }: Scene): Promise<void> {
  const at = latestEndAt(sim, actors);
  if (at !== undefined) await pass(Math.max(0, at - sim.clock.now()));
}
