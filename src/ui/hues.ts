/** A room's colour where one value is wanted, e.g. Miro's session colour. */
import { hueOf } from '../breakout/hues';

export const hueColor = (hue: number): string => hueOf(hue).strong;
