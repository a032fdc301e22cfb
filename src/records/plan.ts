/** Key `plan`. Writers: facilitators' iframes, merged. What facilitators want. */
import * as v from 'valibot';
import { callLink, MAX_LINK } from '../breakout/call-link';
import { roomId, userId, type Epoch, type RoomId, type UserId } from '../breakout/ids';
import {
  MAX_PLACES,
  MAX_ROOMS,
  type Facilitator,
  type HelpVerdict,
  type Plan,
  type Room,
  type Settings,
  type Wanted,
} from '../breakout/plan';
import { canonical, compare } from './canonical';
import { defineMerged } from './definition';
import { digestOf } from './digest';
import { isCounter } from './is-json';
import { type Doc, valueAt } from './merge';
import { decodeMessages, isMessage, message } from './messages';
import { once } from './once';
import { idsUnder, register } from './register';
import { counter, digest, duration, finite, frame, length, text, user } from './schemas';
import { MAX_NAME, MAX_TASK } from './text';

const HUES = 10;
const DEFAULT_LENGTH_MS = 600_000;
const DEFAULT_CLOSING_MS = 30_000;

const name = text(MAX_NAME);

const roomParts = {
  alive: register('room/*/alive', v.boolean()),
  name: register('room/*/name', name),
  given: register('room/*/given', v.literal(true)),
  title: register('room/*/title', name),
  order: register('room/*/order', finite),
  hue: register(
    'room/*/hue',
    v.pipe(
      counter,
      v.check((hue) => hue < HUES),
    ),
  ),
  frame: register('room/*/frame', frame),
  wantsFrame: register('room/*/wantsFrame', user),
  task: register('room/*/task', text(MAX_TASK)),
  closing: register('room/*/closing', counter),
  // Judged when it is read: what is an address is not for a schema to say, which browsers differ in.
  link: register('room/*/link', text(MAX_LINK)),
  places: register('room/*/places', v.pipe(counter, v.minValue(1), v.maxValue(MAX_PLACES))),
  locked: register('room/*/locked', v.boolean()),
};

const settingParts = {
  boardTimer: register('setting/boardTimer', v.boolean()),
  closingMs: register('setting/closingMs', duration),
  plenary: register('setting/plenary', frame),
  names: register('setting/names', v.boolean()),
  asking: register('setting/asking', v.picklist(['ask', 'bring'])),
  seating: register('setting/seating', v.picklist(['given', 'chosen'])),
  late: register('setting/late', v.picklist(['smallest', 'wait', 'choose'])),
};

const wantedParts = {
  phase: register('epoch/*/phase', v.picklist(['none', 'open', 'closing', 'closed'])),
  order: register(
    'epoch/*/order',
    v.object({ by: user, byName: name, planDigest: digest, seatsDigest: digest }),
  ),
  length: register('epoch/*/length', length),
  paused: register('epoch/*/paused', v.boolean()),
  changedBy: register('epoch/*/changedBy', name),
};

const verdict = register(
  'epoch/*/help/*',
  v.object({
    call: counter,
    verdict: v.picklist(['coming', 'cannot', 'done']),
    by: user,
    byName: name,
  }),
);

const pin = register('pin/*', v.literal(true));
const facilitator = register(
  'facilitator/*',
  v.object({ name, order: finite, seated: v.exactOptional(v.boolean()) }),
);
const task = register('task', text(MAX_TASK));
const proposedLength = register('length', length);
const prepared = register('prepared', counter);
const tries = register('tries', counter);

export const planRecord = defineMerged<Plan>({
  key: 'plan',
  version: 1,
  registers: [
    ...Object.values(roomParts),
    ...Object.values(settingParts),
    ...Object.values(wantedParts),
    verdict,
    facilitator,
    message,
    pin,
    task,
    proposedLength,
    prepared,
    tries,
  ],
  decode(doc) {
    const known = [...idsUnder(doc, 'room/')].map(roomId);
    const alive = known.filter((room) => roomParts.alive.in(doc, room) === true);
    // A room whose name has arrived before its `alive` was never removed: it is just not there yet.
    const gone = known.filter((room) => isRemoved(doc, room));
    return {
      rooms: alive
        .map((room) => decodeRoom(doc, room))
        .sort(byOrder)
        .slice(0, MAX_ROOMS),
      removed: new Set(gone),
      closing: new Map(
        alive.flatMap((room) => {
          const epoch = roomParts.closing.in(doc, room);
          return epoch === undefined ? [] : [[room, epoch] as const];
        }),
      ),
      task: task.in(doc) ?? '',
      length: proposedLength.in(doc) ?? DEFAULT_LENGTH_MS,
      pinned: decodePins(doc),
      facilitators: decodeFacilitators(doc),
      settings: decodeSettings(doc),
      prepared: prepared.in(doc) ?? 0,
      tries: tries.in(doc) ?? 0,
      messages: decodeMessages(doc),
      wanted: remembered((epoch) => decodeWanted(doc, epoch)),
    };
  },
});

