import { retryIn, savingOf } from './saving';
import { goingOn } from '../../breakout/phases';
import { contentDigest } from '../../records/plan';
import type { Board, FrameInfo, PanelPort } from '../../board/port';
import type { Epoch } from '../../breakout/ids';
import type { Desk } from '../actions/desk';
import type { Edits } from '../edits/edits';
import type { FacilitatorsOnBoard } from '../on-board/on-board.svelte';
import { overruledBy } from '../overruled';
import { nothingPast, type PastView } from '../past-view';
import type { Snapshot } from '../snapshot';
import type { FacilitatorView } from '../views';
import { BoardFrames } from './board-frames';
import { LastingThings } from './lasting-things';
import { LaterRounds } from './later-rounds';
import { Mishap } from './mishap';
import { OwnWishes } from './own-wishes';
import { peopleToFollow } from './people-to-follow';
import { Situation, type SituationDeps } from './situation';
import { UndoSlot } from './undo-slot';
import type { TakingPart } from './taking-part';
import type { Watching } from './watching';

export interface WorkbenchDeps extends Omit<
  SituationDeps,
  'board' | 'wishes' | 'goingOn' | 'order'
> {
  readonly board: Pick<
    Board,
    'me' | 'storage' | 'users' | 'events' | 'frames' | 'items' | 'view'
  > & {
    readonly ui: PanelPort;
  };
  /** The user asked for less motion: views jump instead of gliding. */
  readonly lessMotion: () => boolean;
}

/** What the panel's actions work on: the situation, the board's frames, and a way back. */
export class Workbench implements Omit<Desk, 'names'> {
  readonly board: Desk['board'];
  readonly random: () => number;
  readonly lessMotion: () => boolean;
  readonly rounds: LaterRounds;
  readonly #situation: Situation;
  readonly #frames: BoardFrames;
  readonly #undo: UndoSlot;
  readonly #mishap: Mishap;
  readonly #lasting = new LastingThings();
  readonly #onChange: () => void;
  readonly #deps: WorkbenchDeps;
  #watchingFrames = false;
  /** Of facilitators, once it is loaded: the first screen does without. */
  #watching: Watching | undefined;
  /** Of participants, in the same way. */
  #takingPart: TakingPart | undefined;
  #takesPart = false;
  #onBoard: Promise<FacilitatorsOnBoard> | undefined;
  #past = nothingPast;

