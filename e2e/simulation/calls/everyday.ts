/**
 * The main story with few people, who look at their screens and do what these offer: Ana opens two
 * rooms, Ben comes with the app, Cem without it, Ana brings everyone back. It finds its way around
 * what fails, as people do, and then tells what it came to.
 */
import type { PanelView, Notice } from '../../../src/live/views';
import type { Actor } from '../actor';
import { runOf } from '../beliefs';
import { everyoneIsBack } from '../invariants';
import { Simulation } from '../simulation';
import { Claims } from './claims';

/** Should nobody bring them back. */
const LENGTH_MS = 100_000;
/** Long enough for people without the app to be invited, to come and to be seen. */
const OPEN_FOR_MS = 24_000;
const CLOSING_MS = 10_000;
/** Nobody presses a button again sooner. */
const PATIENCE_MS = 5_000;
/** The longest that everybody waits for the end. */
const LONGEST_S = 200;
/** From when on nothing fails any more, until all of it must have been mended. */
const MENDING_S = 150;

export type Role = 'facilitator' | 'participant';

/** The k-th call of somebody is rejected, or all from the k-th on. */
export interface Rejection {
  readonly who: Role;
  readonly nth: number;
  readonly forEver: boolean;
  /** Only calls of this kind; absent: all. */
  readonly command?: string;
}

export interface Came {
  /** What was broken; empty: nothing. */
  readonly broken: readonly string[];
  /** Calls that each made until the end. */
  readonly calls: Readonly<Record<Role, number>>;
  /** Notices that stood on Ana's screen, in order. */
  readonly noticed: readonly string[];
  readonly commands: readonly string[];
}

export async function everyday(rejection?: Rejection, seed = 1): Promise<Came> {
  const story = new Everyday(seed, rejection);
  try {
    return await story.play();
  } finally {
    story.close();
  }
}

class Everyday {
  readonly #sim: Simulation;
  readonly #ana: Actor;
  readonly #ben: Actor;
  readonly #cem: Actor;
  readonly #claims: Claims;
  readonly #calls = { facilitator: 0, participant: 0 };
  readonly #commands: string[] = [];
  readonly #pressed = new Map<string, number>();
  readonly #noticed = new Set<string>();
  readonly #rejection: Rejection | undefined;
  #openSince: number | undefined;
  #benWasIn = false;
  #mended = false;

  constructor(seed: number, rejection: Rejection | undefined) {
    this.#rejection = rejection;
    this.#sim = new Simulation({ seed, onCall: (user, command) => this.#count(user, command) });
    this.#ana = this.#sim.addUser({ name: 'Ana' });
    this.#ben = this.#sim.addUser({ name: 'Ben' });
    this.#cem = this.#sim.addUser({ name: 'Cem', authorised: false });
    this.#claims = new Claims(this.#sim, [this.#ana, this.#ben]);
  }