function isRemoved(doc: Doc, room: RoomId): boolean {
  const alive = Object.hasOwn(doc.registers, roomParts.alive.path(room));
  return alive && roomParts.alive.in(doc, room) !== true;
}

function decodeRoom(doc: Doc, id: RoomId): Room {
  return {
    id,
    name: roomParts.name.in(doc, id) ?? '',
    named: roomParts.given.in(doc, id) === true ? 'by-app' : 'by-hand',
    title: roomParts.title.in(doc, id),
    order: roomParts.order.in(doc, id) ?? 0,
    hue: roomParts.hue.in(doc, id) ?? 0,
    frame: roomParts.frame.in(doc, id),
    wantsFrame: roomParts.wantsFrame.in(doc, id),
    task: roomParts.task.in(doc, id) ?? '',
    link: callLink(roomParts.link.in(doc, id) ?? ''),
    places: roomParts.places.in(doc, id),
    locked: roomParts.locked.in(doc, id) ?? false,
  };
}

function byOrder(a: Room, b: Room): number {
  return compare(a.order, b.order) || compare<string>(a.id, b.id);
}

function decodeFacilitators(doc: Doc): readonly Facilitator[] {
  return [...idsUnder(doc, 'facilitator/')]
    .map((id): Facilitator | undefined => {
      const found = facilitator.in(doc, id);
      return found && { user: userId(id), ...found };
    })
    .filter((found) => found !== undefined)
    .sort((a, b) => compare(a.order, b.order) || compare<string>(a.user, b.user));
}

function decodePins(doc: Doc): ReadonlySet<UserId> {
  const pinned = [...idsUnder(doc, 'pin/')].filter((id) => pin.in(doc, id) === true);
  return new Set(pinned.map(userId));
}

function decodeSettings(doc: Doc): Settings {
  return {
    boardTimer: settingParts.boardTimer.in(doc) ?? true,
    closingMs: settingParts.closingMs.in(doc) ?? DEFAULT_CLOSING_MS,
    plenary: settingParts.plenary.in(doc),
    asking: settingParts.asking.in(doc) ?? 'ask',
    seating: settingParts.seating.in(doc) ?? 'given',
    late: settingParts.late.in(doc) ?? 'smallest',
    names: settingParts.names.in(doc) ?? true,
  };
}

/** The last breakout that somebody has ordered to open; 0: none was. */
export function lastOrdered(doc: Doc): Epoch {
  const epochs = [...idsUnder(doc, 'epoch/')].map(Number).filter(isCounter);
  const ordered = epochs.filter((epoch) => (wantedParts.phase.in(doc, epoch) ?? 'none') !== 'none');
  return Math.max(0, ...ordered);
}

/** A plan is asked for the same epoch again and again. */
function remembered(decode: (epoch: Epoch) => Wanted): (epoch: Epoch) => Wanted {
  const known = new Map<Epoch, Wanted>();
  return (epoch) => {
    const wanted = known.get(epoch) ?? decode(epoch);
    known.set(epoch, wanted);
    return wanted;
  };
}

function decodeWanted(doc: Doc, epoch: Epoch): Wanted {
  const help = new Map<UserId, HelpVerdict>();
  for (const id of idsUnder(doc, verdict.path(epoch, ''))) {
    const found = verdict.in(doc, epoch, id);
    if (found !== undefined) help.set(userId(id), found);
  }
  return {
    phase: wantedParts.phase.in(doc, epoch) ?? 'none',
    order: wantedParts.order.in(doc, epoch),
    length: wantedParts.length.in(doc, epoch) ?? proposedLength.in(doc) ?? DEFAULT_LENGTH_MS,
    paused: wantedParts.paused.in(doc, epoch) ?? false,
    changedBy: wantedParts.changedBy.in(doc, epoch),
    help,
  };
}

/**
 * Digest of what the starter of a breakout has seen and agreed to: rooms, tasks, settings and
 * facilitators. Left out is what belongs to an epoch, because the order to open is itself part of
 * it, and what is only remembered of frames.
 */
export const contentDigest = once((doc: Doc): string => {
  const lines = Object.keys(doc.registers)
    .filter((path) => !path.startsWith('epoch/') && !passing.has(path) && !isMessage(path))
    .filter((path) => !roomParts.title.matches(path))
    .map((path) => `${path} ${canonical(valueAt(doc, path) ?? null)}`)
    .sort(compare);
  return digestOf(lines.join('\n'));
});

const passing: ReadonlySet<string> = new Set([
  /* @__PURE__ */ prepared.path(),
  /* @__PURE__ */ tries.path(),
]);

/** For `plan-edits.ts`. */
export const planRegisters = {
  roomParts,
  settingParts,
  wantedParts,
  verdict,
  facilitator,
  pin,
  task,
  proposedLength,
  prepared,
  tries,
};
