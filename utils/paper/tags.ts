/** Tags as people write them. Pure. */
import { fold } from '@/utils/text/fold';
import { hashOf } from './stamp';

/** Colours that a tag can have; the interface says which they are. */
export const TAG_COLOURS = 12;

/** Characters that nobody sees. */
const HIDDEN = /[\p{Cf}\p{Variation_Selector}]/gu;
/** Words of the scripts in which a mark above a letter is an accent. Elsewhere it may be a vowel. */
const ACCENTED = /(?:[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][\u0300-\u036f]*)+/gu;

/** What two spellings of one tag have in common: all but case, accents and hidden marks. */
export function tagKey(tag: string): string {
  return tag
    .normalize('NFKC')
    .replace(HIDDEN, '')
    .replace(ACCENTED, fold)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The colour of a tag that nobody gave one: a number below `TAG_COLOURS`, the same for all its spellings. */
export function colourOf(tag: string): number {
  return hashOf(tagKey(tag)) % TAG_COLOURS;
}
