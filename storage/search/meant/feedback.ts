/**
 * Takes the best papers for good answers, and their telling words for further words of the question (pseudo-relevance
 * feedback, Rocchio, 1971; weights after BM25).
 */
import type { Paper } from '@/utils/paper/schema';
import { fieldText } from '@/utils/paper/searched-texts';
import { isFunctionWord } from '@/utils/text/function-words';
import { stemOf } from '@/utils/text/stem';
import { queryTerms } from '@/utils/text/tokens';
import { lookUp } from '../query/look-up';
import type { Snapshot } from '../snapshot/snapshot';
import { documentsOf, type RankedWord, rarityOf } from './rank-words';

/** Words that are added at most. */
const MOST_WORDS = 30;
/** What the most telling word counts, compared with a word that was asked. */
const WEIGHT = 0.3;
/** The usual length of title and abstract, in words. */
const USUAL_LENGTH = 120;

/** Further words for a question that these papers answer best, the best one first. */
export async function furtherWords(snapshot: Snapshot, papers: readonly Paper[]): Promise<RankedWord[]> {
  const weights = new Map<string, number>();
  const forms = new Map<string, Set<string>>();
  for (const [rank, paper] of papers.entries()) {
    const terms = queryTerms(`${fieldText(paper, 'title')}\n${fieldText(paper, 'abstract')}`);
    const counts = new Map<string, number>();
    for (const term of terms) {
      if (isFunctionWord(term) || /^\p{N}+$/u.test(term)) continue;
      const stem = stemOf(term);
      counts.set(stem, (counts.get(stem) ?? 0) + 1);
      forms.set(stem, (forms.get(stem) ?? new Set()).add(term));
    }
    const length = 1.2 * (0.25 + (0.75 * terms.length) / USUAL_LENGTH);
    for (const [stem, count] of counts)
      weights.set(stem, (weights.get(stem) ?? 0) + count / (count + length) / (1 + rank));
  }
  const known = await lookUp(
    snapshot,
    [...forms.values()].flatMap((terms) => [...terms]),
  );
  const words = [...weights].map(([stem, weight]) => {
    const expansions = [...(forms.get(stem) ?? [])].flatMap((term) => known.get(term) ?? []);
    const papersWith = documentsOf(expansions);
    const tells = papersWith >= 2 && papersWith <= snapshot.live / 5;
    return { stem, expansions, weight: tells ? weight * rarityOf(snapshot.live, papersWith) : 0 };
  });
  const best = words
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.stem < b.stem ? -1 : 1))
    .slice(0, MOST_WORDS);
  const most = best[0]?.weight ?? 1;
  return best.map(({ expansions, weight }) => ({
    expansions,
    exact: new Set(expansions.map(({ term }) => term)),
    weight: (WEIGHT * weight) / most,
  }));
}
