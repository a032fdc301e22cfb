import { BoardError } from '../../board/errors';
import type { Board, ItemInfo } from '../../board/port';
import type { Timers } from '../../board/timers';
import { nextNumber } from '../../breakout/counter';
import type { WriterId } from '../../breakout/ids';
import type { Plan } from '../../breakout/plan';
import type { Problem } from '../../breakout/run';
import type { Job, Wish, Work } from '../../breakout/work';
import { labelsRecord, type Labels } from '../../records/labels';
import { MergedRecord } from '../../records/merged-record';
import { workEdits, workRecord } from '../../records/work';
import { notesInRooms } from '../jobs/board/notes-in-rooms';
import { GLIDE_MS, glideToFrame } from '../jobs/glide';
import { glideToItem } from '../jobs/glide-to-item';
import { problemOf } from '../problem';
import { fillChoices } from './fill-choices';
import { foundSetups } from './found-setups';
import {
  countOf,
  jobView,
  type OnBoard,
  type OnBoardActions,
  type OnBoardView,
} from './on-board-view';

export interface OnBoardDeps {
  readonly board: Pick<Board, 'me' | 'storage' | 'items' | 'frames' | 'view'>;
  readonly timers: Timers;
  readonly writer: WriterId;
  readonly plan: () => Plan;
  readonly lessMotion: () => boolean;
}

/** A facilitator's jobs on the board, as the panel orders and shows them. The background does them. */
export class FacilitatorsOnBoard implements OnBoard {
  readonly #deps: OnBoardDeps;
  readonly #work: MergedRecord<Work>;
  readonly #labels: MergedRecord<Labels>;
  #notes: OnBoardView['notes'];
  #fill: OnBoardView['fill'];
  #setups: OnBoardView['setups'];
  #looks = 0;
  #unreached: OnBoardView['unreached'];
  #refused = false;
  #view = $state.raw<OnBoardView>({
    job: undefined,
    notes: undefined,
    fill: undefined,
    setups: undefined,
    unreached: undefined,
    labels: new Map(),
    refused: false,
    saved: true,
  });

  constructor(deps: OnBoardDeps) {
    this.#deps = deps;
    const { board, timers, writer } = deps;
    const common = { storage: board.storage, timers, writer };
    this.#work = new MergedRecord({
      ...common,
      definition: workRecord(board.me.id),
      repair: () => 'others',
    });
    this.#labels = new MergedRecord({
      ...common,
      definition: labelsRecord,
      repair: () => 'never',
    });
  }

  async open(): Promise<this> {
    for (const record of [this.#work, this.#labels]) record.subscribe(() => this.#paint());
    await Promise.all([this.#work.open(), this.#labels.open()]);
    this.#paint();
    return this;
  }

  close(): void {
    this.#work.close();
    this.#labels.close();
  }

  get view(): OnBoardView {
    return this.#view;
  }

  readonly actions: OnBoardActions = {
    countNotes: () => void this.#count(),
    collect: (words) => this.#order({ kind: 'collect', ...words }),
    putNames: (texts) => this.#order({ kind: 'names', texts }),
    takeNames: () => this.#order({ kind: 'take-names' }),
    putText: (text) => this.#order({ kind: 'text', text }),
    lookAtFrames: () => void this.#lookAtFrames(),
    fill: (template, rooms) => this.#order({ kind: 'fill', template, rooms }),
    putSetup: (text, document) => this.#order({ kind: 'setup', text, document }),
    lookForSetups: () => void this.#look(),
    stop: () => this.#wish('stop'),
    goOn: () => this.#wish('go'),
    undo: () => this.#wish('undo'),
    goToResults: () => void this.#goToResults(),
  };

  #order(job: Job): void {
    const n = nextNumber(this.#work.value.order?.n ?? 0);
    const refusal = this.#work.edit(workEdits.order(n, this.#deps.timers.now(), job));
    this.#refused = refusal !== undefined;
    this.#unreached = undefined;
    this.#paint();
  }

  #wish(wanted: Wish['do']): void {
    const { order, wish } = this.#work.value;
    if (order === undefined) return;
    this.#unreached = undefined;
    this.#work.retry();
    this.#work.edit(workEdits.wish(order.n, { do: wanted, tries: nextNumber(wish.tries) }));
  }

  async #count(): Promise<void> {
    this.#notes = await this.#see((items, ours) =>
      countOf(notesInRooms(items, this.#deps.plan().rooms, ours)),
    );
    this.#paint();
  }

  async #lookAtFrames(): Promise<void> {
    this.#fill = await this.#see((items, ours) =>
      fillChoices(items, this.#deps.plan().rooms, ours),
    );
    this.#paint();
  }

  /** @param see what is to be known of the whole board; the app's own texts are `ours` */
  async #see<T>(
    see: (items: readonly ItemInfo[], ours: ReadonlySet<string>) => T,
  ): Promise<T | Problem> {
    const { board, timers } = this.#deps;
    try {
      const items = await (await board.items()).list();
      return see(items, new Set([...this.#labels.value.values()].map(({ item }) => item)));
    } catch (error) {
      return problemOf(error, timers.now());
    }
  }

  /** Of several looks at once the last one counts. */
  async #look(): Promise<void> {
    const { board, timers } = this.#deps;
    const look = ++this.#looks;
    const found = await board
      .items()
      .then(foundSetups)
      .catch((error: unknown) => problemOf(error, timers.now()));
    if (look !== this.#looks) return;
    this.#setups = found;
    this.#paint();
  }

  /** [I11] Nothing is lost when it does not work: that is said, and it can be pressed again. */
  async #goToResults(): Promise<void> {
    const { board, lessMotion, timers } = this.#deps;
    const { progress, made } = this.#work.value;
    const duration = lessMotion() ? 0 : GLIDE_MS;
    const [item] = made;
    try {
      const found =
        progress?.frame !== undefined
          ? await glideToFrame(board, progress.frame, duration)
          : item !== undefined && (await glideToItem(board, item, duration));
      if (!found) throw new BoardError('not-found', 'It has been deleted.');
      this.#unreached = undefined;
    } catch (error) {
      this.#unreached = problemOf(error, timers.now());
    }
    this.#paint();
  }

  #paint(): void {
    this.#view = {
      job: jobView(this.#work.value),
      notes: this.#notes,
      fill: this.#fill,
      setups: this.#setups,
      unreached: this.#unreached,
      labels: this.#labels.value,
      refused: this.#refused,
      saved: this.#work.saving.state !== 'failed',
    };
  }
}
