/** What the facilitator's pages about jobs on the board show and do. */
import type { FrameId, RoomId } from '../../breakout/ids';
import type { Json } from '../../breakout/json';
import type { Problem } from '../../breakout/run';
import { dueOf, MOST_NOTES, type Job, type RoomText, type Work } from '../../breakout/work';
import type { RoomNotes } from '../jobs/board/notes-in-rooms';
import { digestOf } from '../../records/digest';
import type { Labels } from '../../records/labels';
import type { RoomView } from '../views';
import type { FillChoices } from './fill-choices';
import type { FoundSetup } from './found-setups';

export interface JobView {
  readonly kind: Job['kind'];
  readonly state: 'working' | 'stopping' | 'stopped' | 'failed' | 'done' | 'undoing' | 'undone';
  readonly done: number;
  readonly of: number;
  readonly left: number;
  readonly frame: FrameId | undefined;
  readonly problem: Problem | undefined;
  /** What is put on the board, if it is a text. */
  readonly text?: string;
}

export interface NotesCount {
  readonly notes: number;
  /** Rooms with notes. */
  readonly rooms: number;
  /** Names of the rooms without. */
  readonly empty: readonly string[];
  /** Drawings, pictures, cards …, which are not collected. */
  readonly others: number;
  readonly tooMany: boolean;
}

export interface OnBoardView {
  /** The latest order of this user. */
  readonly job: JobView | undefined;
  /** `undefined` until counted. */
  readonly notes: NotesCount | Problem | undefined;
  /** Frames to copy from and rooms to copy to. `undefined` until they were looked at. */
  readonly fill: FillChoices | Problem | undefined;
  /** [U4] What texts on the board hold; `undefined` until looked for. */
  readonly setups: readonly FoundSetup[] | Problem | undefined;
  /** Why the view could not be moved to the results, until it can or something else is wanted. */
  readonly unreached: Problem | undefined;
  readonly labels: Labels;
  /** The last order was not taken: its texts are too long to be remembered. */
  readonly refused: boolean;
  readonly saved: boolean;
}

export interface OnBoardActions {
  countNotes(): void;
  collect(words: { readonly title: string; readonly withoutNotes: string }): void;
  putNames(texts: readonly RoomText[]): void;
  takeNames(): void;
  putText(text: string): void;
  lookAtFrames(): void;
  /** Into those of these rooms whose frames are still empty. */
  fill(template: FrameId, rooms: readonly RoomId[]): void;
  /** @param document as `writeKeptSetup` gives it */
  putSetup(text: string, document: Json): void;
  lookForSetups(): void;
  /** After the item under way. */
  stop(): void;
  /** After a stop, or a failure. */
  goOn(): void;
  undo(): void;
  goToResults(): void;
}

/** Loaded when it is first needed; `view` is reactive. */
export interface OnBoard {
  readonly view: OnBoardView;
  readonly actions: OnBoardActions;
}

export function jobView(work: Work): JobView | undefined {
  const { order, progress, wish } = work;
  if (order === undefined) return undefined;
  const { done, of, left, frame, problem } = progress ?? {
    ...{ done: 0, of: 0, left: 0, frame: undefined, problem: undefined },
  };
  const text = 'text' in order.job ? { text: order.job.text } : {};
  return { kind: order.job.kind, state: stateOf(work), done, of, left, frame, problem, ...text };

  function stateOf({ progress: reached }: Work): JobView['state'] {
    const due = dueOf(work);
    if (reached?.state === 'failed') return wish.do === 'stop' ? 'stopped' : 'failed';
    if (due === 'undo') return 'undoing';
    if (wish.do === 'stop') return reached?.state === 'working' ? 'stopping' : 'stopped';
    return due === 'go' ? 'working' : (reached?.state ?? 'working');
  }
}

/** Nothing new can be ordered meanwhile. */
export function isBusy(job: JobView | undefined): boolean {
  return job !== undefined && ['working', 'stopping', 'undoing'].includes(job.state);
}

export function countOf(found: readonly RoomNotes[]): NotesCount {
  const notes = found.reduce((sum, room) => sum + room.notes.length, 0);
  return {
    notes,
    rooms: found.filter((room) => room.notes.length > 0).length,
    empty: found.filter((room) => room.notes.length === 0).map(({ room }) => room.name),
    others: found.reduce((sum, room) => sum + room.others, 0),
    tooMany: notes > MOST_NOTES,
  };
}

/** Who works in which room; rooms without people are left out. */
export function roomTexts(rooms: readonly Pick<RoomView, 'id' | 'people'>[]): readonly RoomText[] {
  return rooms
    .filter(({ people }) => people.length > 0)
    .map(({ id, people }) => ({ room: id, text: people.map(({ name }) => name).join(', ') }));
}

/** For pasting into a chat: a line for each room, with the place where its people talk. */
export function listForChat(
  rooms: readonly Pick<RoomView, 'number' | 'name' | 'people' | 'link'>[],
): string {
  return rooms
    .map(({ number, name, people, link }) => {
      const names = people.map((person) => person.name).join(', ');
      const line = `${number}. ${name}: ${names === '' ? '–' : names}`;
      return link === undefined ? line : `${line} · ${link}`;
    })
    .join('\n');
}

/** How the texts on the frames compare with what they should say. */
export function namesState(
  labels: Labels,
  texts: readonly RoomText[],
): 'none' | 'current' | 'outdated' {
  if (labels.size === 0) return 'none';
  const wanted = new Map<RoomId, string>(texts.map(({ room, text }) => [room, digestOf(text)]));
  const same =
    wanted.size === labels.size &&
    [...labels].every(([room, { digest }]) => wanted.get(room) === digest);
  return same ? 'current' : 'outdated';
}
