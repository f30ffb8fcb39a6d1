/** Parses the query language, as typed by users and written by filter chips, into a tree. Never fails. */

import { tokenise } from '@/utils/text/tokens';
import { balanceLexemes } from './balance-lexemes';
import type { QueryField } from './fields';
import { isTrashed, leafOf } from './leaf';
import { type HintCode, type Lexeme, lexQuery } from './lex-query';
import type { QueryDays } from './query-days';
import type { Query } from './query-tree';

/** A misread part of a query. `text` is what was typed from `start` to `end` (UTF-16 units, `end` exclusive). */
export interface Hint {
  code: HintCode;
  text: string;
  start: number;
  end: number;
}

export interface ParsedQuery {
  query: Query;
  /** The first few misread parts, in text order. */
  hints: Hint[];
}

/** The most words and other conditions that are searched. The index answers at most 31 words at once. */
const MOST = { words: 31, conditions: 64 };
/** Of a pasted text, so many words more say what it is like. */
const MOST_FURTHER = 2000;
const MOST_HINTS = 16;

/** A group that is being read: the finished operands of its OR, and the operands of its current AND. */
interface Group {
  any: Query[];
  all: Query[];
  field: QueryField | undefined;
  negated: boolean;
}

/** Parses `text`. Ages such as `<14d` are counted from the today of `days`. */
export function parseQuery(text: string, days: QueryDays): ParsedQuery {
  const { lexemes, misread } = balanceLexemes(lexQuery(text), text);
  const left = { ...MOST };
  const outer: Group[] = [];
  let group: Group = { any: [], all: [], field: undefined, negated: false };
  let negated = false;
  let prefix: Lexeme | undefined;
  let told = false;
  let trashed: Omit<Hint, 'text'> | undefined;
  /** Plain words beyond the limit, which nothing but a likeness is asked of. */
  const further: Query[] = [];

  for (const lexeme of lexemes) {
    if (lexeme.kind === 'not') negated = !negated;
    else if (lexeme.kind === 'field') prefix = lexeme;
    else if (lexeme.kind === 'or') group.any.push(...endOfAnd(group));
    else if (lexeme.kind === 'close') {
      const inner = joined('or', [...group.any, ...endOfAnd(group)]);
      const { negated: not } = group;
      group = outer.pop() ?? group;
      if (inner) group.all.push(not ? negation(inner) : inner);
    } else {
      const field = prefix ? (prefix.text as QueryField) : group.field;
      if (lexeme.kind === 'open') {
        outer.push(group);
        group = { any: [], all: [], field, negated };
      } else {
        const leaf = readLeaf(lexeme, lexeme.kind, field);
        if (leaf) group.all.push(negated ? negation(leaf) : leaf);
      }
      negated = false;
      prefix = undefined;
    }
  }
  const asWritten = joined('or', [...group.any, ...endOfAnd(group)]) ?? { kind: 'all' };
  const query = asWritten.kind === 'or' ? asWritten : (joined('and', [asWritten, ...further]) ?? asWritten);
  if (trashed && hasTrashed(query, false)) misread.push(trashed);
  const asked = text.trimStart();
  if (query.kind === 'all' && lexemes.length > 0 && misread.length === 0)
    misread.push({ code: 'lonelyOperator', start: text.length - asked.length, end: text.trimEnd().length });
  const hints = misread
    .sort((a, b) => a.start - b.start)
    .slice(0, MOST_HINTS)
    .map((place) => ({ ...place, text: text.slice(place.start, place.end) }));
  return { query, hints };

  function readLeaf(lexeme: Lexeme, kind: 'word' | 'phrase', field: QueryField | undefined) {
    const start = prefix?.start ?? lexeme.start;
    const { end } = lexeme;
    const leaf = leafOf(kind, field, lexeme.text, days);
    if (leaf && isTrashed(leaf)) trashed ??= { code: 'trashedInOr', start, end };
    if (leaf) return within(leaf, start);
    misread.push({ code: 'badValue', start, end });
    return within({ kind: 'word', text: text.slice(start, end) }, start);
  }

  /** The leaf, cut after the last word that fits the limit; undefined if nothing is left to search. */
  function within(leaf: Query, start: number): Query | undefined {
    const tokens = 'text' in leaf ? tokenise(leaf.text) : [];
    // If a mere symbol matched everything, its negation would match nothing and an OR with it everything.
    if (leaf.kind !== 'site' && 'text' in leaf && tokens.length === 0) return undefined;
    const budget = 'text' in leaf ? 'words' : 'conditions';
    const room = left[budget];
    left[budget] = Math.max(0, room - Math.max(1, tokens.length));
    if (room > 0 && tokens.length <= room) return leaf;
    if (!told) misread.push({ code: 'tooLong', start, end: text.length });
    told = true;
    const plain = leaf.kind === 'word' && leaf.field === undefined && outer.length === 0 && !negated;
    if (plain && room === 0 && further.length < MOST_FURTHER) further.push(leaf);
    return 'text' in leaf && room > 0
      ? { ...leaf, text: leaf.text.slice(0, tokens[room - 1]?.end) }
      : undefined;
  }
}

/** Ends the current AND and returns it as zero or one operands of an OR. */
function endOfAnd(group: Group): Query[] {
  const query = joined('and', group.all);
  group.all = [];
  return query ? [query] : [];
}

/**
 * Joins the parts into one flat query: no `and` inside an `and`, no `or` inside an `or`, and neither with a single
 * operand.
 */
function joined(kind: 'and' | 'or', parts: Query[]): Query | undefined {
  const queries = parts.flatMap((part) => (part.kind === kind ? part.queries : [part]));
  return queries.length > 1 ? { kind, queries } : queries[0];
}

function negation(query: Query): Query {
  return query.kind === 'not' ? query.query : { kind: 'not', query };
}

/**
 * Whether `is:trashed` occurs anywhere inside an OR; `inside` says that the query itself is in one. Its negation
 * does not count, because it is always true.
 */
function hasTrashed(query: Query, inside: boolean): boolean {
  if (query.kind !== 'and' && query.kind !== 'or') return inside && isTrashed(query);
  return query.queries.some((part) => hasTrashed(part, inside || query.kind === 'or'));
}
