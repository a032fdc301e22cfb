/**
 * The election as lived by one background: hears beats, estimates the conductor's clock, claims,
 * beats while it conducts, and hands the run to the `Conductor`. Decisions: `breakout/election.ts`.
 */
import type { Board } from '../board/port';
import type { Timers } from '../board/timers';
import { STALE_BEAT_MS, type Beat } from '../breakout/beat';
import { isBehind } from '../breakout/behind';
import { MAX_COUNTER } from '../breakout/counter';
import { elect, newerBeat, outranks } from '../breakout/election';
import type { Millis, TabId } from '../breakout/ids';
import { goingOn, workIn, type GoingOn } from '../breakout/phases';
import { Silence } from '../breakout/silence';
import type { Run } from '../breakout/run';
import { broadcastPing } from '../records/events';
import { LostPushes } from '../records/lost-pushes';
import type { Arrived } from '../records/owned-copy';
import type { Conductor } from './conductor';
import { CatchingUp } from './catching-up';
import { ConductorClock } from './conductor-clock';
import type { Held } from './held';
import type { LeadingTab } from './leading-tab';
import { OwnBeats } from './own-beats';
import { Rereading } from './rereading';
import { Unheeded } from './unheeded';

export interface ConductingDeps {
  readonly board: Board;
  readonly timers: Timers;
  readonly held: Held;
  readonly conductor: Conductor;
  readonly lead: LeadingTab;
  readonly tab: TabId;
  readonly visible: () => boolean;
  readonly wake: () => void;
}

export class Conducting {
  readonly #deps: ConductingDeps;
  readonly #silence: Silence;
  readonly #lostPushes: LostPushes;
  readonly #clock: ConductorClock;
  readonly #rereading: Rereading;
  readonly #unheeded = new Unheeded();
  readonly #ownBeats: OwnBeats;
  readonly #catchingUp: CatchingUp;
  readonly #bornAt: Millis;
  #beat: Beat | undefined;
  #heardLive = false;
  #work: { readonly kind: 'ordered' | 'running'; readonly sinceAt: Millis } | undefined;
  #ping: { readonly sentAt: Millis; readonly answered: boolean } | undefined;

