/** What a tag field offers while one types. */
import type { TagUse } from '@/storage/tags';
import { tagKey } from '@/utils/paper/tags';

/** A tag that can be added; without a count it is new. */
export interface Choice {
  tag: string;
  count?: number;
}

/** Tags that are offered at most. */
const MOST = 8;

/**
 * The tags of the library that a typed text can mean, those that begin with it first, the ones used last in front; then the
 * text itself, if no tag is written so. Tags that the paper has are left out.
 */
export function tagChoices(known: readonly TagUse[], has: readonly string[], typed: string): Choice[] {
  const wanted = tagKey(typed.trim());
  const mine = new Set(has.map(tagKey));
  const rankOf = (tag: string): number => {
    const key = tagKey(tag);
    if (key.startsWith(wanted)) return 0;
    return key.split(/[\s/_-]+/).some((word) => word.startsWith(wanted)) ? 1 : key.includes(wanted) ? 2 : 3;
  };
  const offered = known
    .filter(({ tag }) => !mine.has(tagKey(tag)))
    .map((use) => ({ use, rank: rankOf(use.tag) }))
    .filter(({ rank }) => rank < 3)
    .sort(
      (a, b) => a.rank - b.rank || (a.use.usedAt < b.use.usedAt ? 1 : a.use.usedAt > b.use.usedAt ? -1 : 0),
    )
    .slice(0, MOST)
    .map(({ use: { tag, count } }) => ({ tag, count }));
  const isNew = wanted !== '' && !mine.has(wanted) && !known.some(({ tag }) => tagKey(tag) === wanted);
  return isNew ? [...offered, { tag: typed.trim() }] : offered;
}
