/**
 * Key `person-<userId>`. Writers: that user's own iframes, merged; nobody ever edits another's, but
 * for what a facilitator's background takes out of it when only numbers are kept ([J5]).
 * What the app knows and shows about one person: here, asked, answered, in, calling for help.
 */
import * as v from 'valibot';
import type { UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { defineMergedKind, type MergedDefinition } from './definition';
import { keys } from './keys';
import type { Changes, Doc } from './merge';
import { register } from './register';
import {
  choice,
  counter,
  duration,
  finite,
  frame,
  list,
  orNone,
  problem,
  room,
  tab,
  text,
  token,
} from './schemas';
import { clip, MAX_KEPT_LIST, MAX_MESSAGE, MAX_NAME } from './text';
import { toJson } from './to-json';

/** Twice as many messages as the plan keeps, and far more than there are windows. */
const MAX_IDS = 100;

const question = { epoch: counter, room, ask: counter };
const place = v.object({ frame: v.optional(orNone(frame)), ...question });
const messageIds = v.object({ epoch: counter, ids: list(token, MAX_IDS) });
const viewport = v.object({ x: finite, y: finite, width: finite, height: finite });

const visit = v.object({
  room,
  from: viewport,
  tabs: v.optional(list(v.object({ tab, from: viewport }), MAX_IDS)),
});

const parts = {
  here: register('here', v.boolean()),
  name: register('name', text(MAX_NAME)),
  lead: register('lead', tab),
  asked: register('asked', v.object(question)),
  answer: register(
    'answer',
    v.object({ ...question, kind: v.picklist(['yes', 'later', 'never', 'left']) }),
  ),
  choice: register('choice', choice),
  choosing: register('choosing', v.object({ epoch: counter, ask: counter })),
  at: register('at', place),
  was: register('was', place),
  home: register('home', v.object({ epoch: counter, tab, viewport })),
  help: register(
    'help',
    v.object({
      epoch: counter,
      room,
      call: counter,
      reason: v.picklist(['unsaid', 'stuck', 'question', 'technical']),
      open: v.boolean(),
      at: finite,
    }),
  ),
  ready: register('ready', counter),
  visiting: register('visiting', visit),
  takesPart: register('takesPart', v.boolean()),
  problem: register('problem', v.object({ step: text(MAX_NAME), problem })),
  heard: register('heard', messageIds),
  read: register('read', messageIds),
  draft: register('draft', v.object({ room: orNone(room), text: text(MAX_MESSAGE) })),
  list: register('list', v.object({ epoch: counter, text: text(MAX_KEPT_LIST) })),
  inWindow: register('inWindow', v.boolean()),
  moreTime: register('moreTime', v.object({ epoch: counter, room, length: duration })),
  unattended: register('unattended', finite),
  picking: register('picking', v.object({ room, at: finite })),
};

type Stored = {
  readonly [Part in keyof typeof parts]: ReturnType<(typeof parts)[Part]['in']>;
};

/** What is not there is `undefined`. */
const storedIn = (doc: Doc): Stored =>
  Object.fromEntries(Object.entries(parts).map(([part, { in: of }]) => [part, of(doc)])) as Stored;

const kind = defineMergedKind<Person>({
  version: 1,
  registers: Object.values(parts),
  decode(doc) {
    const stored = storedIn(doc);
    const { here = false, name = '', takesPart = false, inWindow = false } = stored;
    return { ...stored, here, name, takesPart, inWindow };
  },
});

export const personRecord = (user: UserId): MergedDefinition<Person> => kind(keys.person(user));

export const personEdits = {
  /** `undefined` takes a value back; what is not named stays. */
  set(change: { readonly [Part in keyof Person]?: Person[Part] | undefined }): Changes {
    const fitting = {
      ...change,
      ...(change.name === undefined ? {} : { name: clip(change.name, MAX_NAME) }),
    };
    return Object.fromEntries(
      Object.entries(fitting).map(([part, value]) => [part, toJson(value)]),
    );
  },
};
