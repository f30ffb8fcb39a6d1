/** How a tag looks in a row. */
import { tagKey } from '@/utils/paper/tags';

/** Longest tag that is drawn whole, in code points. */
const LONGEST = 16;

/** The tag, cut where it is long. */
export function drawnTag(tag: string): string {
  const letters = [...tag];
  return letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : tag;
}

/** A hue (0 to 359) that a name always has, however its case and accents are written (FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/). */
export function hueOf(tag: string): number {
  let hash = 0x811c9dc5;
  for (const letter of tagKey(tag))
    hash = Math.imul(hash ^ (letter.codePointAt(0) as number), 0x01000193) >>> 0;
  return hash % 360;
}
