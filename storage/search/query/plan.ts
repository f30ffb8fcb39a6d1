/** Turns a query into a plan: a tree whose leaves are numbered words, phrases and filters. */
import { isTrashed } from '@/utils/query/leaf';
import type { Query, RankedField } from '@/utils/query/query-tree';
import { isSingleLetter } from '@/utils/text/dense';
import { type Row, rowOf } from '@/utils/text/phrase';
import { queryWords, type Writing } from '@/utils/text/tokens';
import { fieldMask, PAPER_FIELDS } from '../families/papers-index';
import { allowedErrors } from './edit-distance';
import type { Wanted } from './expand';
import { withSiteNames } from './site-names';

/** Conditions that are checked on columns. */
export type Filter = Extract<
  Query,
  { kind: 'venue' | 'organization' | 'submitter' | 'tag' | 'site' | 'range' | 'flag' }
>;

export type Node =
  | { kind: 'all' | 'none' }
  /** `word` is an index of `Plan.words`, `bit` has the query's words it stands for, `mask` the fields to search. */
  | { kind: 'term'; word: number; bit: number; mask: number }
  | { kind: 'phrase'; phrase: number }
  | { kind: 'filter'; filter: Filter }
  | { kind: 'not'; node: Node }
  | { kind: 'and' | 'or'; nodes: Node[] };

/** Words that must follow one another in one of these fields. */
export interface Phrase {
  row: Row;
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

  /** The bit of a term, which is a new one if there is room; 0 if not. */
  function bitOf(text: string): number {
    if (!bits.has(text) && bits.size < MOST_WORDS) bits.set(text, 2 ** bits.size);
    return bits.get(text) ?? 0;
  }

  function term(
    text: string,
    field: RankedField | undefined,
    prefix: boolean,
    negated: boolean,
    bit = bitOf(text),
  ): Node {
    if (bit === 0) return { kind: 'all' };
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

  /** A word in any of its writings. A compound written as one stands for all its parts. */
  function written(
    [parts = [], ...wholes]: readonly Writing[],
    field: RankedField | undefined,
    prefix: boolean,
    negated: boolean,
  ): Node {
    const nodes = [...new Set(parts)].map((one) => term(one, field, prefix, negated));
    const together = parts.reduce((all, one) => all | bitOf(one), 0);
    const others = wholes.flat().map((one) => term(one, field, prefix, negated, together));
    return others.length > 0
      ? { kind: 'or', nodes: [{ kind: 'and', nodes }, ...others] }
      : { kind: 'and', nodes };
  }

  function phrase(text: string, field: RankedField | undefined, negated: boolean): Node {
    const words = queryWords(text);
    const parts = words.flatMap(([first = []]) => first);
    const single = parts.length === 1 && isSingleLetter(parts[0] ?? '');
    const nodes = words.map((writings) => written(writings, field, single, negated));
    const candidates: Node = { kind: 'and', nodes };
    if (parts.length < 2) return candidates;
    const number = plan.phrases.push({ row: rowOf(text), mask: maskOf(field), candidates }) - 1;
    return { kind: 'and', nodes: [...nodes, { kind: 'phrase', phrase: number }] };
  }

  function compile(part: Query, negated: boolean): Node {
    switch (part.kind) {
      case 'all':
        return part;
      case 'word':
        return {
          kind: 'and',
          nodes: queryWords(part.text).map((writings) => written(writings, part.field, true, negated)),
        };
      case 'phrase':
        return phrase(part.text, part.field, negated);
      case 'not':
        return { kind: 'not', node: compile(part.query, true) };
      case 'and':
        return {
          kind: 'and',
          nodes: withSiteNames(part.queries).map((inner) => compile(inner, negated)),
        };
      case 'or':
        return { kind: 'or', nodes: part.queries.map((inner) => compile(inner, negated)) };
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
