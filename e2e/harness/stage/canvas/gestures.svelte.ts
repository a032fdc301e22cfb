/** What a pointer does on the canvas: one gesture at a time, from press to release. */
import type { StageModel } from '../stage-model.svelte';
import { overlaps, rectBetween, rectOfItem, toBoard, type Point } from './camera';
import type { Rect } from '../../world/api';

type Gesture =
  | { readonly kind: 'pan'; at: Point }
  | { readonly kind: 'marquee'; readonly from: Point; readonly keep: readonly string[] }
  | { readonly kind: 'drag'; readonly from: Point; readonly items: readonly string[] }
  | { readonly kind: 'make'; readonly from: Point };

/** Less than this, in pixels, is a click. */
const CLICK_PX = 4;
const POINTER_MS = 60;

export class Gestures {
  readonly #model: StageModel;
  #gesture: Gesture | undefined;
  #moved = false;
  #pointerAt = 0;
  /** Space is held: the board is dragged, whatever the tool. */
  panning = $state(false);
  /** Board rectangle being drawn. */
  marquee = $state.raw<Rect>();
  /** How far the dragged items are from where they lie, in board units. */
  dragged = $state.raw<{ readonly items: ReadonlySet<string>; readonly by: Point }>();

  constructor(model: StageModel) {
    this.#model = model;
  }

  /** @param at pixels on the canvas @param item under the pointer, if any */
  press(event: PointerEvent, at: Point, item: string | undefined): void {
    this.#moved = false;
    const { view, tool } = this.#model;
    const spot = toBoard(view.camera, at);
    if (event.button === 1 || this.panning || tool === 'hand' || event.pointerType === 'touch') {
      this.#gesture = { kind: 'pan', at };
      return;
    }
    if (event.button !== 0) return;
    // Miro closes an unpinned panel at any click on the canvas, whatever lies there.
    this.#model.act('clickCanvas');
    if (tool !== 'select') this.#gesture = { kind: 'make', from: spot };
    else if (item === undefined) this.#beginMarquee(spot, event.shiftKey);
    else this.#beginDrag(spot, item, event.shiftKey);
  }

  move(at: Point): void {
    const gesture = this.#gesture;
    const { view } = this.#model;
    const spot = toBoard(view.camera, at);
    this.#showPointer(spot);
    if (!gesture) return;
    if (gesture.kind === 'pan') {
      view.pan({ x: at.x - gesture.at.x, y: at.y - gesture.at.y });
      gesture.at = at;
      this.#moved = true;
      return;
    }
    const by = { x: spot.x - gesture.from.x, y: spot.y - gesture.from.y };
    if (Math.hypot(by.x, by.y) * view.camera.zoom < CLICK_PX && !this.#moved) return;
    this.#moved = true;
    if (gesture.kind === 'drag') this.dragged = { items: this.#withChildren(gesture.items), by };
    else this.marquee = rectBetween(gesture.from, spot);
  }

  release(at: Point): void {
    const gesture = this.#gesture;
    this.#gesture = undefined;
    const [marquee, dragged] = [this.marquee, this.dragged];
    this.marquee = undefined;
    this.dragged = undefined;
    if (gesture?.kind === 'drag' && dragged) this.#drop(gesture.items, dragged.by);
    if (gesture?.kind === 'marquee' && marquee) this.#selectIn(marquee, gesture.keep);
    if (gesture?.kind === 'make') this.#make(toBoard(this.#model.view.camera, at), marquee);
  }

  cancel(): void {
    this.#gesture = undefined;
    this.marquee = undefined;
    this.dragged = undefined;
  }

  #beginMarquee(from: Point, shift: boolean): void {
    const keep = shift ? (this.#model.state.ownTab?.selection ?? []) : [];
    this.#gesture = { kind: 'marquee', from, keep };
    if (!shift) this.#model.act('select', []);
  }

  #beginDrag(from: Point, item: string, shift: boolean): void {
    const selection = this.#model.state.ownTab?.selection ?? [];
    const has = selection.includes(item);
    const next = shift
      ? has
        ? selection.filter((id) => id !== item)
        : [...selection, item]
      : has
        ? selection
        : [item];
    if (next !== selection) this.#model.act('select', next);
    if (this.#mayEdit) this.#gesture = { kind: 'drag', from, items: next };
  }

  get #mayEdit(): boolean {
    return this.#model.state.self?.role !== 'viewer';
  }

  #withChildren(ids: readonly string[]): ReadonlySet<string> {
    const all = new Set(ids);
    for (const item of this.#model.state.items.values()) {
      if (item.parentId !== null && all.has(item.parentId)) all.add(item.id);
    }
    return all;
  }

  #drop(ids: readonly string[], by: Point): void {
    const { items } = this.#model.state;
    for (const id of this.#withChildren(ids)) {
      const item = items.get(id);
      if (!item) continue;
      const to = { x: Math.round(item.x + by.x), y: Math.round(item.y + by.y) };
      // Shown at once; the board's answer confirms it, or puts it right.
      items.set(id, { ...item, ...to });
      if (ids.includes(id)) this.#model.act('moveItem', id, to);
    }
  }

  #selectIn(marquee: Rect, keep: readonly string[]): void {
    const inside = [...this.#model.state.items.values()]
      .filter((item) => item.type !== 'connector' && overlaps(marquee, rectOfItem(item)))
      .map(({ id }) => id);
    this.#model.act('select', [...new Set([...keep, ...inside])]);
  }

  #make(at: Point, drawn: Rect | undefined): void {
    const { tool } = this.#model;
    if (tool === 'select' || tool === 'hand') return;
    const size = drawn && drawn.width > 20 && drawn.height > 20 ? drawn : undefined;
    void makeItem(this.#model, tool, at, size);
  }

  #showPointer(spot: Point): void {
    const now = performance.now();
    if (now - this.#pointerAt < POINTER_MS) return;
    this.#pointerAt = now;
    this.#model.point(Math.round(spot.x), Math.round(spot.y));
  }
}

const NEW = {
  frame: { width: 800, height: 500, text: 'New frame' },
  sticky_note: { width: 199, height: 228, text: '', fill: 'light_yellow' },
  text: { width: 300, height: 40, text: 'Text' },
  shape: { width: 160, height: 120, text: '', fill: '#ffffff' },
} as const;

/** Puts a new item on the board, selects it, and lets the person type. */
export async function makeItem(
  model: StageModel,
  type: keyof typeof NEW,
  at: Point,
  drawn?: Rect,
): Promise<void> {
  const standard = NEW[type];
  const wanted =
    drawn && type !== 'sticky_note'
      ? {
          x: drawn.x + drawn.width / 2,
          y: drawn.y + drawn.height / 2,
          width: Math.max(type === 'frame' ? 100 : 20, drawn.width),
          height: Math.max(type === 'frame' ? 100 : 20, drawn.height),
        }
      : { x: Math.round(at.x), y: Math.round(at.y) };
  model.tool = 'select';
  const id = await model.create({ type, ...standard, ...wanted });
  if (id === undefined) return;
  model.act('select', [id]);
  model.editing = id;
}
