/**
 * A hosted world by name, for messages: each method with the shape of its arguments. What is not listed
 * cannot be called from outside (`attach` and the listeners have messages of their own).
 */
import * as v from 'valibot';
import type { Json, WorldApi } from '../world/api';
import { defaultDialect, type Dialect } from '../world/dialect';
import type { HostedWorld } from './boards';
import { BOARD_ID } from './limits';

type Run = (world: HostedWorld, args: readonly unknown[]) => unknown;

function operation<A extends unknown[]>(
  shape: v.GenericSchema<unknown, A>,
  run: (world: HostedWorld, ...args: A) => unknown,
): Run {
  return (world, args) => run(world, ...v.parse(shape, args));
}

const id = v.pipe(v.string(), v.maxLength(200));
const text = v.pipe(v.string(), v.maxLength(10_000));
const number = v.pipe(v.number(), v.finite());
const share = v.pipe(number, v.minValue(0), v.maxValue(1));
const json = v.custom<Json>((value) => value !== undefined);
const millis = v.pipe(number, v.minValue(0), v.maxValue(600_000));
const role = v.picklist(['editor', 'viewer']);
const plan = v.picklist(['paid', 'free']);
const locale = v.picklist(['en', 'fr', 'de', 'es', 'ja_JP', 'pt_BR']);
const rect = v.object({ x: number, y: number, width: number, height: number });
const point = v.object({ x: number, y: number });
const size = v.object({ width: number, height: number });

const person = {
  name: v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))),
  role: v.exactOptional(role),
  plan: v.exactOptional(plan),
  locale: v.exactOptional(locale),
  authorised: v.exactOptional(v.boolean()),
};

const dialect = v.custom<Partial<Dialect>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([name, choice]) =>
        Object.hasOwn(defaultDialect, name) &&
        ['boolean', 'string', 'number'].includes(typeof choice),
    ),
  'Not a dialect.',
);

const newItem = v.object({
  type: id,
  x: number,
  y: number,
  width: v.exactOptional(number),
  height: v.exactOptional(number),
  text: v.exactOptional(text),
  fill: v.exactOptional(id),
});

const failure = v.object({
  user: v.exactOptional(id),
  command: v.exactOptional(id),
  only: v.exactOptional(v.literal('priced')),
  key: v.exactOptional(id),
  nth: v.pipe(v.number(), v.integer(), v.minValue(1)),
  forEver: v.exactOptional(v.boolean()),
  message: v.exactOptional(text),
});

const network = v.object({
  latencyMs: v.exactOptional(millis),
  jitterMs: v.exactOptional(millis),
  loss: v.exactOptional(share),
  duplicate: v.exactOptional(share),
});

const answer = v.picklist(['accept', 'reject', 'outside']);

/** What a person does on the board; the first argument is always the tab. */
export const tabOperations = {
  setVisible: operation(v.tuple([id, v.boolean()]), (w, ...a) => w.setVisible(...a)),
  reloadTab: operation(v.tuple([id]), (w, ...a) => w.reloadTab(...a)),
  clickIcon: operation(v.tuple([id]), (w, ...a) => w.clickIcon(...a)),
  answerConsent: operation(v.tuple([id, v.boolean()]), (w, ...a) => w.answerConsent(...a)),
  clickCanvas: operation(v.tuple([id]), (w, ...a) => w.clickCanvas(...a)),
  pinPanel: operation(v.tuple([id, v.boolean()]), (w, ...a) => w.pinPanel(...a)),
  closePanel: operation(v.tuple([id]), (w, ...a) => w.closePanel(...a)),
  closeModal: operation(v.tuple([id]), (w, ...a) => w.closeModal(...a)),
  answerInvitation: operation(v.tuple([id, answer]), (w, ...a) => w.answerInvitation(...a)),
  setViewport: operation(v.tuple([id, rect, v.optional(size)]), (w, tab, view, screen) =>
    w.setViewport(tab, view, screen),
  ),
  select: operation(v.tuple([id, v.array(id)]), (w, ...a) => w.select(...a)),
  createItem: operation(v.tuple([id, newItem]), (w, ...a) => w.createItem(...a)),
  moveItem: operation(v.tuple([id, id, point]), (w, ...a) => w.moveItem(...a)),
  renameItem: operation(v.tuple([id, id, text]), (w, ...a) => w.renameItem(...a)),
  deleteItem: operation(v.tuple([id, id]), (w, ...a) => w.deleteItem(...a)),
  startTimer: operation(v.tuple([id, number]), (w, ...a) => w.startTimer(...a)),
  stopTimer: operation(v.tuple([id]), (w, ...a) => w.stopTimer(...a)),
} satisfies Partial<Record<keyof WorldApi, Run>>;

