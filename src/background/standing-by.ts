import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { stepsOfLead } from '../breakout/attendant-step';
import type { AttendantView } from '../breakout/attendant-view';
import type { Millis, SessionId } from '../breakout/ids';
import { placeIn } from '../breakout/question';

/** A tab that cannot be seen is slower to claim the lead by so much. */
const HIDDEN_MS: Millis = 7_000;
/** How often Miro is asked whether the user is in a room. */
const LOOK_MS: Millis = 10_000;

type View = Omit<AttendantView, 'dueMs'>;

export interface StandingByDeps {
  readonly board: Pick<Board, 'me' | 'sessions'>;
  readonly timers: Timers;
  readonly wake: () => void;
}

/**
 * [A8] A tab that does not lead: it watches whether the one that does still acts, which may have
 * been closed without a word.
 */
export class StandingBy {
  readonly #deps: StandingByDeps;
  #due: { readonly key: string; readonly sinceAt: Millis } | undefined;
  /** What this tab has claimed the lead for, so that two never take it from each other in turn. */
  #claimedFor = '';
  /** What Miro said last of the session that the record says the user is in. */
  #seen: { readonly session: SessionId; readonly inside: boolean; readonly at: Millis } | undefined;
  #looking = false;

  constructor(deps: StandingByDeps) {
    this.#deps = deps;
  }

  /** How long the step has been due that another tab should begin. To be asked with each view. */
  dueMs(view: View): Millis {
    this.#note(view);
    if (this.#due === undefined) return 0;
    const lasted = this.#deps.timers.monotonic() - this.#due.sinceAt;
    return view.visible ? lasted : Math.max(0, lasted - HIDDEN_MS);
  }

  /** This tab claims the lead. */
  claims(): void {
    this.#claimedFor = this.#due?.key ?? '';
  }

  #note(view: View): void {
    if (view.leading) {
      this.#due = undefined;
      this.#seen = undefined;
      return;
    }
    const [step] = stepsOfLead({
      ...view,
      dueMs: 0,
      modal: undefined,
      choosing: undefined,
      inside: this.#insideOf(view),
    });
    const key = step === undefined ? '' : JSON.stringify(step);
    if (key === '') this.#claimedFor = '';
    if (key === this.#claimedFor) this.#due = undefined;
    else if (this.#due?.key !== key) this.#due = { key, sinceAt: this.#deps.timers.monotonic() };
  }

  /** The record says where the user is, unless Miro says otherwise: closing a tab may leave a session. */
  #insideOf({ person, run }: View): SessionId | 'nowhere' {
    const place = placeIn(person, run?.epoch ?? 0);
    const session = place && run?.rooms.get(place.room)?.session;
    if (session === undefined) return 'nowhere';
    if (run?.phase === 'open') this.#lookNowAndThen(session);
    return this.#seen?.session === session && !this.#seen.inside ? 'nowhere' : session;
  }

  #lookNowAndThen(session: SessionId): void {
    const now = this.#deps.timers.monotonic();
    const known = this.#seen?.session === session && now - this.#seen.at < LOOK_MS;
    if (known || this.#looking) return;
    this.#looking = true;
    void this.#look(session).finally(() => {
      this.#looking = false;
      this.#deps.wake();
    });
  }

  async #look(session: SessionId): Promise<void> {
    const { board, timers } = this.#deps;
    const at = timers.monotonic();
    try {
      const inside = await board.sessions.hasJoined(session, board.me.id);
      this.#seen = { session, inside, at };
    } catch {
      // Not known is as the record says.
      this.#seen = { session, inside: true, at };
    }
  }
}
