/**
 * The ten room colours, by `Room.hue`. One table for everything that shows a room, so that the
 * invitation, the panel, Miro's session and the frame agree.
 */
export interface Hue {
  /** Spine, session colour, filled shapes; white text on it has a contrast of at least 4.5. */
  readonly strong: string;
  /** Frame fill and backgrounds; dark text on it has a contrast of at least 7. */
  readonly tint: string;
}

/** In an order that keeps neighbours apart, for people who confuse red and green as well. */
export const HUES: readonly [Hue, ...Hue[]] = [
  { strong: '#2b5fd9', tint: '#e4ecff' },
  { strong: '#b4540a', tint: '#ffecd9' },
  { strong: '#1f7a4d', tint: '#dff5e8' },
  { strong: '#7a3fc0', tint: '#f1e7ff' },
  { strong: '#7d6608', tint: '#fbf3cf' },
  { strong: '#0f7580', tint: '#daf3f5' },
  { strong: '#c02672', tint: '#ffe4f0' },
  { strong: '#55607a', tint: '#e9ecf3' },
  { strong: '#c4302b', tint: '#ffe5e3' },
  { strong: '#8a5230', tint: '#f5e9e0' },
];

/** Total: a hue that a newer version may know falls back into the table. */
export const hueOf = (index: number): Hue =>
  HUES[Math.abs(Math.trunc(index)) % HUES.length] ?? HUES[0];
