/** Turns a query into what can be computed: a tree whose leaves are numbered terms, phrases and filters. */
import { isTrashed } from '@/utils/query/leaf';
import type { Query, RankedField } from '@/utils/query/query-tree';
import { queryTerms } from '@/utils/text/tokens';
import { ALL_FIELDS, FIELDS } from '../segment/segment';
import type { Wanted } from './expand';
import { allowedErrors } from './levenshtein';

/** Conditions that columns answer. */
export type Filter = Extract<Query, { kind: 'venue' | 'site' | 'range' | 'flag' }>;

export type Node =
  | { kind: 'all' | 'none' }
  /** `word` is a place in `Plan.words`, `bit` stands for the word of the query, `mask` for the fields to look in. */
  | { kind: 'term'; word: number; bit: number; mask: number }
  | { kind: 'phrase'; phrase: number }
  | { kind: 'filter'; filter: Filter }
  | { kind: 'not'; node: Node }
  | { kind: 'and' | 'or'; nodes: Node[] };

/** Terms that stand next to each other in one of these fields. */
export interface Phrase {
  terms: string[];
  mask: number;
  /** Documents that have all of them. */
  candidates: Node;
}

export interface Plan {
  root: Node;
  words: Wanted[];
  /** Words that a paper is found by, so that they are marked in it. */
  positive: Set<number>;
  phrases: Phrase[];
  filters: Filter[];
  ranked: boolean;
  /** Whether it asks about the trash rather than the library. */
  trashed: boolean;
}

/** Further words of a query are not looked at: no one has typed them to find something. */
const MOST_WORDS = 31;

/** One sign of a script that is written in pairs (utils/text/tokens.ts): the index has it as the first of a pair. */
const SIGN = /^[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]&&\p{L}]$/v;

/** `fuzzy` lets words, but not those behind a `not`, stand for terms that are spelled like them. */
export function planQuery(query: Query, fuzzy: boolean): Plan {
  const trashed = asksTrash(query);
  const plan: Plan = {
    root: { kind: 'all' },
    words: [],
    positive: new Set(),
    phrases: [],
    filters: [],
    ranked: false,
    trashed,
  };
  const bits = new Map<string, number>();
  const numbers = new Map<string, number>();

  function term(text: string, field: RankedField | undefined, prefix: boolean, negated: boolean): Node {
    if (!bits.has(text) && bits.size >= MOST_WORDS) return { kind: 'all' };
    const bit = bits.get(text) ?? 2 ** bits.size;
    bits.set(text, bit);
    const wanted = { term: text, prefix, fuzzy: fuzzy && prefix && !negated && allowedErrors(text) > 0 };
    const key = JSON.stringify(wanted);
    const word = numbers.get(key) ?? plan.words.push(wanted) - 1;
    numbers.set(key, word);
    if (!negated) {
      plan.positive.add(word);
      plan.ranked = true;
    }
    return { kind: 'term', word, bit, mask: maskOf(field) };
  }

  function phrase(text: string, field: RankedField | undefined, negated: boolean): Node {
    const terms = queryTerms(text);
    const sign = terms.length === 1 && SIGN.test(terms[0] ?? '');
    const nodes = [...new Set(terms)].map((one) => term(one, field, sign, negated));
    const candidates: Node = { kind: 'and', nodes };
    if (terms.length < 2) return candidates;
    const number = plan.phrases.push({ terms, mask: maskOf(field), candidates }) - 1;
    return { kind: 'and', nodes: [...nodes, { kind: 'phrase', phrase: number }] };
  }

  function compile(part: Query, negated: boolean): Node {
    switch (part.kind) {
      case 'all':
        return part;
      case 'word':
        return {
          kind: 'and',
          nodes: queryTerms(part.text).map((text) => term(text, part.field, true, negated)),
        };
      case 'phrase':
        return phrase(part.text, part.field, negated);
      case 'not':
        return { kind: 'not', node: compile(part.query, true) };
      case 'and':
      case 'or':
        return { kind: part.kind, nodes: part.queries.map((inner) => compile(inner, negated)) };
      default:
        if (isTrashed(part)) return { kind: 'none' };
        plan.filters.push(part);
        return { kind: 'filter', filter: part };
    }
  }

  plan.root = compile(trashed ? withoutTrashed(query) : query, false);
  return plan;
}

/** `is:trashed` alone or at the top of an `and` looks into the trash; elsewhere it matches nothing. */
function asksTrash(query: Query): boolean {
  return query.kind === 'and' ? query.queries.some(isTrashed) : isTrashed(query);
}

function withoutTrashed(query: Query): Query {
  if (query.kind !== 'and') return { kind: 'all' };
  return { kind: 'and', queries: query.queries.filter((part) => !isTrashed(part)) };
}

function maskOf(field: RankedField | undefined): number {
  return field === undefined ? ALL_FIELDS : 1 << FIELDS.indexOf(field);
}
