/** Turns a query into a plan: a tree whose leaves are numbered words, phrases and filters. */
import { isTrashed } from '@/utils/query/leaf';
import type { Query, RankedField } from '@/utils/query/query-tree';
import { queryTerms } from '@/utils/text/tokens';
import { fieldMask, PAPER_FIELDS } from '../families/papers-index';
import { allowedErrors } from './edit-distance';
import type { Wanted } from './expand';

/** Conditions that are checked on columns. */
export type Filter = Extract<Query, { kind: 'venue' | 'organization' | 'tag' | 'site' | 'range' | 'flag' }>;

export type Node =
  | { kind: 'all' | 'none' }
  /** `word` is an index of `Plan.words`, `bit` stands for the query's word, `mask` has the fields to search. */
  | { kind: 'term'; word: number; bit: number; mask: number }
  | { kind: 'phrase'; phrase: number }
  | { kind: 'filter'; filter: Filter }
  | { kind: 'not'; node: Node }
  | { kind: 'and' | 'or'; nodes: Node[] };

/** Terms that must follow one another in one of these fields. */
export interface Phrase {
  terms: string[];
  mask: number;
  /** Documents that have all of them. */
  candidates: Node;
}

export interface Plan {
  root: Node;
  words: Wanted[];
  /** Words that are not negated: they are highlighted in the results. */
  positive: Set<number>;
  phrases: Phrase[];
  filters: Filter[];
  ranked: boolean;
  /** Whether to search the trash instead of the library. */
  trashed: boolean;
}

/** All fields of a paper, as bits. */
const ALL_FIELDS = fieldMask(PAPER_FIELDS);
/** More words are ignored. Nobody types so many to find something, and each has one bit. */
const MOST_WORDS = 31;

/** A single character of a script that is indexed in pairs (utils/text/tokens.ts): found as the first of a pair. */
const SIGN = /^[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}]&&\p{L}]$/v;

/** `fuzzy` lets words that are not negated stand for terms that are spelled like them. */
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
    const meant = prefix && !negated;
    const wanted = { term: text, forms: meant, prefix, fuzzy: fuzzy && meant && allowedErrors(text) > 0 };
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

/** `is:trashed` searches the trash if it is the query or part of its outermost AND. Elsewhere it matches nothing. */
function asksTrash(query: Query): boolean {
  return query.kind === 'and' ? query.queries.some(isTrashed) : isTrashed(query);
}

function withoutTrashed(query: Query): Query {
  if (query.kind !== 'and') return { kind: 'all' };
  return { kind: 'and', queries: query.queries.filter((part) => !isTrashed(part)) };
}

/** The fields that a word without or with a field is searched in, as bits. */
function maskOf(field: RankedField | undefined): number {
  return field === undefined ? ALL_FIELDS : fieldMask([field]);
}

/** All fields that a tree's terms are searched in, as bits. */
export function fieldsIn(node: Node): number {
  if (node.kind === 'term') return node.mask;
  if (node.kind === 'not') return fieldsIn(node.node);
  if (node.kind === 'and' || node.kind === 'or')
    return node.nodes.reduce((mask, inner) => mask | fieldsIn(inner), 0);
  return 0;
}