  async play(): Promise<Came> {
    const { world } = this.#sim;
    if (this.#rejection !== undefined) {
      const { who, ...rule } = this.#rejection;
      world.fail({ user: (who === 'facilitator' ? this.#ana : this.#ben).id, ...rule });
    }
    for (const actor of [this.#ana, this.#ben, this.#cem]) actor.comes();
    await this.#until(() => this.#isOver(), LONGEST_S);
    const calls = { ...this.#calls };
    const broken = this.#isToldOf() ? [] : this.#notOver();
    // [I11] Whatever it was: once nothing fails any more it is mended, by itself or by "Try again".
    if (this.#notOver().length > 0) {
      world.clearFailures();
      this.#mended = true;
      await this.#until(() => this.#isOver(), MENDING_S);
      broken.push(...this.#notOver().map((what) => `afterwards: ${what}`));
    }
    broken.push(...this.#claims.broken);
    broken.push(...this.#sim.faults.map((fault) => `[I10] left a page: ${String(fault)}`));
    return { broken, calls, noticed: [...this.#noticed], commands: this.#commands };
  }

  close(): void {
    this.#sim.close();
  }

  async #until(over: () => boolean, seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds && !over(); passed++) {
      this.#anaActs();
      this.#benActs();
      this.#cemActs();
      await this.#sim.seconds(1);
      this.#claims.look();
    }
  }

  #anaActs(): void {
    const { panel } = this.#ana;
    if (panel === undefined) {
      this.#press('icon', () => this.#ana.clicksIcon());
      return;
    }
    const { view, actions } = panel;
    for (const notice of noticesIn(view)) {
      this.#noticed.add(nameOf(notice));
      if (canRetry(notice)) this.#press('try again', () => actions.retry());
    }
    switch (view.screen) {
      case 'unclaimed':
        return this.#press('claim', () => actions.claim());
      case 'prepare':
        if (view.rooms.length === 0) this.#press('rooms', () => actions.createRooms(2));
        else if (view.length !== LENGTH_MS) {
          this.#press('length', () => {
            actions.setLength(LENGTH_MS);
            actions.setSettings({ closingMs: CLOSING_MS });
          });
        } else if (view.saving === 'saved' && view.busy === undefined) {
          this.#press('open', () => actions.open());
        }
        return;
      case 'open':
        this.#openSince ??= this.#sim.clock.now();
        if (this.#sim.clock.now() - this.#openSince >= OPEN_FOR_MS) {
          this.#press('bring back', () => actions.bringBack());
        }
        return;
      default:
        return;
    }
  }

  #benActs(): void {
    const { modal } = this.#ben;
    if (modal?.view.screen === 'invite') this.#press('join', () => modal.actions.join());
    this.#benWasIn ||= this.#ben.session !== undefined;
  }

  #cemActs(): void {
    const { world } = this.#sim;
    if (world.tab(this.#cem.tab)?.invitation) world.answerInvitation(this.#cem.tab, 'accept');
  }

  #press(what: string, press: () => void): void {
    const now = this.#sim.clock.now();
    if (now - (this.#pressed.get(what) ?? -PATIENCE_MS) < PATIENCE_MS) return;
    this.#pressed.set(what, now);
    press();
  }

  #isOver(): boolean {
    return runOf(this.#sim.world)?.phase === 'closed' && this.#notOver().length === 0;
  }

  #notOver(): string[] {
    const ana = this.#ana.panel?.view.screen;
    return [
      ...everyoneIsBack(this.#sim, [this.#ana, this.#ben, this.#cem]).filter(
        (sentence) => !this.#excuses(sentence),
      ),
      ...(ana === 'after' ? [] : [`Ana sees ${ana ?? 'no panel'}`]),
      ...(this.#benWasIn || this.#refusedForEver !== undefined
        ? []
        : ['Ben has never been in a room']),
    ];
  }

  get #refusedForEver(): Role | undefined {
    return this.#rejection?.forEver === true ? this.#rejection.who : undefined;
  }

  /**
   * Whoever has every call refused can neither be asked nor brought back; and [A6] nobody's view is
   * moved long after the end.
   */
  #excuses(sentence: string): boolean {
    if (this.#refusedForEver === undefined) return false;
    if (sentence.endsWith('Ben looks elsewhere')) return true;
    return this.#refusedForEver === 'participant' && !this.#mended && / Ben /.test(sentence);
  }

  /**
   * What failed stands on Ana's screen, with a way to retry. As long as every call of her own page
   * is refused it says that Miro does not answer, or Miro does not even open it.
   */
  #isToldOf(): boolean {
    const view = this.#ana.panel?.view;
    if (this.#refusedForEver === 'facilitator') {
      if (view === undefined || view.screen === 'loading') return true;
    }
    return view !== undefined && noticesIn(view).some(canRetry);
  }

  #count(user: string, command: string): void {
    if (user === this.#ana.id) this.#calls.facilitator++;
    if (user === this.#ben.id) this.#calls.participant++;
    const { who } = this.#rejection ?? { who: undefined };
    if (who === undefined || user === (who === 'facilitator' ? this.#ana : this.#ben).id) {
      this.#commands.push(command);
    }
  }
}

function noticesIn(view: PanelView): readonly Notice[] {
  return 'notices' in view ? view.notices : [];
}

/** Those with "Try again", or that are tried again by themselves and say so. */
function canRetry({ kind }: Notice): boolean {
  return ['step-failed', 'room-failed', 'not-saved', 'offline', 'no-conductor'].includes(kind);
}

const nameOf = (notice: Notice): string =>
  notice.kind === 'step-failed' ? `${notice.kind} ${notice.step}` : notice.kind;
