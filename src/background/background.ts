/**
 * The whole background of one tab: evaluates everything it consists of (parts.ts) again after every
 * message and every timer. Evaluating is cheap and may always be repeated; nothing in here is a
 * script that could stop half-way.
 */
import type { Stop } from '../board/port';
import type { Millis, UserId } from '../breakout/ids';
import { isFacilitator } from '../breakout/plan';
import { currentEpoch } from '../breakout/run';
import { onPing, onReady } from '../records/events';
import { keys } from '../records/keys';
import { written } from '../records/written';
import { makeParts, type Parts, type PartsDeps } from './parts';

/** Something is looked at again at least this often while a breakout is under way. */
const TICK_MS: Millis = 1_000;
/** As well, while somebody waits for what they have pressed. */
const WAITING_TICK_MS: Millis = 250;

export interface BackgroundDeps extends PartsDeps {
  /** Everything has been removed from the board, and this background has ended. */
  readonly onWiped?: () => void;
}

export class Background {
  readonly #deps: BackgroundDeps;
  readonly #parts: Parts;
  readonly #stops: Stop[] = [];
  #wakePending = false;
  #open = false;
  /** Of the plan, as seen last. */
  #tries: number | undefined;
  #disarm: Stop = () => undefined;

  constructor(deps: BackgroundDeps) {
    this.#deps = deps;
    const wake = (): void => {
      this.#wake();
    };
    this.#parts = makeParts(deps, wake);
    this.#stops.push(deps.visibility.onChange(wake));
  }

  /**
   * Resolves when storage has answered and this background takes part.
   * @throws {BoardError} and is then closed: a new one may try again
   */
  async start(): Promise<void> {
    try {
      await this.#start();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const { board, visibility } = this.#deps;
    const { held, lead, conducting, attendant, ownTraces, facilitatorNotices } = this.#parts;
    await held.open();
    const keep = async (following: Promise<Stop>): Promise<void> => {
      this.#stops.push(await following);
    };
    await Promise.all(
      [
        // [A11] Whoever has heard of a session joins it without asking for the list of all first.
        board.sessions.onStarted(() => undefined),
        board.sessions.onEnded((session) => {
          attendant.forgetSession(session);
          this.#wake();
        }),
        onPing(board.events, (user) => {
          if (user === board.me.id) conducting.pinged();
        }),
        onReady(board.events, ({ user }) => {
          facilitatorNotices.nudged(user);
        }),
      ].map(keep),
    );
    ownTraces.begin();
    lead.begin(visibility.visible());
    this.#open = true;
    this.#wake();
  }

  close(): void {
    const { held, lead, inOrder } = this.#parts;
    this.#open = false;
    this.#disarm();
    for (const stop of this.#stops) stop();
    for (const part of inOrder) part.close?.();
    lead.close();
    held.close();
  }

  /**
   * [K3] Somebody has removed everything. Our own user's record goes, too: it may not have been in
   * the index, or we have written it since. Nothing may write it again, so what is under way is
   * waited for.
   */
  async #wiped(): Promise<void> {
    const { board, onWiped } = this.#deps;
    const { held, lead } = this.#parts;
    this.#open = false;
    lead.close();
    try {
      await written(held.person);
      await board.storage.remove(keys.person(board.me.id));
    } catch {
      // Not removed: it says no more than that this user has the app, and goes with the next removal.
    }
    this.close();
    onWiped?.();
  }

  /** Many messages in one turn are one evaluation. */
  #wake(): void {
    if (this.#wakePending || !this.#open) return;
    this.#wakePending = true;
    queueMicrotask(() => {
      this.#wakePending = false;
      if (this.#open) this.#evaluate();
    });
  }

  #evaluate(): void {
    if (this.#parts.held.plan.status === 'wiped') {
      void this.#wiped();
      return;
    }
    this.#heedTries();
    this.#followPeople();
    for (const part of this.#parts.inOrder) part.evaluate();
    this.#arm();
  }

  /** [I11] A facilitator has pressed "Try again": nobody waits any longer for what failed before. */
  #heedTries(): void {
    const { plan } = this.#parts.held;
    if (!plan.usable) return;
    const { tries } = plan.value;
    const pressed = this.#tries !== undefined && tries !== this.#tries;
    this.#tries = tries;
    if (pressed) for (const part of this.#parts.inOrder) part.retry?.();
  }

  /** Facilitators follow the records of people who are online or seated, seated first. */
  #followPeople(): void {
    const { held, conducting } = this.#parts;
    if (!isFacilitator(held.plan.value, this.#deps.board.me.id)) {
      held.people.follow([]);
      return;
    }
    const seated = held.seats(currentEpoch(conducting.run)).value.keys();
    held.people.follow([...new Set<UserId>([...seated, ...held.online.keys()])]);
  }

  /**
   * One timer for the next moment at which time alone changes something. Set from every evaluation,
   * most of which are caused by messages: chained timers of a hidden page are slowed to one a
   * minute, messages are not, and the conductor's beat brings one every ten seconds.
   */
  #arm(): void {
    this.#disarm();
    const { timers } = this.#deps;
    const { conductor, conducting, attendant, participantNotices } = this.#parts;
    const run = conducting.run;
    const busy = run !== undefined && (run.phase !== 'closed' || attendant.unsettled);
    if (!busy && !conducting.hasWork) return;
    const dueInMs = [conductor.nextAt(), participantNotices.nextAt()]
      .filter((at) => at !== undefined)
      .map((at) => Math.max(0, at - timers.now()));
    const tickMs = conducting.waits ? WAITING_TICK_MS : TICK_MS;
    this.#disarm = timers.after(Math.min(tickMs, ...dueInMs), () => {
      this.#wake();
    });
  }
}
