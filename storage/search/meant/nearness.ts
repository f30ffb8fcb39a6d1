/**
 * Words that stand side by side in a query belong together where they do so in a paper, too. After Rasolofo and Savoy,
 * 2003 (https://doi.org/10.1007/3-540-36618-0_15): each occurrence counts the inverse of the distance.
 */
import type { Paper } from '@/utils/paper/schema';
import { fieldTexts } from '@/utils/paper/searched-texts';
import { stemOf } from '@/utils/text/stem';
import { queryTerms } from '@/utils/text/tokens';

/** Two words that follow each other in a query, and how rare the less rare of them is. */
export interface Neighbours {
  first: string;
  second: string;
  rarity: number;
}

/** Farther apart (words), two occurrences have nothing to do with each other. */
const FARTHEST = 4;
/** What words side by side count, compared with the words themselves. */
const WEIGHT = 0.5;
const TEXTS = ['title', 'abstract'] as const;

/** The pairs of words that follow each other in `order`; `rarities` has those that count. */
export function neighboursIn(order: readonly string[], rarities: ReadonlyMap<string, number>): Neighbours[] {
  const pairs = new Map<string, Neighbours>();
  for (const [index, second] of order.entries()) {
    const first = order[index - 1];
    if (first === undefined || first === second) continue;
    const rarity = Math.min(rarities.get(first) ?? 0, rarities.get(second) ?? 0);
    if (rarity > 0) pairs.set(`${first} ${second}`, { first, second, rarity });
  }
  return [...pairs.values()];
}

/** What the nearness of its words adds to a paper's score. */
export function nearness(paper: Paper, pairs: readonly Neighbours[]): number {
  const near = pairs.map(() => 0);
  const wanted = new Set(pairs.flatMap(({ first, second }) => [first, second]));
  for (const text of TEXTS.flatMap((field) => fieldTexts(paper, field))) {
    const places = new Map<string, number[]>();
    for (const [place, stem] of queryTerms(text).map(stemOf).entries()) {
      if (!wanted.has(stem)) continue;
      const known = places.get(stem);
      if (known) known.push(place);
      else places.set(stem, [place]);
    }
    for (const [index, { first, second }] of pairs.entries())
      for (const one of places.get(first) ?? [])
        for (const other of places.get(second) ?? []) {
          const distance = Math.abs(one - other);
          if (distance <= FARTHEST) near[index] = (near[index] ?? 0) + 1 / distance;
        }
  }
  return pairs.reduce((sum, { rarity }, index) => {
    const amount = near[index] ?? 0;
    return sum + (WEIGHT * rarity * 3 * amount) / (amount + 2);
  }, 0);
}
