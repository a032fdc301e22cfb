/** A desk for tests: real records in memory, no storage, no time of its own. */
import type { Board, FrameInfo } from '../board/port';
import type { Epoch, FrameId, UserId } from '../breakout/ids';
import type { Json } from '../breakout/json';
import { seeded } from '../breakout/fixtures';
import { writerId, type WriterId } from '../breakout/ids';
import type { Groups } from '../breakout/met';
import type { Person, Viewport } from '../breakout/person';
import { expectedIn } from '../records/expected';
import { edit, emptyDoc, merge, type Changes, type Doc } from '../records/merge';
import { personRecord } from '../records/person';
import { contentDigest, planRecord } from '../records/plan';
import { seatsRecord } from '../records/seats';
import { setupsRecord } from '../records/setups';
import type { Desk } from './actions/desk';
import type { Edits } from './edits/edits';
import { aSnapshot, users } from './fixtures';
import { FakeCanvas } from './jobs/board/fake-canvas';
import type { PastView } from './past-view';
import type { Snapshot } from './snapshot';

const NAMES = ['Apple', 'Birch', 'Cedar', 'Daisy'];

export class FakeDesk implements Desk {
  readonly names: readonly string[] = NAMES;
  readonly random: () => number;
  readonly frames = new Map<FrameId, FrameInfo>();
  /** By key, as stored. */
  readonly stored = new Map<string, Json>();
  readonly canvas = new FakeCanvas();
  readonly glides: Viewport[] = [];
  readonly events: string[] = [];
  readonly failures: unknown[] = [];
  readonly jobs: Promise<void>[] = [];
  /** What a search for new groups finds. */
  newGroups: Groups = new Map();
  viewport: Viewport = { x: 0, y: 0, width: 100, height: 100 };
  /** "undo", "retry" and "at frame", in the order in which they were pressed. */
  readonly pressed: string[] = [];
  #situation: Partial<Snapshot>;
  #plan: Doc = emptyDoc;
  readonly #seats = new Map<Epoch, Doc>();
  #person: Doc = emptyDoc;
  #setups: Doc = emptyDoc;
  #setupsAsked = false;

  readonly #writer: WriterId;

  /** @param seed also names the writer: two screens have two */
  constructor(situation: Partial<Snapshot> = {}, seed = 1) {
    this.#situation = situation;
    this.random = seeded(seed);
    this.#writer = writerId(`writer-${String(seed)}`);
  }

  /** Another screen that has seen the same so far. */
  fork(situation: Partial<Snapshot>, seed: number): FakeDesk {
    const other = new FakeDesk({ ...this.#situation, ...situation }, seed);
    other.hear(this);
    return other;
  }

  /** What the other screen has written arrives here. */
  hear(other: FakeDesk): void {
    this.#plan = merge(this.#plan, other.#plan);
    for (const [epoch, doc] of other.#seats) {
      this.#seats.set(epoch, merge(this.#seats.get(epoch) ?? emptyDoc, doc));
    }
  }

  get plan(): Doc {
    return this.#plan;
  }

  /** Changes what the records do not hold: people, run, time. */
  happen(change: Partial<Snapshot>): void {
    this.#situation = { ...this.#situation, ...change };
  }

  readonly snapshot = (): Snapshot => {
    const base = aSnapshot(this.#situation);
    const own = personRecord(base.me.id).decode(this.#person);
    const people = new Map<UserId, Person>(base.people).set(base.me.id, { ...own, here: true });
    const seats = new Map(this.#seats);
    return {
      ...base,
      plan: planRecord.decode(this.#plan),
      planDigest: contentDigest(this.#plan),
      seatsOf: (epoch) => seatsRecord(epoch).decode(seats.get(epoch) ?? emptyDoc),
      expectedOf: (epoch) => expectedIn(seats.get(epoch) ?? emptyDoc),
      people,
      setups: this.#setupsAsked ? setupsRecord.decode(this.#setups) : undefined,
    };
  };

  readonly apply = ({ plan = {}, seats, person = {}, setups = {} }: Edits): void => {
    const edited = (doc: Doc, changes: Changes): Doc => edit(doc, changes, this.#writer);
    this.#plan = edited(this.#plan, plan);
    this.#person = edited(this.#person, person);
    this.#setups = edited(this.#setups, setups);
    if (seats === undefined) return;
    const doc = this.#seats.get(seats.epoch) ?? emptyDoc;
    this.#seats.set(seats.epoch, edited(doc, seats.changes));
  };

  readonly rounds: Desk['rounds'] = {
    newGroups: async () => this.newGroups,
    otherGroups: async () => this.newGroups,
    groupsOf: async (round) =>
      new Map([...this.snapshot().seatsOf(round)].map(([user, { room }]) => [user, room])),
  };
  readonly seatsDigest = (epoch: Epoch): string =>
    `seats ${String(this.#seats.get(epoch) !== undefined)}`;
  readonly onBoard = (): Promise<never> => Promise.reject(new Error('not part of this test'));
  readonly lessMotion = (): boolean => false;
  readonly remember = (change: Partial<PastView>): void =>
    this.happen({ past: { ...this.snapshot().past, ...change } });
  readonly undo = (): void => void this.pressed.push('undo');
  readonly mend = (record: string): void => void this.pressed.push(`mend ${record}`);
  readonly retry = (): void => void this.pressed.push('retry');
  readonly atFrame = (): void => void this.pressed.push('at frame');
  readonly loadSetups = async (): Promise<void> => {
    this.#setupsAsked = true;
  };
  readonly loadFrames = async (): Promise<void> =>
    this.happen({ frames: [...this.frames.values()] });

  readonly attempt = (_: string, job: () => Promise<void>): void => {
    this.jobs.push(job().catch((error: unknown) => void this.failures.push(error)));
  };

  readonly board: Desk['board'] = {
    ui: { panelData: async () => undefined },
    frames: framesOf(this.frames),
    items: async () => this.canvas.page(users.ana.id).items,
    storage: storageOf(this.stored),
    view: {
      get: async () => this.viewport,
      glide: async (to) => void this.glides.push(to),
    },
    events: {
      broadcast: async (name) => void this.events.push(name),
      on: async () => () => undefined,
    },
  };
}

function storageOf(stored: Map<string, Json>): Board['storage'] {
  return {
    watch: async (key, listen) => {
      listen(stored.get(key));
      return () => undefined;
    },
    read: async (key) => stored.get(key),
    write: async (key, value) => void stored.set(key, value),
    remove: async (key) => void stored.delete(key),
  };
}

function framesOf(known: Map<FrameId, FrameInfo>): Board['frames'] {
  const unused = async (): Promise<never> => {
    throw new Error('not part of this test');
  };
  return {
    list: async () => [...known.values()],
    get: async (id) => known.get(id),
    rename: async (id, title) => {
      const frame = known.get(id);
      if (frame !== undefined) known.set(id, { ...frame, title });
      return frame !== undefined;
    },
    create: unused,
    remove: async (id) => void known.delete(id),
    emptySpace: unused,
    onSelection: unused,
    onChanged: unused,
    onCreated: unused,
    onDeleted: unused,
    onNotes: unused,
  };
}
