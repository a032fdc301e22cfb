/**
 * Key `labels`. Writers: facilitators' leading backgrounds, merged. The texts on rooms' frames that
 * say who works there, so that every facilitator can have them brought up to date or taken away.
 */
import * as v from 'valibot';
import { roomId, type ItemId, type RoomId } from '../breakout/ids';
import { defineMerged } from './definition';
import { digestOf } from './digest';
import { keys } from './keys';
import type { Changes } from './merge';
import { idsUnder, register } from './register';
import { digest, item } from './schemas';
import { toJson } from './to-json';

export interface Label {
  readonly item: ItemId;
  /** Of the text that was written: tells whether it still says what it should. */
  readonly digest: string;
}

export type Labels = ReadonlyMap<RoomId, Label>;

/** Rooms come and go, and a removed one may still have its text on the board. */
const MAX_LABELS = 300;

const label = register('label/*', v.object({ item, digest }));

export const labelsRecord = defineMerged<Labels>({
  key: keys.labels,
  version: 1,
  registers: [label],
  decode: (doc) => {
    const labels = new Map<RoomId, Label>();
    for (const room of [...idsUnder(doc, label.path(''))].slice(0, MAX_LABELS)) {
      const found = label.in(doc, room);
      if (found !== undefined) labels.set(roomId(room), found);
    }
    return labels;
  },
});

export const labelEdits = {
  put: (room: RoomId, put: ItemId, text: string): Changes => ({
    [label.path(room)]: toJson({ item: put, digest: digestOf(text) }),
  }),
  forget: (room: RoomId): Changes => ({ [label.path(room)]: null }),
};
