/**
 * What has not changed stays the same object from one view to the next, so that a screen draws only
 * what has: views are made anew each second, and may hold hundreds of people.
 */
import type { PanelView } from './views';

/** The long lists of a view. Others are short, or mean something by being new: an undo, a draft. */
export function steady(before: PanelView, view: PanelView): PanelView {
  if (!('others' in view) || !('others' in before)) return view;
  const unseated = 'unseated' in before ? before.unseated : undefined;
  const lists = {
    rooms: kept(before.rooms, view.rooms),
    others: kept(before.others, view.others),
    frames: kept(before.frames, view.frames),
  };
  return 'unseated' in view
    ? { ...view, ...lists, unseated: kept(unseated, view.unseated) }
    : { ...view, ...lists };
}

/** `next`, or `before` if that says the same; of plain data. In a list, things are told by their ids. */
export function kept<T>(before: unknown, next: T): T;
export function kept(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (Array.isArray(before) && Array.isArray(next)) return keptList(before, next);
  return isPlain(before) && isPlain(next) ? keptObject(before, next) : next;
}

function keptList(before: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.map((each, at) => [idOf(each) ?? at, each]));
  const list = next.map((each, at) => kept(known.get(idOf(each) ?? at), each));
  const same = list.length === before.length && list.every((each, at) => each === before[at]);
  return same ? before : list;
}

function keptObject(before: Plain, next: Plain): Plain {
  const keys = Object.keys(next);
  const entries = keys.map((key) => [key, kept(before[key], next[key])] as const);
  const same =
    keys.length === Object.keys(before).length &&
    entries.every(([key, value]) => key in before && value === before[key]);
  return same ? before : Object.fromEntries(entries);
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const idOf = (value: unknown): unknown => (isPlain(value) ? value['id'] : undefined);
