/** Tags as people write them. Pure. */
import { fold } from '@/utils/text/fold';

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
