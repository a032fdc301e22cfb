/** Messages: a facilitator's draft and sending it, and what each person has read. */
import { conductorNow } from '../../breakout/clock';
import type { RoomId } from '../../breakout/ids';
import type { MessageIds } from '../../breakout/person';
import { sendMessage } from '../../records/message-edits';
import { personEdits } from '../../records/person';
import type { Snapshot } from '../snapshot';
import { activeRun, facilitatorStage } from '../stage';
import { noEdits, type Edits } from './edits';

export interface Draft {
  /** `undefined`: to all rooms. */
  readonly room: RoomId | undefined;
  readonly text: string;
}

/** Kept in the own record: a click on the board closes the panel. */
export function keepDraft(snapshot: Snapshot, draft: Draft): Edits {
  const known = snapshot.people.get(snapshot.me.id)?.draft;
  if (known?.text === draft.text && known.room === draft.room) return noEdits;
  const empty = draft.text === '' && draft.room === undefined;
  return { person: personEdits.set({ draft: empty ? undefined : draft }) };
}

/** Only while rooms are open, and not to a room that has gone meanwhile. */
export function send(snapshot: Snapshot, draft: Draft, random: () => number): Edits {
  const stage = facilitatorStage(snapshot);
  const text = draft.text.trim();
  const { plan, me } = snapshot;
  const exists = draft.room === undefined || plan.rooms.some(({ id }) => id === draft.room);
  if (stage.at !== 'open' || text === '' || !exists) return noEdits;
  const at = Math.round(conductorNow(snapshot.estimate, snapshot.now));
  const from = { id: newId(random), by: me.id, byName: me.name, at };
  const message = { ...from, epoch: stage.epoch, room: draft.room, text };
  return {
    plan: sendMessage(plan.messages, message),
    // What is written next on the same page is for the same room.
    person: personEdits.set({
      draft: draft.room === undefined ? undefined : { ...draft, text: '' },
    }),
  };
}

export function markRead(snapshot: Snapshot, message: string): Edits {
  const run = activeRun(snapshot.run);
  if (run === undefined) return noEdits;
  const known = snapshot.people.get(snapshot.me.id)?.read;
  const read = withIds(snapshot.plan.messages, known, run.epoch, [message]);
  return read === known ? noEdits : { person: personEdits.set({ read }) };
}

/** Adds to a list of ids, of which only those of messages that still exist are kept. */
export function withIds(
  messages: Snapshot['plan']['messages'],
  known: MessageIds | undefined,
  epoch: number,
  more: readonly string[],
): MessageIds | undefined {
  const before = known?.epoch === epoch ? known.ids : [];
  if (more.every((id) => before.includes(id))) return known;
  const exists = (id: string): boolean =>
    messages.some((message) => message.id === id && message.epoch === epoch);
  return { epoch, ids: [...new Set([...before, ...more])].filter(exists) };
}

const ID_LENGTH = 8;
const DIGITS = 36;

const newId = (random: () => number): string =>
  Array.from({ length: ID_LENGTH }, () => Math.floor(random() * DIGITS).toString(DIGITS)).join('');
