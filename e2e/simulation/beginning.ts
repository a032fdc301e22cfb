/** How a play begins: people come, and a breakout is prepared, which somebody opens later on. */
import { userId } from '../../src/breakout/ids';
import { facilitatorAt, type Scene } from './scene';
import type { Script } from './script';
import { seeded } from './seeded';

const SECOND_MS = 1_000;
const LENGTH_MS = 8 * 60_000;
/** The shortest: every second of it is played. */
const CLOSING_MS = 10_000;
/** So far to the right of one another the second windows look, each as large as a first one. */
const APART = 20_000;

export async function prepares(scene: Scene, script: Script): Promise<void> {
  const { actors, pass } = scene;
  for (const actor of actors) actor.comes();
  await pass(3 * SECOND_MS);
  const last = actors.at(-1);
  if (last?.hasApp === true) (await last.opensPanel('unclaimed')).actions.takePart();
  const [chief, second] = actors;
  if (chief === undefined) throw new Error('Nobody plays.');
  const panel = await chief.opensPanel('unclaimed');
  panel.actions.claim();
  await chief.opensPanel('prepare');
  panel.actions.createRooms(script.rooms);
  panel.actions.setSettings({ closingMs: CLOSING_MS });
  panel.actions.setLength(script.ending === 'brought back' ? 'none' : LENGTH_MS);
  if (second !== undefined) panel.actions.makeFacilitator(userId(second.id));
  await pass(4 * SECOND_MS);
  await openWindows(scene, script);
}

/** Beside the first one, or before it. */
async function openWindows({ actors, pass }: Scene, { seed, windows = 0 }: Script): Promise<void> {
  if (windows === 0) return;
  const chance = seeded(seed * 6_113 + 13);
  for (const [index, actor] of actors.entries()) {
    if (chance() >= windows) continue;
    if (chance() < 0.5) actor.looksAway(true);
    actor.opensWindow({ x: APART * (index + 1), y: APART, width: 1_280, height: 800 });
  }
  await pass(3 * SECOND_MS);
}

export async function opens(scene: Scene): Promise<void> {
  // Somebody may have opened them already.
  const opener = await facilitatorAt(scene, 'prepare', 'opening', 'open', 'closing', 'after');
  if (opener?.panel?.view.screen === 'prepare') opener.panel.actions.open();
  await scene.pass(3 * SECOND_MS);
}