  constructor(deps: ConductingDeps) {
    this.#deps = deps;
    const { timers, held } = deps;
    this.#bornAt = timers.monotonic();
    this.#silence = new Silence(this.#bornAt);
    this.#clock = new ConductorClock(timers);
    this.#rereading = new Rereading({ held, me: deps.board.me.id });
    this.#catchingUp = new CatchingUp(deps);
    this.#ownBeats = new OwnBeats({ ...deps, me: deps.board.me.id });
    this.#lostPushes = new LostPushes({
      timers,
      plan: held.plan,
      run: held.run,
      seats: (epoch) => held.seats(epoch),
      people: held.people,
      own: held.person,
      goingOn: () => this.#goingOn(),
    });
    held.beat.subscribe((arrived) => {
      this.#hear(arrived);
    });
  }

  /** The fact as this background knows it best: its own while it conducts. */
  get run(): Run | undefined {
    return this.#deps.conductor.run ?? this.#deps.held.run.value;
  }

  get conducting(): boolean {
    const { board, tab } = this.#deps;
    return this.#beat?.user === board.me.id && this.#beat.tab === tab;
  }

  /** The conductor's clock now; the own one as long as no live beat has come. */
  conductorNow(): Millis {
    const { timers } = this.#deps;
    return this.conducting ? timers.now() : this.#clock.now();
  }

  /**
   * As `conductorNow`, but `undefined` until it can be trusted: a live beat has come, or none has
   * come for so long that none will.
   */
  trustedNow(): Millis | undefined {
    const waitedMs = this.#deps.timers.monotonic() - this.#bornAt;
    const trusted = this.conducting || this.#heardLive || waitedMs >= STALE_BEAT_MS;
    return trusted ? this.conductorNow() : undefined;
  }

  /** The own clock minus the conductor's; `undefined` as long as no live beat has come. */
  offsetMs(): Millis | undefined {
    return this.conducting ? 0 : this.#clock.offsetMs();
  }

  /** The same point in time on the local clock, for "until 10:34". */
  localTime(at: Millis): Millis {
    return at + this.#deps.timers.now() - this.conductorNow();
  }

  /** Awake time since the last live beat; `undefined`: none heard yet. */
  beatAgeMs(): Millis | undefined {
    if (this.conducting) return 0;
    return this.#heardLive ? this.#silence.lastedMs(this.#deps.timers.monotonic()) : undefined;
  }

  /** Awake time since the last beat, or since this page began. */
  quietMs(): Millis {
    return this.conducting ? 0 : this.#silence.lastedMs(this.#deps.timers.monotonic());
  }

  /** A tab of ours asks whether we live: the answer is a beat. */
  pinged(): void {
    if (this.conducting) this.#sendBeat();
  }

  close(): void {
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
    const { timers, conductor } = this.#deps;
    const monotonic = timers.monotonic();
    this.#watchClock();
    if (this.#silence.tick(monotonic)) {
      this.#catchingUp.hasSlept();
      this.#unheeded.askAgain();
    }
    if (this.#catchingUp.behind) void this.#catchingUp.before(() => undefined);

    this.#heedRun(monotonic);
    this.#noteWork(monotonic);
    this.#unheeded.note(this.#isBehind(), this.run, monotonic);
    const verdict = elect(this.#observe(monotonic));
    if (verdict === 'lead') this.#deps.lead.claim();
    if (verdict === 'claim') void this.#claim();
    if (verdict === 'ping') this.#sendPing();
    if (verdict === 'conduct') {
      // What has happened is gone on with, whoever did it and in whatever term.
      if (conductor.overtaken) conductor.resign();
      if (!conductor.active) void this.#claim();
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
    return this.#work !== undefined;
  }

  /** Somebody waits for what a conductor should do, or for its answer: it is looked at more often. */
  get waits(): boolean {
    return this.#unheeded.waits;
  }

  #hear(arrived: Arrived<Beat> | undefined): void {
    const { held, timers } = this.#deps;
    const read = held.beat.value;
    if (read === undefined) {
      this.#beat = undefined;
      return;
    }
    const known = this.#beat;
    this.#beat = arrived?.instead === true ? read : newerBeat(known, read);
    if (this.#beat !== read) return;
    if (known !== undefined && read.seq === known.seq && !outranks(read, known)) return;
    this.#silence.heard(timers.monotonic());
    this.#unheeded.heard(timers.monotonic());
    // Whether our own other tab lives is asked of each conductor anew.
    if (known !== undefined && (known.term !== read.term || known.tab !== read.tab)) {
      this.#ping = undefined;
    }
    // Only a change is fresh: the first value of a subscription may be from yesterday.
    if (arrived?.changed !== true) return;
    this.#heardLive = true;
    held.heard(read.user);
    this.#lostPushes.heard(read);
    this.#rereading.atBeat(this.run?.epoch, this.conducting);
    this.#clock.heard(read);
    if (this.#ping !== undefined) this.#ping = { ...this.#ping, answered: true };
  }

  /**
   * [C7] Whoever wrote the run in a greater term is the conductor, whatever beat stands in storage:
   * one that was cut off may have written its old beat over the new one's on coming back.
   */
  #heedRun(monotonic: Millis): void {
    const run = this.#deps.held.run.value;
    if (run === undefined || run.term <= (this.#beat?.term ?? 0)) return;
    const { term, clock } = run;
    const digests = { planDigest: '', seatsDigest: '', runDigest: '' };
    this.#beat = { term, seq: 0, ...clock, visible: true, at: 0, ...digests };
    this.#silence.heard(monotonic);
    this.#ping = undefined;
  }

  #observe(monotonic: Millis): Parameters<typeof elect>[0] {
    const { board, tab, lead, held, visible } = this.#deps;
    const plan = held.plan.value;
    const wanted = plan.wanted((this.run?.epoch ?? 0) + 1);
    return {
      me: { user: board.me.id, tab },
      leading: lead.leading,
      visible: visible(),
      facilitators: plan.facilitators.map(({ user }) => user),
      online: new Set(held.online.keys()),
      beat: this.#beat,
      // While beats cannot be read there are none to be heard, and silence says nothing.
      silentMs: held.beat.writable ? this.#silence.lastedMs(monotonic) : 0,
      offlineMs: this.#beat === undefined ? 0 : held.offlineMs(this.#beat.user),
      pingedMs: this.#ping === undefined ? undefined : monotonic - this.#ping.sentAt,
      pingAnswered: this.#ping?.answered ?? false,
      unheededMs: held.beat.writable ? this.#unheeded.lastedMs(monotonic) : 0,
      unansweredMs: this.#unheeded.unansweredMs(monotonic),
      work: this.#work?.kind ?? 'none',
      workMs: this.#work === undefined ? 0 : monotonic - this.#work.sinceAt,
      starter: wanted.order?.by,
    };
  }

  /** What nobody else's beat would tell of: whoever beats reads everything again with each beat. */
  #goingOn(): GoingOn {
    const { held, board, visible } = this.#deps;
    const plan = held.plan.value;
    const facilitates = plan.facilitators.some(({ user }) => user === board.me.id) && visible();
    const going = goingOn(this.run, plan, { facilitates });
    return this.conducting && going !== 'preparing' ? 'nothing' : going;
  }

  #isBehind(): boolean {
    const { board, held } = this.#deps;
    const { run } = this;
    const { facilitators } = held.plan.value;
    if (this.conducting || !facilitators.some(({ user }) => user === board.me.id)) return false;
    const seats = held.seats(run?.epoch ?? 1);
    const seatsDigest = seats.usable ? seats.digest : (run?.seatsDigest ?? '');
    // As long as no clock can be trusted, only what was pressed counts.
    const now = this.trustedNow() ?? run?.openedAt ?? 0;
    return isBehind(run, held.plan.value, { now, seatsDigest });
  }

  #noteWork(monotonic: Millis): void {
    const kind = workIn(this.run, this.#deps.held.plan.value);
    if (kind === 'none') this.#work = undefined;
    else if (this.#work?.kind !== kind) this.#work = { kind, sinceAt: monotonic };
  }

  async #claim(): Promise<void> {
    const { held, timers, conductor } = this.#deps;
    await this.#catchingUp.before(() => {
      // Somebody else may have been quicker.
      const verdict = elect(this.#observe(timers.monotonic()));
      if (verdict !== 'claim' && verdict !== 'conduct') return;
      const before = held.run.value;
      const last = Math.max(this.#beat?.term ?? 0, before?.term ?? 0);
      const term = Math.min(MAX_COUNTER, last + 1);
      const shiftMs = this.#clock.shiftFrom(before);
      this.#ownBeats.restart();
      this.#sendBeat(term);
      conductor.begin(term, before, shiftMs);
      this.#unheeded.claimed(timers.monotonic());
    });
  }

  #sendBeat(term = this.#deps.conductor.term): void {
    const beat = this.#ownBeats.send(term, this.run, this.#clock.timesSet);
    this.#beat = newerBeat(this.#beat, beat);
    this.#silence.heard(this.#deps.timers.monotonic());
    this.#rereading.atBeat(this.run?.epoch, this.conducting);
  }

  #sendPing(): void {
    const { board, timers } = this.#deps;
    const asked = this.#beat?.user ?? board.me.id;
    // What it has answered once stays answered: it lives, and is judged like anybody else's.
    this.#ping ??= { sentAt: timers.monotonic(), answered: false };
    this.#unheeded.asked(timers.monotonic());
    broadcastPing(board.events, asked).catch(() => {
      // Who has not been asked leaves nothing unanswered. [C4] goes by the beats alone.
      this.#unheeded.notAsked(timers.monotonic());
    });
  }

  #watchClock(): void {
    const shiftMs = this.#clock.jumpMs();
    if (shiftMs === undefined) return;
    this.#deps.conductor.clockJumped(shiftMs);
    if (this.conducting) this.#sendBeat();
  }
}
