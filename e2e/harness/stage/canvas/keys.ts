/** The board by keyboard, as at Miro: V H F N T R for tools, arrows, + and −, Delete, Enter, Escape. */
import type { StageModel, Tool } from '../stage-model.svelte';
import type { Point } from './camera';
import type { Gestures } from './gestures.svelte';

const TOOLS: Readonly<Record<string, Tool>> = {
  v: 'select',
  h: 'hand',
  f: 'frame',
  n: 'sticky_note',
  t: 'text',
  r: 'shape',
};

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: 1, y: 0 },
  ArrowRight: { x: -1, y: 0 },
  ArrowUp: { x: 0, y: 1 },
  ArrowDown: { x: 0, y: -1 },
};
const PAN_PX = 80;
const MOVE_UNITS = 20;

/** @param focused the item that has the focus, if one has */
export function keyOnCanvas(
  event: KeyboardEvent,
  model: StageModel,
  gestures: Gestures,
  focused: string | undefined,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (act(event.key, model, gestures, focused)) event.preventDefault();
}

function act(
  key: string,
  model: StageModel,
  gestures: Gestures,
  focused: string | undefined,
): boolean {
  const selection = model.state.ownTab?.selection ?? [];
  const mayEdit = model.state.self?.role !== 'viewer';
  const arrow = ARROWS[key];
  if (arrow) {
    if (selection.length > 0 && mayEdit) moveBy(model, selection, arrow);
    else model.view.pan({ x: arrow.x * PAN_PX, y: arrow.y * PAN_PX });
    return true;
  }
  switch (key) {
    case ' ':
      if (focused === undefined) gestures.panning = true;
      else toggle(model, selection, focused);
      return true;
    case 'Enter':
      if (focused === undefined) return false;
      if (selection.includes(focused) && mayEdit) model.editing = focused;
      else model.act('select', [focused]);
      return true;
    case 'Delete':
    case 'Backspace':
      if (mayEdit) for (const id of selection) model.act('deleteItem', id);
      return true;
    case 'Escape':
      gestures.cancel();
      model.tool = 'select';
      model.act('select', []);
      return true;
    case '+':
    case '=':
      model.view.zoom(1.25);
      return true;
    case '-':
      model.view.zoom(0.8);
      return true;
    case '1':
      model.showAll();
      return true;
    default:
      return chooseTool(key, model, mayEdit);
  }
}

function chooseTool(key: string, model: StageModel, mayEdit: boolean): boolean {
  const tool = TOOLS[key.toLowerCase()];
  if (!tool || !(mayEdit || tool === 'select' || tool === 'hand')) return false;
  model.tool = tool;
  return true;
}

function toggle(model: StageModel, selection: readonly string[], item: string): void {
  const next = selection.includes(item)
    ? selection.filter((id) => id !== item)
    : [...selection, item];
  model.act('select', next);
}

function moveBy(model: StageModel, ids: readonly string[], arrow: Point): void {
  for (const id of ids) {
    const item = model.state.items.get(id);
    if (!item) continue;
    model.act('moveItem', id, {
      x: item.x - arrow.x * MOVE_UNITS,
      y: item.y - arrow.y * MOVE_UNITS,
    });
  }
}
