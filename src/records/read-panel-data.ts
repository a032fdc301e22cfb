import * as v from 'valibot';
import type { FrameId } from '../breakout/ids';
import { MOST_SELECTED } from './panel-data';
import { frame, list } from './schemas';

const data = v.object({ selected: list(frame, MOST_SELECTED) });

/** Nothing was selected, as far as anything else than our own data says. */
export function selectedIn(raw: unknown): readonly FrameId[] {
  const parsed = v.safeParse(data, raw);
  return parsed.success ? parsed.output.selected : [];
}
