import { chooseFrame } from '../edits/choose-frame';
import { answerHelp } from '../edits/help';
import * as list from '../edits/list';
import { giveMoreTime } from '../edits/more-time';
import { tryAgain } from '../edits/try-again';
import * as pins from '../edits/pins';
import * as phases from '../edits/phases';
import * as roles from '../edits/roles';
import * as rooms from '../edits/rooms';
import * as seating from '../edits/seating';
import { participantsOf } from '../edits/seats-of';
import { setSettings } from '../edits/settings';
import { MAX_ROOMS } from '../../breakout/plan';
import { personEdits } from '../../records/person';
import type { RoomId } from '../../breakout/ids';
import type { Edits } from '../edits/edits';
import { mendRecord } from '../screen/mend';
import type { FacilitatorActions } from '../views';
import type { Desk } from './desk';
import { setupActions } from './setup-actions';
import { messageActions } from './message-actions';
import { pastActions } from './past-actions';
import { roomActions } from './room-actions';
import { tellFull } from './room-limit';
import { roundActions } from './round-actions';
import { inTurn } from './in-turn';
import { backFromVisit, visit } from './visit';

/** Whoever decides otherwise, or not at all. */
const pickNothing: Edits = { person: personEdits.set({ picking: undefined }) };

/** What a facilitator's buttons do: each an edit of the situation as it is when pressed. */
export function facilitatorActions(desk: Desk): FacilitatorActions {
  const now = desk.snapshot;
  const { apply, attempt } = desk;
  /** [V8] Who goes back while the view is on its way would be overtaken by it. */
  const travelling = inTurn();
  const goTo = (room: RoomId): void => attempt('visit', () => travelling(() => visit(desk, room)));
  return {
    ...messageActions(desk),
    ...roomActions(desk),
    onBoard: (ready) => attempt('board', async () => ready(await desk.onBoard())),
    claim: () => apply(roles.claim(now())),
    takePart: () => apply(roles.takePart()),
    makeFacilitator: (user) => apply(roles.makeFacilitator(now(), user)),
    seatMe: (seated) => apply(roles.seatMe(now(), seated)),
    removeFacilitator: (user) => apply(roles.removeFacilitator(now(), user)),

    createRooms: (count) => apply(rooms.createRooms(now(), count, desk)),
    setRoomCount: (count) =>
      apply(rooms.setRoomCount(now(), count, desk), { what: 'rooms', name: '' }),
    loadFrames: () => attempt('frames', desk.loadFrames),
    useFrames: (frames) => {
      const use = (): void => {
        const chosen = now().frames?.filter(({ id }) => frames.includes(id)) ?? [];
        const fresh = chosen.filter(
          ({ id }) => !now().plan.rooms.some(({ frame }) => frame === id),
        );
        const wanted = now().plan.rooms.length + fresh.length;
        apply(rooms.useFrames(now(), fresh, desk));
        if (wanted > MAX_ROOMS) tellFull(desk);
      };
      if (now().frames !== undefined) use();
      else attempt('frames', () => desk.loadFrames().then(use));
    },
    renameRoom: (room, name) => apply(rooms.renameRoom(now(), room, name)),
    setTask: (room, task) => apply(rooms.setTask(now(), room, task)),
    removeRoom: (room) => {
      const name = now().plan.rooms.find(({ id }) => id === room)?.name ?? '';
      apply(rooms.removeRoom(now(), room), { what: 'remove-room', name });
    },
    setPlaces: (room, places) => apply(rooms.setPlaces(now(), room, places)),
    setLocked: (room, locked) => apply(rooms.setLocked(now(), room, locked)),
    placeWaiting: () => apply(seating.seatUnseated(now(), participantsOf(now()))),
    setLink: (room, link) => apply(rooms.setLink(now(), room, link)),
    chooseFrame: (room, frame) => apply({ ...chooseFrame(now(), room, frame), ...pickNothing }),
    createFrame: (room) => apply({ ...rooms.orderFrame(now(), room), ...pickNothing }),
    pickFrame: (room) => apply({ person: personEdits.set({ picking: { room, at: now().now } }) }),
    stopPicking: () => apply(pickNothing),

    keepList: (text) => apply(list.keepList(now(), text)),
    placeList: (order) => apply(list.placeList(now(), order, desk), { what: 'list', name: '' }),
    forgetExpected: () => apply(list.forgetExpected(now()), { what: 'expected', name: '' }),
    keepInRoom: (user) => apply(pins.keepInRoom(now(), user)),
    letGo: (user) => apply(pins.letGo(now(), user)),
    ...setupActions(desk),
    askAgain: (who) => apply(seating.askAgain(now(), who)),
    undo: desk.undo,

    setLength: (length) => apply(phases.setLength(now(), length)),
    setSettings: (change) => {
      const lets =
        change.seating === 'chosen' ? ({ what: 'let-choose', name: '' } as const) : undefined;
      apply(setSettings(now(), change), lets);
    },
    open: () => {
      apply(phases.seatForOpening(now(), desk.random));
      const snapshot = now();
      apply(phases.open(snapshot, desk.seatsDigest((snapshot.run?.epoch ?? 0) + 1)));
    },
    cancelOpening: () => apply(phases.cancelOpening(now())),
    prolong: (byMs) => apply(phases.prolong(now(), byMs)),
    giveMoreTime: (length) => apply(giveMoreTime(now(), length)),
    pause: () => apply(phases.pause(now(), true)),
    resume: () => apply(phases.pause(now(), false)),
    bringBack: () => apply(phases.bringBack(now())),
    cancelClosing: () => apply(phases.cancelClosing(now())),
    closeNow: () => apply(phases.closeNow(now())),
    ...roundActions(desk),

    visit: goTo,
    backToWhereIWas: () => attempt('visit', () => travelling(() => backFromVisit(desk))),
    goHelp: (user) => {
      apply(answerHelp(now(), user, 'coming'));
      const room = now().people.get(user)?.help?.room;
      if (room !== undefined) goTo(room);
    },
    cannotHelp: (user) => apply(answerHelp(now(), user, 'cannot')),
    helpDone: (user) => apply(answerHelp(now(), user, 'done')),
    retry: () => {
      desk.retry();
      apply(tryAgain(now()));
    },
    mend: (record) => desk.mend(record, mendRecord),
    ...pastActions(desk),
  };
}