  constructor(deps: WorkbenchDeps) {
    this.#deps = deps;
    this.board = deps.board;
    this.random = () => deps.timers.random();
    this.lessMotion = deps.lessMotion;
    this.#onChange = deps.onChange;
    this.#frames = new BoardFrames({ ...deps, onSeen: (frames) => void this.#follow(frames) });
    this.#undo = new UndoSlot(deps);
    this.#mishap = new Mishap(deps);
    this.#situation = new Situation({
      ...deps,
      wishes: (epoch) =>
        new OwnWishes((paths) => this.#mishap.overruled(overruledBy(epoch, paths))),
      goingOn: () => {
        const { run, plan, isFacilitator: facilitates } = this.#situation.copies;
        return goingOn(run.value, plan.value, { facilitates });
      },
      order: () => {
        const { plan, isFacilitator } = this.#situation.copies;
        if (isFacilitator) plan.storeAgain();
      },
    });
    this.rounds = new LaterRounds({ ...deps, now: () => this.snapshot() });
  }

  /** @throws {BoardError} when Miro does not say who is online */
  open(): Promise<void> {
    return this.#situation.open();
  }

  readonly snapshot = (): Snapshot => {
    const snapshot = this.#situation.snapshot({
      planDigest: contentDigest(this.#situation.copies.plan.doc),
      saving: savingOf(this.#situation.copies.merged),
      unreadable: this.#watching?.unreadable(this.#situation.names) ?? [],
      frames: this.#frames.list,
      selected: this.#frames.selected,
      lostFrames: this.#frames.lost,
      failed: this.#mishap.current,
      undo: this.#undo.offer,
      past: this.#past,
      lasting: new Map(),
      overruled: this.#mishap.lost,
      conductorLost: this.#watching?.conductorLost,
      rounds: undefined,
      astray: false,
      stays: undefined,
      ...this.#takingPart?.facts,
    });
    return {
      ...snapshot,
      lasting: this.#lasting.note(snapshot),
      rounds: this.rounds.facts(snapshot),
    };
  };

  /** Follows what this situation shows: its people, and the rooms' frames, or the way back to one's own. */
  follow(snapshot: Snapshot): void {
    this.#situation.follow(peopleToFollow(snapshot));
    const { copies } = this.#situation;
    if (!copies.isFacilitator) {
      this.#followOwn(snapshot);
      return;
    }
    this.rounds.follow(snapshot);
    this.#frames.check(snapshot.plan.rooms.flatMap(({ frame }) => frame ?? []));
    if (this.#watchingFrames) return;
    this.#watchingFrames = true;
    this.attempt('frames', () => this.#watchFrames());
    this.attempt('load', () => this.#watch());
  }

  /** Once: records and counts are the same on every page. What cannot be loaded is asked for again. */
  readonly onBoard = (): Promise<FacilitatorsOnBoard> => {
    this.#onBoard ??= this.#openOnBoard();
    return this.#onBoard;
  };

  /** Somebody looks at this screen, after whatever they did elsewhere. */
  lookedAt(): void {
    this.#takingPart?.lookedAt();
  }

  /** The view has been taken to the own room's frame. */
  readonly atFrame = (): void => this.#takingPart?.atFrame();

  close(): void {
    this.#takingPart?.close();
    this.#undo.forget();
    this.rounds.close();
    this.#mishap.close();
    this.#situation.close();
  }

  readonly apply = (edits: Edits, undo?: NonNullable<FacilitatorView['undo']>): void => {
    const { copies } = this.#situation;
    const undoable = [edits.plan, edits.seats, edits.setups].some((made) => made !== undefined);
    if (undo !== undefined && undoable) this.#undo.note(copies, edits, undo);
    const refusal = copies.edit(edits);
    if (refusal !== undefined) {
      this.#undo.forget();
      this.#mishap.refused(refusal);
    }
    this.#onChange();
  };

  readonly undo = (): void => this.apply(this.#undo.take(this.#situation.copies));

  readonly seatsDigest = (epoch: Epoch): string => this.#situation.copies.seats(epoch).digest;

  readonly remember = (change: Partial<PastView>): void => {
    this.#past = { ...this.#past, ...change };
    this.#onChange();
  };

  readonly loadFrames = (): Promise<void> => this.#frames.load();

  readonly loadSetups = async (): Promise<void> => {
    const { setupsRecord } = await import('../../records/setups');
    await this.#situation.copies.openSetups(setupsRecord);
    this.#onChange();
  };

  readonly mend: Desk['mend'] = (record, how) => {
    const { board, timers } = this.#deps;
    const { copies } = this.#situation;
    this.attempt('mend', () => how(record, { copies, board, now: timers.now() }));
  };

  readonly attempt = (step: string, job: () => Promise<void>): void => {
    void this.#mishap.attempt(step, job);
  };

  readonly retry = (): void => {
    this.#mishap.clear();
    retryIn(this.#situation.copies.merged);
    this.#onChange();
  };

  #followOwn(snapshot: Snapshot): void {
    this.#takingPart?.follow(snapshot);
    const person = snapshot.people.get(snapshot.me.id);
    if (this.#takesPart || (person?.answer ?? person?.at) === undefined) return;
    this.#takesPart = true;
    this.attempt('load', () => this.#takePart());
  }

  async #takePart(): Promise<void> {
    const { TakingPart } = await import('./taking-part');
    this.#takingPart = new TakingPart(this.#deps);
    this.#onChange();
  }

  async #watch(): Promise<void> {
    const { selectedBefore, Watching } = await import('./watching');
    const { copies } = this.#situation;
    this.#watching = new Watching({ ...this.#deps, copies });
    void selectedBefore(this.#deps.board.ui).then((frames) => this.#frames.recall(frames));
    await this.#watching.open();
  }

  async #openOnBoard(): Promise<FacilitatorsOnBoard> {
    try {
      const { FacilitatorsOnBoard } = await import('../on-board/on-board.svelte');
      const plan = () => this.#situation.copies.plan.value;
      const onBoard = new FacilitatorsOnBoard({ ...this.#deps, plan });
      this.#situation.endWith(() => onBoard.close());
      return await onBoard.open();
    } catch (error) {
      this.#onBoard = undefined;
      throw error;
    }
  }

  /** [O8] Renamed while no background heard of it. In a part of its own: it is seldom so. */
  async #follow(frames: readonly FrameInfo[]): Promise<void> {
    try {
      const { followFrames } = await import('../edits/rooms');
      const edits = followFrames(this.snapshot(), frames);
      if (edits.plan !== undefined) this.apply(edits);
    } catch {
      // The next look may do it.
    }
  }

  async #watchFrames(): Promise<void> {
    for (const stop of await this.#frames.watch()) this.#situation.endWith(stop);
  }
}
