/** Test only: a user who orders jobs, and the pages that carry them out one after the other. */
import { ana } from '../../../breakout/fixtures';
import { fillerOf, type Fillers } from '../../../breakout/fillers';
import { tabId, writerId, type FrameId, type RoomId, type UserId } from '../../../breakout/ids';
import type { Plan } from '../../../breakout/plan';
import type { Blueprint, Job, Wish, Work } from '../../../breakout/work';
import { fillersEdits, fillersRecord } from '../../../records/fillers';
import { labelsRecord, type Labels } from '../../../records/labels';
import { edit, emptyDoc, type Changes, type Doc } from '../../../records/merge';
import { planRecord } from '../../../records/plan';
import { planEdits } from '../../../records/plan-edits';
import { workEdits, workRecord } from '../../../records/work';
import { FakeTimers } from '../../fake-board';
import { FakeCanvas, type FakePage, type Trouble } from './fake-canvas';
import { perform, type Workshop } from './perform';

const writer = writerId('w');
const record = workRecord(ana);

export class FakeWorkshop {
  readonly canvas = new FakeCanvas();
  readonly timers = new FakeTimers();
  blueprint: Blueprint | undefined;
  #work: Doc = emptyDoc;
  #labels: Doc = emptyDoc;
  #plan: Doc = emptyDoc;
  #fillers: Doc = emptyDoc;
  #n = 0;
  #tab = 0;

  get work(): Work {
    return record.decode(this.#work);
  }

  get labels(): Labels {
    return labelsRecord.decode(this.#labels);
  }

  get fillers(): Fillers {
    return fillersRecord.decode(this.#fillers);
  }

  /** Another facilitator claims rooms. */
  claim(user: UserId, rooms: readonly RoomId[]): void {
    this.#fillers = edit(this.#fillers, fillersEdits.claim(this.fillers, user, rooms), writer);
  }

  get plan(): Plan {
    return planRecord.decode(this.#plan);
  }

  room(id: RoomId, name: string, frame: FrameId | undefined): void {
    const order = this.plan.rooms.length;
    const set = { alive: true, name, order, ...(frame && { frame }) };
    this.#plan = edit(this.#plan, planEdits.setRoom(id, set), writer);
  }

  plenary(frame: FrameId): void {
    this.#plan = edit(this.#plan, planEdits.setSettings({ plenary: frame }), writer);
  }

  order(job: Job): void {
    this.#n += 1;
    this.write(workEdits.order(this.#n, 0, job));
  }

  wish(wanted: Wish['do']): void {
    const { tries } = this.work.wish;
    this.write(workEdits.wish(this.#n, { do: wanted, tries: tries + 1 }));
  }

  write(changes: Changes): void {
    this.#work = edit(this.#work, changes, writer);
  }

  /** A page of its own tries once, until it is through, fails or dies. */
  async attempt(trouble?: (call: number) => Trouble | undefined): Promise<void> {
    const page = this.canvas.page(ana, trouble);
    const died = new Promise<void>((resolve) => {
      const die = page.die.bind(page);
      page.die = () => {
        resolve();
        return die();
      };
    });
    await Promise.race([perform(this.#workshop(page)), died]);
  }

  #workshop(page: FakePage): Workshop {
    const alive = (change: () => void): void => {
      if (!page.dead) change();
    };
    const me = { id: ana, name: 'Ana' };
    const view = {
      get: async () => ({ x: 0, y: 0, width: 2_000, height: 1_000 }),
      glide: async () => undefined,
    };
    const unused = async () => {
      throw new Error('No job does that.');
    };
    const frames = {
      ...page.frames,
      list: unused,
      rename: unused,
      onSelection: unused,
      onCreated: unused,
      onDeleted: unused,
      onChanged: unused,
      onNotes: unused,
    };
    return {
      board: { me, items: async () => page.items, frames, view },
      timers: this.timers,
      tab: tabId(`tab-${this.#tab++}`),
      plan: () => this.plan,
      work: () => this.work,
      edit: (changes) => alive(() => this.write(changes)),
      blueprint: () => this.blueprint,
      draw: async (drawn) => alive(() => (this.blueprint = drawn)),
      labels: () => this.labels,
      editLabels: (changes) => alive(() => (this.#labels = edit(this.#labels, changes, writer))),
      claims: this.#claims(page),
      leading: () => true,
    };
  }

  #claims(page: FakePage): Workshop['claims'] {
    const change = (edits: Changes): void => {
      if (!page.dead) this.#fillers = edit(this.#fillers, edits, writer);
    };
    return {
      open: async () => undefined,
      take: async (rooms) => change(fillersEdits.claim(this.fillers, ana, rooms)),
      holds: (room) => fillerOf(this.fillers, room) === ana,
      release: () => change(fillersEdits.release(ana)),
    };
  }
}
