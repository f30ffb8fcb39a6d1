/** What a tag field offers while one types. */
import type { TagCount } from '@/storage/tags';
import { order } from '@/utils/order';
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
export function tagChoices(known: readonly TagCount[], has: readonly string[], typed: string): Choice[] {
  const wanted = tagKey(typed.trim());
  const mine = new Set(has.map(tagKey));
  const rankOf = (tag: string): number => {
    const folded = tagKey(tag);
    if (folded.startsWith(wanted)) return 0;
    return folded.split(/[\s/_-]+/).some((word) => word.startsWith(wanted))
      ? 1
      : folded.includes(wanted)
        ? 2
        : 3;
  };
  const offered = known
    .filter(({ tag }) => !mine.has(tagKey(tag)))
    .map((use) => ({ use, rank: rankOf(use.tag) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || order(b.use.usedAt ?? '', a.use.usedAt ?? ''))
    .slice(0, MOST)
    .map(({ use: { tag, papers } }) => ({ tag, count: papers }));
  const isNew = wanted !== '' && !mine.has(wanted) && !known.some(({ tag }) => tagKey(tag) === wanted);
  return isNew ? [...offered, { tag: typed.trim() }] : offered;
}