/** Everything: for tests and for the overview's controls. */
export const operations = {
  ...tabOperations,
  setDialect: operation(v.tuple([dialect]), (w, ...a) => w.setDialect(...a)),
  addUser: operation(
    v.tuple([v.object({ ...person, id: v.exactOptional(id), name: v.string() })]),
    (w, ...a) => w.addUser(...a),
  ),
  updateUser: operation(v.tuple([id, v.object(person)]), (w, ...a) => w.updateUser(...a)),
  removeUser: operation(v.tuple([id]), (w, ...a) => w.removeUser(...a)),
  setNetwork: operation(v.tuple([id, network]), (w, ...a) => w.setNetwork(...a)),
  setOnline: operation(v.tuple([id, v.boolean()]), (w, ...a) => w.setOnline(...a)),
  openTab: operation(
    v.tuple([id, v.optional(v.object({ visible: v.exactOptional(v.boolean()) }))]),
    (w, ...a) => w.openTab(...a),
  ),
  closeTab: operation(v.tuple([id]), (w, ...a) => w.closeTab(...a)),
  setForeignSession: operation(v.tuple([v.boolean()]), (w, ...a) => w.setForeignSession(...a)),
  setForeignWindow: operation(v.tuple([id, v.boolean()]), (w, ...a) => w.setForeignWindow(...a)),
  fail: operation(v.tuple([failure]), (w, ...a) => w.fail(...a)),
  clearFailures: operation(v.tuple([]), (w) => w.clearFailures()),
  commands: operation(v.tuple([]), (w) => w.commands()),
  board: operation(v.tuple([]), (w) => w.board()),
  tab: operation(v.tuple([id]), (w, ...a) => w.tab(...a)),
  items: operation(v.tuple([]), (w) => w.items()),
  storage: operation(v.tuple([]), (w): Record<string, Json> => Object.fromEntries(w.storage())),
  putStorage: operation(v.tuple([id, id, v.optional(json)]), (w, ...a) => w.putStorage(...a)),
  pass: operation(v.tuple([millis]), (w, ...a) => w.pass(...a)),
  duplicateBoard: operation(
    v.tuple([
      v.pipe(v.string(), v.regex(BOARD_ID)),
      v.optional(v.object({ people: v.exactOptional(v.boolean()) })),
    ]),
    (w, ...a) => w.duplicateBoard(...a),
  ),
  restart: operation(v.tuple([]), (w) => w.restart()),
} satisfies Partial<Record<keyof HostedWorld, Run>>;

export type TabOperation = keyof typeof tabOperations;
export type OperationName = keyof typeof operations;

const find = (table: Readonly<Record<string, Run>>, name: string): Run => {
  const run = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!run) throw new Error(`No such operation: ${name}`);
  return run;
};

/** @throws if there is no such operation, the arguments do not fit, or the world refuses. */
export const operate = (world: HostedWorld, name: string, args: readonly unknown[]): unknown =>
  find(operations, name)(world, args);

/** The same for a person, whose own tab is put in front: nobody acts in another's. */
export const operateTab = (
  world: HostedWorld,
  tab: string,
  name: string,
  args: readonly unknown[],
): unknown => find(tabOperations, name)(world, [tab, ...args]);
