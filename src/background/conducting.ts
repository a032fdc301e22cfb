/**
 * The election as lived by one background: hears beats, claims, beats while it conducts, and hands
 * the run to the `Conductor`. Decisions: `breakout/election.ts`.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import type { Beat } from '../breakout/beat';
import { MAX_COUNTER } from '../breakout/counter';
import { elect, type Observation } from '../breakout/election';
import type { Millis, TabId } from '../breakout/ids';
import type { Run } from '../breakout/run';
import { broadcastPing } from '../records/events';
import { LostPushes } from '../records/lost-pushes';
import type { Arrived } from '../records/owned-copy';
import type { Conductor } from './conductor';
import { CatchingUp } from './catching-up';
import type { HeardBeats } from './heard-beats';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';
import { OwnBeats } from './own-beats';
import type { OwnRun } from './own-run';
import { Ping } from './ping';
import { Rereading } from './rereading';
import { Unheeded } from './unheeded';
import { WorkToDo } from './work-to-do';

export interface ConductingDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly heard: HeardBeats;
  readonly conductor: Conductor;
  readonly ownRun: OwnRun;
  readonly lead: LeadingTab;
  readonly tab: TabId;
  readonly visible: () => boolean;
  readonly wake: () => void;
}

export class Conducting {
  readonly #deps: ConductingDeps;
  readonly #lostPushes: LostPushes;
  readonly #rereading: Rereading;
  readonly #ping = new Ping();
  readonly #unheeded = new Unheeded();
  readonly #ownBeats: OwnBeats;
  readonly #catchingUp: CatchingUp;
  readonly #work: WorkToDo;

  constructor(deps: ConductingDeps) {
    this.#deps = deps;
    const { timers, held } = deps;
    const me = deps.board.me.id;
    this.#rereading = new Rereading({ held, me });
    this.#catchingUp = new CatchingUp(deps);
    this.#ownBeats = new OwnBeats({ ...deps, me });
    this.#work = new WorkToDo({ ...deps, me });
    this.#lostPushes = new LostPushes({
      timers,
      plan: held.plan,
      run: held.run,
      seats: (epoch) => held.seats(epoch),
      people: held.people,
      own: held.person,
      goingOn: () => this.#work.goingOn(this.run),
    });
    held.beat.subscribe((arrived) => {
      this.#hear(arrived);
    });
  }

  /** The fact as this background knows it best: its own while it conducts. */
  get run(): Run | undefined {
    return this.#deps.ownRun.value ?? this.#deps.held.run.value;
  }

  get conducting(): boolean {
    return this.#deps.heard.isOwn;
  }

  /** A tab of ours asks whether we live: the answer is a beat. */
  pinged(): void {
    if (this.conducting) this.#sendBeat();
  }

  retry(): void {
    this.#deps.conductor.retry();
  }

  close(): void {
    this.#deps.conductor.resign();
    this.#lostPushes.close();
  }

  evaluate(): void {
    const { held, conductor } = this.#deps;
    const records = [held.plan, held.run, held.beat];
    // What a newer version has written is for a newer version to carry on.
    if (records.some(({ unreadable }) => unreadable?.newer === true)) conductor.resign();
    else if (records.every(({ usable }) => usable) && held.onlineKnown) this.#conduct();
    this.#lostPushes.look();
  }

  #conduct(): void {
    const { held, timers, conductor, ownRun, heard } = this.#deps;
    const monotonic = timers.monotonic();
    this.#watchClock();
    if (heard.tick()) {
      this.#catchingUp.hasSlept();
      this.#unheeded.askAgain();
    }
    if (this.#catchingUp.behind) void this.#catchingUp.before(() => undefined);

    if (heard.heed(held.run.value)) this.#ping.forget();
    this.#work.note(this.run);
    this.#unheeded.note(this.#work.isBehind(this.run), this.run, monotonic);
    const verdict = elect(this.#observe(monotonic));
    if (verdict === 'lead') this.#deps.lead.claim();
    if (verdict === 'claim') void this.#claim();
    if (verdict === 'ping') this.#sendPing();
    if (verdict === 'conduct') {
      // What has happened is gone on with, whoever did it and in whatever term.
      if (ownRun.overtaken) conductor.resign();
      if (!ownRun.active) void this.#claim();
      // [C3] Somebody else may have gone on while we slept.
      if (this.#catchingUp.behind) return;
      conductor.evaluate(timers.now());
      if (this.#ownBeats.areDue) this.#sendBeat();
    } else if (verdict !== 'claim') {
      conductor.resign();
    }
  }

  /** There is a breakout to conduct, or an order for one. */
  get hasWork(): boolean {
    return this.#work.isThere;
  }

  /** Somebody waits for what a conductor should do, or for its answer: it is looked at more often. */
  get waits(): boolean {
    return this.#unheeded.waits;
  }

  #hear(arrived: Arrived<Beat> | undefined): void {
    const { held, timers, heard } = this.#deps;
    const read = held.beat.value;
    const known = heard.greatest;
    const news = heard.hear(read, arrived);
    if (read === undefined || news === 'nothing') return;
    this.#unheeded.heard(timers.monotonic());
    if (known !== undefined && (known.term !== read.term || known.tab !== read.tab)) {
      this.#ping.forget();
    }
    if (news === 'stored') return;
    held.heard(read.user);
    this.#lostPushes.heard(read);
    this.#rereading.atBeat(this.run?.epoch, this.conducting);
    this.#ping.heard();
  }

  #observe(monotonic: Millis): Observation {
    const { board, tab, lead, held, heard, visible } = this.#deps;
    const beat = heard.greatest;
    const plan = held.plan.value;
    return {
      me: { user: board.me.id, tab },
      leading: lead.leading,
      visible: visible(),
      facilitators: plan.facilitators.map(({ user }) => user),
      online: new Set(held.online.keys()),
      beat,
      // While beats cannot be read there are none to be heard, and silence says nothing.
      silentMs: held.beat.writable ? heard.silentMs() : 0,
      offlineMs: beat === undefined ? 0 : held.offlineMs(beat.user),
      pingedMs: this.#ping.lastedMs(monotonic),
      pingAnswered: this.#ping.answered,
      unheededMs: held.beat.writable ? this.#unheeded.lastedMs(monotonic) : 0,
      unansweredMs: this.#unheeded.unansweredMs(monotonic),
      ...this.#work.observed(this.run),
    };
  }

  async #claim(): Promise<void> {
    const { held, timers, conductor, heard } = this.#deps;
    await this.#catchingUp.before(() => {
      // Somebody else may have been quicker.
      const verdict = elect(this.#observe(timers.monotonic()));
      if (verdict !== 'claim' && verdict !== 'conduct') return;
      const before = held.run.value;
      const last = Math.max(heard.greatest?.term ?? 0, before?.term ?? 0);
      const term = Math.min(MAX_COUNTER, last + 1);
      const shiftMs = heard.clock.shiftFrom(before);
      this.#ownBeats.restart();
      this.#sendBeat(term);
      conductor.begin(term, before, shiftMs);
      this.#unheeded.claimed(timers.monotonic());
    });
  }

  #sendBeat(term = this.#deps.ownRun.term): void {
    const { heard } = this.#deps;
    heard.sent(this.#ownBeats.send(term, this.run, heard.clock.timesSet));
    this.#rereading.atBeat(this.run?.epoch, this.conducting);
  }

  #sendPing(): void {
    const { board, timers, heard } = this.#deps;
    const asked = heard.greatest?.user ?? board.me.id;
    this.#ping.sent(timers.monotonic());
    this.#unheeded.asked(timers.monotonic());
    broadcastPing(board.events, asked).catch(() => {
      // Who has not been asked leaves nothing unanswered. [C4] goes by the beats alone.
      this.#unheeded.notAsked(timers.monotonic());
    });
  }

  #watchClock(): void {
    const { heard, ownRun } = this.#deps;
    const shiftMs = heard.clock.jumpMs();
    if (shiftMs === undefined) return;
    ownRun.clockJumped(shiftMs);
    if (this.conducting) this.#sendBeat();
  }
}
