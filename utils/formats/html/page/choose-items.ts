/** Which papers are shown, and in which order. Pure. */
import { order } from '@/utils/order';
import { tagKey } from '@/utils/paper/tags';
import type { GrowingSearch, SmallMatch } from '@/utils/query/small-search';
import { queryTerms } from '@/utils/text/tokens';
import type { Order } from './page-words';
import type { Item } from './read-items';

/** What a person asks for. */
export interface Wish {
  words: string;
  /** Keys of tags (`tagKey`). A paper is shown if it has all of them. */
  tags: ReadonlySet<string>;
  order: Order;
}

export interface Choice {
  items: Item[];
  /** What was found in which paper; empty if no words were typed. */
  matches: ReadonlyMap<Item, SmallMatch>;
}

/** The papers that fit a wish. Without words to match, the best match is the newest. */
export function chooseItems(items: readonly Item[], wish: Wish, search: GrowingSearch<Item>): Choice {
  const asked = queryTerms(wish.words).length > 0;
  const matches = asked ? findBoth(search, wish.words) : new Map<Item, SmallMatch>();
  const found = asked ? [...matches.keys()] : items;
  const chosen = found.filter((item) => hasAll(item, wish.tags));
  return { items: inOrder(chosen, wish.order === 'relevance' && !asked ? 'saved' : wish.order), matches };
}

/** A tag with the number of papers that have it. */
export interface TagCount {
  key: string;
  /** As it was first met. */
  tag: string;
  papers: number;
}

/** The tags of some papers, the most frequent ones first. */
export function countTags(items: readonly Item[]): TagCount[] {
  const counts = new Map<string, TagCount>();
  for (const { tags } of items)
    for (const tag of tags) {
      const key = tagKey(tag);
      const count = counts.get(key) ?? { key, tag, papers: 0 };
      counts.set(key, { ...count, papers: count.papers + 1 });
    }
  return [...counts.values()].sort((a, b) => b.papers - a.papers || order(a.key, b.key));
}

/** What has the words comes first; what is only spelled alike follows, as in the library. */
function findBoth(search: GrowingSearch<Item>, words: string): Map<Item, SmallMatch> {
  const found = search.find(words, false);
  for (const [item, match] of search.find(words, true)) if (!found.has(item)) found.set(item, match);
  return found;
}

function hasAll({ tags }: Item, wanted: ReadonlySet<string>): boolean {
  if (wanted.size === 0) return true;
  const keys = new Set(tags.map(tagKey));
  return [...wanted].every((key) => keys.has(key));
}

const TITLES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Sorting keeps the order of equal ones. What has no date or title comes last. */
function inOrder(items: Item[], by: Order): Item[] {
  if (by === 'relevance') return items;
  if (by === 'title')
    return items.toSorted((a, b) => Number(!a.title) - Number(!b.title) || TITLES.compare(a.title, b.title));
  return items.toSorted((a, b) => order(b.data[by] ?? '', a.data[by] ?? ''));
}
