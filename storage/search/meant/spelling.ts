/** Spellings that the library knows, for words of a query that it does not. */
import type { Query } from '@/utils/query/query-tree';
import { isFunctionWord, isQuestionWord } from '@/utils/text/function-words';
import { queryTerms } from '@/utils/text/tokens';
import { expand } from '../query/expand';
import type { Snapshot } from '../snapshot/snapshot';
import { spellings } from './word-terms';

/** For each plain word that stands for nothing as typed: the term that it probably means. */
export async function knownSpellings(snapshot: Snapshot, query: Query): Promise<Map<string, string>> {
  const typed = new Map<string, string>();
  for (const part of query.kind === 'and' ? query.queries : [query]) {
    const [term, ...more] = part.kind === 'word' && !part.field ? queryTerms(part.text) : [];
    if (part.kind !== 'word' || term === undefined || more.length > 0) continue;
    // Words of a question are rare in papers: a small library would take `deal` for `deaf`.
    if (!isFunctionWord(term) && !isQuestionWord(term)) typed.set(part.text, term);
  }
  const words = [...typed];
  const known = await expand(
    snapshot,
    words.map(([, term]) => ({ term, forms: true, prefix: true, fuzzy: false })),
  );
  const unknown = words.filter((_, index) => known[index]?.length === 0);
  const spelled = await spellings(
    snapshot,
    unknown.map(([, term]) => term),
  );
  return new Map(
    unknown.flatMap(([text], index) => {
      const best = spelled[index]?.[0];
      return best ? [[text, best.term] as const] : [];
    }),
  );
}
