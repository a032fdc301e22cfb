import * as v from 'valibot';
import type { FrameId, TabId } from '../breakout/ids';
import { MOST_SELECTED } from './panel-data';
import { frame, list, tab } from './schemas';

const selection = v.object({ selected: list(frame, MOST_SELECTED) });
const place = v.object({ tab });

/** Nothing was selected, as far as anything else than our own data says. */
export function selectedIn(raw: unknown): readonly FrameId[] {
  const parsed = v.safeParse(selection, raw);
  return parsed.success ? parsed.output.selected : [];
}

/** The background in the same window; `undefined`: nobody says which that is. */
export function tabIn(raw: unknown): TabId | undefined {
  const parsed = v.safeParse(place, raw);
  return parsed.success ? parsed.output.tab : undefined;
}
