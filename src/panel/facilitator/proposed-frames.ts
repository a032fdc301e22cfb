import type { FrameChoice } from '../../live/views';

/** What was selected on the board before the panel opened; else every frame that no room has yet. */
export function proposedFrames(frames: readonly FrameChoice[]): readonly FrameChoice[] {
  const free = frames.filter(({ usedBy }) => usedBy === undefined);
  const selected = free.filter((frame) => frame.selected);
  return selected.length > 0 ? selected : free;
}
