/** What facilitators can do. */
import type { Epoch, FrameId, Millis, RoomId, UserId } from '../../breakout/ids';
import type { Length } from '../../breakout/plan';
import type { Setup } from '../../breakout/setup';
import type { MessageActions } from '../actions/message-actions';
import type { RoomActions } from '../actions/room-actions';
import type { ListOrder } from '../edits/list';
import type { OnBoard } from '../on-board/on-board-view';
import type { PastActions } from '../past-view';
import type { FacilitatorBase } from './facilitator-screens';

/** Who works together in the next round: "one room on" leaves whoever is pinned where they are. */
export type NextGroups = 'new' | 'same' | 'move-on' | { readonly round: Epoch };

export interface FacilitatorActions extends MessageActions, PastActions, RoomActions {
  /** Jobs on the board, for the page that asks: loaded when the first one does. */
  onBoard(ready: (onBoard: OnBoard) => void): void;
  claim(): void;
  takePart(): void;
  /** Creates rooms with frames, seats everyone evenly at random. */
  createRooms(count: number): void;
  loadFrames(): void;
  /** In reading order. The board is asked for them if it has not been. */
  useFrames(frames: readonly FrameId[]): void;
  /** More: new rooms with frames; fewer: the last ones go, their people are spread. */
  setRoomCount(count: number): void;
  shuffle(): void;
  undo(): void;
  renameRoom(room: RoomId, name: string): void;
  /** `undefined`: the task for all rooms. */
  setTask(room: RoomId | undefined, task: string): void;
  removeRoom(room: RoomId): void;
  /** `undefined` takes it away. Only what `callLink` takes. */
  setLink(room: RoomId, link: string | undefined): void;
  /** [S11] `undefined`: as many as come. */
  setPlaces(room: RoomId, places: number | undefined): void;
  setLocked(room: RoomId, locked: boolean): void;
  /** [S8] Whoever waits for a room, or has not chosen, is given the smallest. */
  placeWaiting(): void;
  chooseFrame(room: RoomId, frame: FrameId): void;
  createFrame(room: RoomId): void;
  /** The next frame that is selected on the board becomes this room's, panel open or not. */
  pickFrame(room: RoomId): void;
  stopPicking(): void;
  /** What a pasted list proposes, as far as this screen's user wants it. */
  placeList(order: ListOrder): void;
  /** What has been typed of a list so far; nothing once it was used or left. */
  keepList(text: string): void;
  loadSetups(): void;
  /** Under a name that is kept already it takes that one's place. */
  keepSetup(name: string): void;
  removeSetup(id: string): void;
  /** The rooms become those of the set-up; who is seated in a room of the same name stays. */
  useSetup(setup: Setup): void;
  /** Nobody of the list is waited for any more. */
  forgetExpected(): void;
  setLength(length: Length): void;
  setSettings(change: Partial<FacilitatorBase['settings']>): void;
  open(): void;
  cancelOpening(): void;
  /** Negative shortens. */
  prolong(byMs: Millis): void;
  /** To those who asked for more than this length. */
  giveMoreTime(length: Millis): void;
  pause(): void;
  resume(): void;
  /** One person, everyone who is not in, or of those whoever has not answered. */
  askAgain(who: UserId | 'everyone' | 'awaited'): void;
  bringBack(): void;
  cancelClosing(): void;
  closeNow(): void;
  visit(room: RoomId): void;
  backToWhereIWas(): void;
  goHelp(user: UserId): void;
  cannotHelp(user: UserId): void;
  helpDone(user: UserId): void;
  /** [S5] */
  keepInRoom(user: UserId): void;
  letGo(user: UserId): void;
  /** With a preview; nothing opens by itself. */
  prepareNext(groups: NextGroups): void;
  /** The same groups once more, at once: "Opening in 3…" can be cancelled. */
  reopen(): void;
  /** The series is over: an empty board again, with all frames and notes. */
  finish(): void;
  /** [S6] This facilitator takes part like everyone else, or not any more. */
  seatMe(seated: boolean): void;
  makeFacilitator(user: UserId): void;
  removeFacilitator(user: UserId): void;
  retry(): void;
  /** Over a record that cannot be read, by its key: this screen's copy, or an empty one. */
  mend(record: string): void;
}
