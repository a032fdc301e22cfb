/** The ten room colours: the same from the invitation to the session and the frame. */
import { hueOf } from '../breakout/hues';

export interface RoomColor {
  /** Session colour and spine; dark enough for white text. */
  readonly solid: string;
  /** Frame fill; light enough for dark notes and text. */
  readonly tint: string;
}

export function roomColor(hue: number): RoomColor {
  const { strong, tint } = hueOf(hue);
  return { solid: strong, tint };
}
