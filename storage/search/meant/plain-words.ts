/** Splits a query into plain words, which a paper may lack, and conditions, which always hold. */
import type { Query } from '@/utils/query/query-tree';
import { isFunctionWord, isQuestionWord } from '@/utils/text/function-words';
import { stemOf } from '@/utils/text/stem';
import { queryWords } from '@/utils/text/tokens';

/** Forms of one word that a query has, and how often it has them. */
export interface PlainWord {
  /** As typed first. */
  text: string;
  /** Its terms in the query; the same stem makes them one word. */
  terms: string[];
  /** The one-word writings of compounds that it is a part of: a paper with one of them has it, too. */
  wholes: string[];
  stem: string;
  count: number;
}

export interface PlainWords {
  /** In the order of the query. */
  words: PlainWord[];
  /** What must hold whatever words are missing. */
  conditions: Query;
  /** The stems of all words in their order, with those that are said twice. */
  order: string[];
}

/**
 * The plain words of a query, and the rest; without any, there is nothing that may be missing. `loose` takes phrases for
 * plain words, too: in running text quotation marks mean something else.
 */
export function plainWords(query: Query, loose = false): PlainWords {
  const parts = query.kind === 'and' ? query.queries : [query];
  const words = new Map<string, PlainWord>();
  const order: string[] = [];
  const conditions: Query[] = [];
  for (const part of parts) {
    const plain = part.kind === 'word' || (loose && part.kind === 'phrase');
    if (!plain || part.field !== undefined) {
      conditions.push(part);
      continue;
    }
    for (const [parts = [], ...others] of queryWords(part.text)) {
      const wholes = others.flat();
      for (const term of parts) {
        const stem = stemOf(term);
        order.push(stem);
        const known = words.get(stem);
        if (!known) words.set(stem, { text: part.text, terms: [term], wholes, stem, count: 1 });
        else {
          known.count++;
          known.terms = [...new Set([...known.terms, term])];
          known.wholes = [...new Set([...known.wholes, ...wholes])];
        }
      }
    }
  }
  return {
    words: [...words.values()],
    conditions:
      conditions.length === 1 && conditions[0] ? conditions[0] : { kind: 'and', queries: conditions },
    order,
  };
}

/** Whether a word only holds a question together. */
export function isEmptyWord({ terms }: PlainWord): boolean {
  return terms.every(isFunctionWord);
}

/** Whether a word is usual in questions, whatever they ask. */
export function asksOnly({ terms }: PlainWord): boolean {
  return terms.every(isQuestionWord);
}
