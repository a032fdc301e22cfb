import type { FrameInfo } from '../../board/port';
import type { Viewport } from '../../breakout/person';

/**
 * Whether somebody with this view is at this frame, seen from afar or looking at a corner of it: the
 * middle of one lies within the other. A frame's x and y are its centre, a view's its top left corner.
 */
export function isAtFrame(view: Viewport, frame: FrameInfo): boolean {
  const acrossX = Math.abs(view.x + view.width / 2 - frame.x);
  const acrossY = Math.abs(view.y + view.height / 2 - frame.y);
  return (
    acrossX <= Math.max(view.width, frame.width) / 2 &&
    acrossY <= Math.max(view.height, frame.height) / 2
  );
}

/** Whether a view is about where it was: its middle lies within what was seen. */
export function isStillThere(now: Viewport, before: Viewport): boolean {
  const acrossX = now.x + now.width / 2 - (before.x + before.width / 2);
  const acrossY = now.y + now.height / 2 - (before.y + before.height / 2);
  return Math.abs(acrossX) <= before.width / 2 && Math.abs(acrossY) <= before.height / 2;
}

/** Nearer: the middle of what is seen lies within the frame. Who sees it from afar is not in it. */
export function looksInto(view: Viewport, frame: FrameInfo): boolean {
  const acrossX = Math.abs(view.x + view.width / 2 - frame.x);
  const acrossY = Math.abs(view.y + view.height / 2 - frame.y);
  return acrossX <= frame.width / 2 && acrossY <= frame.height / 2;
}
