/**
 * How people are taken hold of: a mouse drags, a finger presses for a moment first (or it scrolls),
 * the key M lifts. Whatever is marked `data-person` can be taken, wherever it is drawn; what is
 * marked `data-room` can be dropped on.
 */
import { roomId, userId, type RoomId, type UserId } from '../../../breakout/ids';
import { SEARCH_PAUSE_MS } from '../../../ui/list-keys';
import type { Lift } from './lift';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Holder {
  /** @returns whether they are in the air now */
  readonly lift: (user: UserId, by: Lift['by']) => boolean;
  readonly hold: (over: RoomId | undefined, at: Point) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
}

/** A press that moves less than this is a click. Unit: CSS pixels. */
const DRAG_PX = 6;
/** A finger that stays for so long takes hold. Unit: milliseconds. */
const LONG_PRESS_MS = 400;
/** Rooms appear under the pointer: none counts before it has moved so far. Unit: CSS pixels. */
const AIM_PX = 12;

interface Press {
  readonly pointer: number;
  readonly user: UserId;
  readonly element: HTMLElement;
  readonly from: Point;
  readonly touch: boolean;
  /** Where the pointer was when they were lifted. */
  lifted: Point | undefined;
  aimed: boolean;
}

const apart = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

function personAt(target: EventTarget | null): HTMLElement | undefined {
  // A menu hangs in the row that it is about.
  if (!(target instanceof Element) || target.closest('[role="menu"]') !== null) return undefined;
  return target.closest<HTMLElement>('[data-person]') ?? undefined;
}

export function roomAt({ x, y }: Point): RoomId | undefined {
  const room = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-room]')?.dataset[
    'room'
  ];
  return room === undefined ? undefined : roomId(room);
}

/** From now on, in this window. @returns what ends it */
export function grabbing(holder: Holder): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let press: Press | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** When a letter of a search was typed last. */
  let typedAt = -Infinity;

  function lift(at: Point): void {
    clearTimeout(waiting);
    if (press === undefined) return;
    if (!holder.lift(press.user, 'pointer')) return void (press = undefined);
    press.lifted = at;
    // From here on the pointer is ours, also outside of the panel.
    if (press.element.isConnected) press.element.setPointerCapture(press.pointer);
    holder.hold(undefined, at);
  }

  function letGo(): Press | undefined {
    const was = press;
    clearTimeout(waiting);
    press = undefined;
    return was;
  }

  function down(event: PointerEvent): void {
    const element = personAt(event.target);
    if (press !== undefined || !event.isPrimary || event.button !== 0) return;
    if (element?.dataset['person'] === undefined) return;
    const touch = event.pointerType === 'touch';
    const from = { x: event.clientX, y: event.clientY };
    const user = userId(element.dataset['person']);
    press = {
      pointer: event.pointerId,
      user,
      element,
      from,
      touch,
      lifted: undefined,
      aimed: false,
    };
    if (touch) waiting = setTimeout(() => lift(from), LONG_PRESS_MS);
  }

  function move(event: PointerEvent): void {
    if (event.pointerId !== press?.pointer) return;
    const at = { x: event.clientX, y: event.clientY };
    if (press.lifted === undefined) {
      if (apart(at, press.from) < DRAG_PX) return;
      if (press.touch) return void letGo();
      lift(at);
      return;
    }
    press.aimed ||= apart(at, press.lifted) >= AIM_PX;
    holder.hold(press.aimed ? roomAt(at) : undefined, at);
  }

  function up(event: PointerEvent): void {
    if (event.pointerId !== press?.pointer) return;
    if (letGo()?.lifted === undefined) return;
    swallowClick(signal);
    holder.drop();
  }

  function lost(event: PointerEvent): void {
    if (event.pointerId !== press?.pointer) return;
    if (letGo()?.lifted !== undefined) holder.cancel();
  }

  function key(event: KeyboardEvent): void {
    if (press?.lifted !== undefined && event.key === 'Escape') {
      event.stopPropagation();
      letGo();
      holder.cancel();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Letters search in a list; Space ticks.
    if (event.key.length !== 1 || event.key === ' ') return;
    const person = personAt(event.target)?.dataset['person'];
    if (person === undefined) return;
    const searching = event.timeStamp - typedAt < SEARCH_PAUSE_MS;
    typedAt = event.timeStamp;
    // In the middle of a name it is a letter of that name.
    if (searching || event.key.toLowerCase() !== 'm') return;
    if (!holder.lift(userId(person), 'keys')) return;
    typedAt = -Infinity;
    event.preventDefault();
    event.stopPropagation();
  }

  // A finger that holds somebody does not scroll, nor does it open the browser's own menu.
  const still = (event: Event): void => {
    if (press?.lifted !== undefined) event.preventDefault();
  };
  const noMenu = (event: Event): void => {
    if (press?.touch === true) event.preventDefault();
  };

  addEventListener('pointerdown', down, { signal });
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', up, { signal });
  addEventListener('pointercancel', lost, { signal });
  addEventListener('touchmove', still, { signal, passive: false });
  addEventListener('contextmenu', noMenu, { signal });
  // Before the lists, whose letters search.
  addEventListener('keydown', key, { signal, capture: true });
  return () => {
    letGo();
    ending.abort();
  };
}

/** The button that was dragged from is not pressed by letting go. */
function swallowClick(signal: AbortSignal): void {
  const once = new AbortController();
  const swallow = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  addEventListener('click', swallow, {
    capture: true,
    signal: AbortSignal.any([once.signal, signal]),
  });
  // It comes in the same turn, or not at all.
  setTimeout(() => once.abort());
}
