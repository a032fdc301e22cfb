/** [I11] What screens say, against what is so on the board: nothing half-done is reported as done. */
import { placeIn } from '../../../src/breakout/question';
import { userId } from '../../../src/breakout/ids';
import type { PanelView } from '../../../src/live/views';
import type { Actor } from '../actor';
import { personOf, planOf, runOf } from '../beliefs';
import type { Simulation } from '../simulation';

/** Screens hear of things a little later; what is said for longer than this is a claim. */
const LAG_MS = 8_000;

/** Looks every second at what everybody's panel says. */
export class Claims {
  readonly #sim: Simulation;
  readonly #actors: readonly Actor[];
  /** Claim → since when it has been wrong. */
  readonly #wrong = new Map<string, number>();
  readonly broken = new Set<string>();

  constructor(sim: Simulation, actors: readonly Actor[]) {
    this.#sim = sim;
    this.#actors = actors;
  }

  look(): void {
    const now = this.#sim.clock.now();
    const wrong = new Set(this.#actors.flatMap((actor) => this.#falseClaimsOf(actor)));
    for (const claim of this.#wrong.keys()) if (!wrong.has(claim)) this.#wrong.delete(claim);
    for (const claim of wrong) {
      const since = this.#wrong.get(claim) ?? now;
      this.#wrong.set(claim, since);
      if (now - since > LAG_MS) this.broken.add(`[I11] ${claim}`);
    }
  }

  #falseClaimsOf(actor: Actor): string[] {
    const view = actor.panel?.view;
    if (view === undefined) return [];
    return [
      ...this.#peopleInside(actor, view),
      ...this.#everythingEnded(actor, view),
      ...this.#saved(actor, view),
      ...this.#insideMyself(actor, view),
    ];
  }

  /** "In" on a facilitator's screen: in that room's session. */
  #peopleInside({ name }: Actor, view: PanelView): string[] {
    if (view.screen !== 'open') return [];
    return view.rooms.flatMap((room) => {
      const session = runOf(this.#sim.world)?.rooms.get(room.id)?.session;
      if (session === undefined) return [];
      const inside = this.#sim.world.board().sessions.find(({ id }) => id === session)?.users ?? [];
      return room.people
        .filter(({ id, state }) => /^(in|native-in)$/.test(state) && !inside.includes(id))
        .map(
          (person) => `${name} sees ${person.name} in ${room.name}, where nobody of that name is`,
        );
    });
  }

  /** After the end: no session of ours is left, or the screen says that something is. */
  #everythingEnded({ name }: Actor, view: PanelView): string[] {
    if (view.screen !== 'after' || view.notices.some(({ kind }) => kind === 'step-failed'))
      return [];
    return this.#sim.world
      .board()
      .sessions.map((session) => `${name} sees the end, and ${session.name} is still open`);
  }

  #saved({ name }: Actor, view: PanelView): string[] {
    if (!('saving' in view) || view.saving !== 'saved') return [];
    const stored = planOf(this.#sim.world).rooms;
    const missing = view.rooms.filter(({ id }) => !stored.some((room) => room.id === id));
    return missing.map((room) => `${name} sees ${room.name} as saved, and it is not stored`);
  }

  #insideMyself(actor: Actor, view: PanelView): string[] {
    if (view.screen !== 'in-room') return [];
    const run = runOf(this.#sim.world);
    const place = placeIn(personOf(this.#sim.world, userId(actor.id)), run?.epoch ?? 0);
    const session = place && run?.rooms.get(place.room)?.session;
    const claimed = session === undefined || actor.sessionId === session;
    return claimed ? [] : [`${actor.name} reads that they are in a room, and are in none`];
  }
}
