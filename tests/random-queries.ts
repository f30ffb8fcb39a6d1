/** Random queries, as trees and as texts, for properties. */
import fc from 'fast-check';
import { tagKey } from '@/utils/paper/tags';
import type { Query, RankedField } from '@/utils/query/query-tree';

export const word = (text: string, field?: RankedField): Query => ({
  kind: 'word',
  text,
  ...(field && { field }),
});
export const phrase = (text: string, field?: RankedField): Query =>
  ({ ...word(text, field), kind: 'phrase' }) as Query;
export const and = (...queries: Query[]): Query => ({ kind: 'and', queries });
export const or = (...queries: Query[]): Query => ({ kind: 'or', queries });
export const not = (query: Query): Query => ({ kind: 'not', query });

const piece = fc.constantFrom(
  ...[
    'a',
    'b c',
    ' ',
    ' ',
    ' OR ',
    'OR',
    ' AND ',
    ' NOT ',
    'NOT',
    '-',
    '--',
    '(',
    ')',
    '"',
    '“',
    '«',
    '（',
    ':',
    '：',
    'title:',
    'tag:=',
    'org:',
    'year:',
  ],
  ...[
    'is:',
    'starred',
    'is:starred',
    'foo:',
    '2020',
    '..',
    '<',
    '>',
    '=',
    '14d',
    'upvotes:',
    'https://x/',
    '状態',
  ],
  ...['\ud83d', '😀', '\0', '\u202e', '\n', 'constructor:', '__proto__:', 'venue:', '１'],
);
/** What a person, a cat or a script may type into the search box. */
export const typedQuery = fc.oneof(
  { weight: 3, arbitrary: fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const field = fc.constantFrom<(RankedField | undefined)[]>(
  undefined,
  'title',
  'abstract',
  'authors',
  'tags',
  'note',
);
const anyWord = fc.constantFrom('a', 'état', 'GPT-4', '10.1000/x:y', '2401.12345', '状態', 'or', 'and', "x'");
const anyPhrase = fc.constantFrom('a b', 'OR', '-a', 'is:starred', '(a) b', 'a', 'x: y');
const days = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => Number(date.toISOString().slice(0, 10).replaceAll('-', '')));
/** 20260928 as the first moment of that day in UTC. */
const startOf = (day: number) =>
  Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100);
const range = (column: 'year' | 'saved' | 'published' | 'listed' | 'upvotes', value: fc.Arbitrary<number>) =>
  fc.tuple(value, value, fc.constantFrom('from', 'to', 'both')).map(([x, y, which]) => ({
    kind: 'range' as const,
    column,
    ...(which !== 'to' && { from: Math.min(x, y) }),
    ...(which !== 'from' && { to: Math.max(x, y) }),
  }));
const leaf: fc.Arbitrary<Query> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(anyWord, field).map(([text, name]) => word(text, name)) },
  { weight: 2, arbitrary: fc.tuple(anyPhrase, field).map(([text, name]) => phrase(text, name)) },
  fc.constantFrom<Query[]>(
    { kind: 'venue', text: 'NeurIPS' },
    { kind: 'venue', text: 'Journal of (small) things' },
    { kind: 'organization', text: 'Max Planck' },
    { kind: 'submitter', text: 'Ada Byron' },
    { kind: 'site', text: 'arxiv.org' },
  ),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 8 })
    .map((tag) => ({ kind: 'tag' as const, key: tagKey(tag) }))
    .filter(({ key }) => key !== ''),
  fc
    .constantFrom('"', '""', 'say "hi"', 'a:b', '=', '="x"', '“x”', 'a/b (c)', '状態', '😀', '-x', 'OR')
    .map((tag) => ({ kind: 'tag' as const, key: tagKey(tag) })),
  fc
    .constantFrom('starred', 'unread', 'reading', 'read', 'trashed', 'code', 'note', 'abstract')
    .map((flag) => ({ kind: 'flag', flag }) as Query),
  range('year', fc.integer({ min: 1900, max: 2100 })),
  fc.constantFrom('published' as const, 'listed' as const).chain((name) => range(name, days)),
  range('saved', days).map(({ from, to, ...rest }) => ({
    ...rest,
    ...(from !== undefined && { from: startOf(from) }),
    ...(to !== undefined && { to: startOf(to) + 86_400_000 - 1 }),
  })),
  range('upvotes', fc.nat({ max: 10_000_000 })),
);
/** Any tree that can be written; groups of one, groups in groups and double negations too. */
export const { tree: anyQuery } = fc.letrec<{ tree: Query }>((tie) => {
  const parts = fc.array(tie('tree'), { minLength: 1, maxLength: 3 });
  return {
    tree: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'query' },
      leaf,
      tie('tree').map(not),
      parts.map((queries) => and(...queries)),
      parts.map((queries) => or(...queries)),
    ),
  };
});

/** The tree as the parser builds it: no group of one, no AND in an AND, no double negation. */
export function normalised(query: Query): Query {
  if (query.kind === 'not') {
    const inner = normalised(query.query);
    return inner.kind === 'not' ? inner.query : not(inner);
  }
  if (query.kind !== 'and' && query.kind !== 'or') return query;
  const queries = query.queries
    .map(normalised)
    .flatMap((part) => (part.kind === query.kind ? part.queries : [part]));
  const [first] = queries;
  return first && queries.length === 1 ? first : { ...query, queries };
}
