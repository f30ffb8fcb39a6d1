/** How a tag looks in a row. */
import { TAG_COLOURS } from '@/utils/paper/tags';

/** Longest tag that is drawn whole, in code points. */
const LONGEST = 16;

/** The tag, cut where it is long. */
export function drawnTag(tag: string): string {
  const letters = [...tag];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : tag;
}

/** The hue (degrees) of a tag's colour, a number below `TAG_COLOURS`. */
export function hueOf(colour: number): number {
  return (colour * 360) / TAG_COLOURS;
}
