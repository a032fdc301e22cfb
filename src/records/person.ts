/**
 * Key `person-<userId>`. Writers: that user's own iframes, merged; nobody ever edits another's.
 * What the app knows and shows about one person: here, asked, answered, in, calling for help.
 */
import * as v from 'valibot';
import type { UserId } from '../breakout/ids';
import type { Person } from '../breakout/person';
import { defineMerged, type MergedDefinition } from './definition';
import { keys } from './keys';
import type { Changes } from './merge';
import { register } from './register';
import { counter, finite, problem, room, tab, text } from './schemas';
import { clip, MAX_NAME } from './text';
import { toJson } from './to-json';

const question = { epoch: counter, room, ask: counter };
const viewport = v.object({ x: finite, y: finite, width: finite, height: finite });

const parts = {
  here: register('here', v.boolean()),
  name: register('name', text(MAX_NAME)),
  lead: register('lead', tab),
  asked: register('asked', v.object(question)),
  answer: register(
    'answer',
    v.object({ ...question, kind: v.picklist(['yes', 'later', 'never', 'left']) }),
  ),
  at: register('at', v.object(question)),
  home: register('home', v.object({ epoch: counter, tab, viewport })),
  help: register(
    'help',
    v.object({
      epoch: counter,
      room,
      call: counter,
      reason: v.picklist(['stuck', 'question', 'technical']),
      open: v.boolean(),
      at: finite,
    }),
  ),
  ready: register('ready', counter),
  visiting: register('visiting', v.object({ room, from: viewport })),
  takesPart: register('takesPart', v.boolean()),
  problem: register('problem', v.object({ step: text(MAX_NAME), problem })),
};

export function personRecord(user: UserId): MergedDefinition<Person> {
  return defineMerged<Person>({
    key: keys.person(user),
    version: 1,
    registers: Object.values(parts),
    decode: (doc) => ({
      here: parts.here.in(doc) ?? false,
      name: parts.name.in(doc) ?? '',
      lead: parts.lead.in(doc),
      asked: parts.asked.in(doc),
      answer: parts.answer.in(doc),
      at: parts.at.in(doc),
      home: parts.home.in(doc),
      help: parts.help.in(doc),
      ready: parts.ready.in(doc),
      visiting: parts.visiting.in(doc),
      takesPart: parts.takesPart.in(doc) ?? false,
      problem: parts.problem.in(doc),
    }),
  });
}

export const personEdits = {
  /** `undefined` takes a value back; what is not named stays. */
  set(change: Partial<Person>): Changes {
    const fitting = {
      ...change,
      ...(change.name === undefined ? {} : { name: clip(change.name, MAX_NAME) }),
    };
    return Object.fromEntries(
      Object.entries(fitting).map(([part, value]) => [part, toJson(value)]),
    );
  },
};
